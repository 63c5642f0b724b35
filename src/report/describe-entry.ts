/** One entry of the catalog as `show` gives it: its facts, and its words in the reader's language. */
import type { CheckId } from '../catalog/checks.js'
import { conditionText, evidenceText } from '../catalog/condition-text.js'
import type { Catalog, CatalogEntry, EntrySeverity, Layer, Locale } from '../catalog/entry.js'
import type { Prose } from '../catalog/prose.js'
import { isRuledOutIn, type ReleaseFit, releaseFitOf } from '../catalog/release.js'
import { fillCommand, fillProse } from './fill-command.js'
import type { ReportRemedy } from './report.js'

export interface EntryDescription<Text> {
  readonly code: string
  readonly title: string
  readonly group: string
  readonly aliases: readonly string[]
  readonly severity: EntrySeverity
  readonly layer: Layer
  readonly check: CheckId | null
  readonly blocks: readonly CheckId[]
  readonly since: string | null
  readonly until: string | null
  readonly consequenceOf: readonly string[]
  readonly signatures: readonly string[]
  /** Evidence that makes it a finding without a signature of its own, a line each. */
  readonly foundWhen: readonly string[]
  readonly meaning: Text
  readonly causes: readonly { readonly id: string; readonly title: string; readonly text: Text; readonly evidence: readonly string[] }[]
  readonly remedies: readonly ReportRemedy<Text>[]
  readonly decide: { readonly command: string; readonly reading: Text } | null
  readonly keywords: readonly string[]
  readonly links: readonly string[]
  readonly seeAlso: readonly string[]
  /** The page that the words come from, such as `learn.md:12`; null where they ship with the program. */
  readonly origin: string | null
  /** The release of the Azure CLI that was asked about, and how it stands to those that print the entry; null without one. */
  readonly asOf: { readonly release: string; readonly fit: ReleaseFit } | null
}

/** @param asOf a release of the Azure CLI: causes that it rules out are left out; null for all of them */
export function describeEntry(entry: CatalogEntry, catalog: Catalog, locale: Locale, asOf: string | null = null): EntryDescription<Prose> {
  const { title, keywords, meaning, causes, remedies, deciding } = catalog.words(entry.code, locale)
  const { code, group, aliases, severity, layer, check, blocks, since, until, consequenceOf, links, seeAlso } = entry
  const ruledOut = asOf === null ? [] : entry.causes.filter((cause) => isRuledOutIn(asOf, cause)).map(({ id }) => id)
  // Without a log there are no facts: every gap stays a placeholder.
  const withoutFacts = (command: string) => fillCommand(command, {})
  const proseWithoutFacts = (prose: Prose) => fillProse(prose, {})
  return {
    ...{ code, title, group, aliases, severity, layer, check, blocks, since, until, consequenceOf },
    signatures: entry.signatures.map(({ text }) => text),
    foundWhen: entry.foundWhen.map((all) => all.map(conditionText).join(' and ')),
    meaning: proseWithoutFacts(meaning),
    causes: entry.causes
      .map(({ id, evidence }, index) => ({
        id,
        title: causes[index]?.title ?? id,
        text: proseWithoutFacts(causes[index]?.text ?? []),
        evidence: evidence.map(evidenceText),
      }))
      .filter(({ id }) => !ruledOut.includes(id)),
    remedies: remedies
      .map(({ for: cause, text, commands }) => ({
        text: proseWithoutFacts(text),
        commands: commands.map(withoutFacts),
        for: cause,
      }))
      .filter(({ for: cause }) => cause === null || !ruledOut.includes(cause)),
    decide: deciding && { command: withoutFacts(deciding.command), reading: proseWithoutFacts(deciding.reading) },
    ...{ keywords, links, seeAlso },
    origin: catalog.originOf(code),
    asOf: asOf === null ? null : { release: asOf, fit: releaseFitOf(entry, asOf) },
  }
}

/** An entry as one of many. */
export type BriefDescription = Pick<EntryDescription<never>, 'code' | 'title' | 'group' | 'aliases' | 'origin'>

export function describeBriefly({ code, group, aliases }: CatalogEntry, catalog: Catalog, locale: Locale): BriefDescription {
  return { code, title: catalog.words(code, locale).title, group, aliases, origin: catalog.originOf(code) }
}

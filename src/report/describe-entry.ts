/** One entry of the catalog as `show` gives it: its facts, and its words in the reader's language. */
import type { CheckId } from '../catalog/checks.js'
import { conditionText, evidenceText } from '../catalog/condition-text.js'
import type { Catalog, CatalogEntry, EntrySeverity, Layer, Locale } from '../catalog/entry.js'
import type { Prose } from '../catalog/prose.js'
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
}

export function describeEntry(entry: CatalogEntry, catalog: Catalog, locale: Locale): EntryDescription<Prose> {
  const { title, keywords, meaning, causes, remedies, deciding } = catalog.words(entry.code, locale)
  const { code, group, aliases, severity, layer, check, blocks, since, until, consequenceOf, links, seeAlso } = entry
  // Without a log there are no facts: every gap stays a placeholder.
  const withoutFacts = (command: string) => fillCommand(command, {})
  const proseWithoutFacts = (prose: Prose) => fillProse(prose, {})
  return {
    ...{ code, title, group, aliases, severity, layer, check, blocks, since, until, consequenceOf },
    signatures: entry.signatures.map(({ text }) => text),
    foundWhen: entry.foundWhen.map((all) => all.map(conditionText).join(' and ')),
    meaning: proseWithoutFacts(meaning),
    causes: entry.causes.map(({ id, evidence }, index) => ({
      id,
      title: causes[index]?.title ?? id,
      text: proseWithoutFacts(causes[index]?.text ?? []),
      evidence: evidence.map(evidenceText),
    })),
    remedies: remedies.map(({ for: cause, text, commands }) => ({
      text: proseWithoutFacts(text),
      commands: commands.map(withoutFacts),
      for: cause,
    })),
    decide: deciding && { command: withoutFacts(deciding.command), reading: proseWithoutFacts(deciding.reading) },
    ...{ keywords, links, seeAlso },
  }
}

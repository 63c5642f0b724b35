/** What a page says about itself: causes that remedies name, facts that conditions and commands name. */
import type { CatalogEntry, Condition } from '../catalog/entry.js'
import { parseSignature } from '../match/signature.js'
import { COMMON_FACTS, ENVIRONMENT_FACTS } from './page-format.js'
import type { EntryPage } from './read-page.js'
import { gapNames } from './read-signatures.js'
import type { Placed } from './source-page.js'
import { suggest } from './suggest.js'

/** Notes names in an entry that lead to nothing in it or in the entries that it names. */
export function checkEntry(entry: EntryPage, entriesByCode: ReadonlyMap<string, EntryPage>, lower: readonly CatalogEntry[]): void {
  const gaps = availableGaps(entry, entriesByCode, lower)
  checkRemedyCauses(entry)
  checkFactNames(entry, [...gaps, ...ENVIRONMENT_FACTS])
  checkCommandGaps(entry, gaps)
}

/** Every condition of the entry: those of its causes' evidence and those of "Found when". */
export function conditionsOf(entry: EntryPage): readonly Placed<Condition>[] {
  const evidence = entry.causes.flatMap((cause) => cause.evidence).flatMap((line) => line.all)
  return [...evidence, ...entry.foundWhen.flat()]
}

/** The gaps of the entry and of those it names in evidence or facts, and the facts that every finding may have. */
function availableGaps(entry: EntryPage, entriesByCode: ReadonlyMap<string, EntryPage>, lower: readonly CatalogEntry[]): string[] {
  const inEvidence = conditionsOf(entry).flatMap(({ value }) => (value.kind === 'finding' ? [value.code] : []))
  const inFacts = (entry.factLines.get('consequence of') ?? []).map(({ value }) => value)
  const named = [...inEvidence, ...inFacts]
  const gaps = [entry, ...named.flatMap((code) => entriesByCode.get(code) ?? [])].flatMap(({ signatures }) =>
    signatures.flatMap(({ parts }) => gapNames(parts)),
  )
  const gapsBelow = lower
    .filter(({ code }) => named.includes(code))
    .flatMap(({ signatures }) => signatures.flatMap(({ text }) => gapNames(parseSignature(text).parts)))
  return [...new Set([...gaps, ...gapsBelow, ...COMMON_FACTS])]
}

function checkRemedyCauses({ page, causes, remedies }: EntryPage): void {
  const ids = causes.map(({ id }) => id.value)
  for (const { for: cause } of remedies) {
    if (cause && !ids.includes(cause.value))
      page.fault(cause.offset, `the remedy is for "${cause.value}", which is no cause here`, suggest(cause.value, ids))
  }
}

function checkFactNames(entry: EntryPage, known: readonly string[]): void {
  for (const { value, offset } of conditionsOf(entry)) {
    if (value.kind !== 'fact' || known.includes(value.name)) continue
    entry.page.fault(offset, `no signature gives the fact "${value.name}"`, suggest(value.name, known))
  }
}

// A shell's ${NAME}, and the braces of --query and --format, are no gaps.
const commandGap = /(?<![${])\{(?<name>[A-Za-z][A-Za-z0-9]*)\}(?!\})/g

function checkCommandGaps(entry: EntryPage, known: readonly string[]): void {
  const remedies = entry.remedies.flatMap(({ commands }) => commands)
  for (const { value, offset } of entry.deciding ? [...remedies, entry.deciding.command] : remedies) {
    for (const { index, groups } of value.matchAll(commandGap)) {
      const name = groups?.name ?? ''
      if (!known.includes(name))
        entry.page.fault(
          offset + index,
          `no signature has the gap {${name}}`,
          suggest(name, known, `Write <${name}> for what only the reader knows.`),
        )
    }
  }
}

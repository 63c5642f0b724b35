import type { Catalog, CatalogEntry } from '../catalog/entry.js'
import { type EntryLookUp, findEntry } from '../search/find-entry.js'
import { openCatalog } from './catalog.js'
import type { CommandCall } from './command.js'
import type { Outcome } from './exit-code.js'
import type { Messages } from './messages.js'
import { printable } from './printable.js'
import { writeStderr } from './streams.js'
import { UsageError } from './usage-error.js'
import { writeEntries } from './write-entries.js'

/** `show <CODE…>`: the page of each code; a near miss is shown where only one is meant, and said on stderr. */
export async function runShow({ operands, settings, messages }: CommandCall): Promise<Outcome> {
  if (operands.length === 0) throw new UsageError(messages.noOperands('show', 'acr-explain show CONNECTIVITY_DNS_ERROR'))
  const catalog = await openCatalog(settings.kbPaths, messages)
  const lookUps = await lookUpAll(operands, catalog)
  for (const [name, lookUp] of lookUps) announce(name, lookUp, catalog, settings.locale, messages)
  const entries = [...new Set(lookUps.flatMap(([, lookUp]) => entryOf(lookUp) ?? []))]
  if (entries.length > 0) await writeEntries(entries, catalog, settings, messages)
  return { kind: 'look-up', found: lookUps.every(([, lookUp]) => entryOf(lookUp) !== undefined) }
}

/** Each operand by itself; where that leaves one unknown, all of them as the words of one name. */
async function lookUpAll(operands: readonly string[], catalog: Catalog): Promise<[string, EntryLookUp][]> {
  const each = operands.map((operand): [string, EntryLookUp] => [operand, findEntry(operand, catalog)])
  if (each.every(([, { kind }]) => kind === 'found')) return each
  const together = operands.join(' ')
  const lookUp = findEntry(together, catalog)
  if (lookUp.kind === 'found' || lookUp.entries.length > 0) return [[together, lookUp]]
  if (each.some(([, { kind }]) => kind === 'found')) return each
  return [[together, { kind: 'near', entries: await searched(together, catalog) }]]
}

const MOST_CANDIDATES = 5
/** From this score on, the first result is a name, and meant alone. */
const NAMED = 0.98

/** Those that search finds for a name that is none: a number, a description, a message. */
async function searched(words: string, catalog: Catalog): Promise<readonly CatalogEntry[]> {
  const { searchCatalog } = await import('../search/search-catalog.js')
  const { hits } = searchCatalog(words, catalog, { limit: MOST_CANDIDATES })
  // A number has several readings.
  const isNamed = (hits[0]?.score ?? 0) >= NAMED && !/^\d+$/.test(words)
  return hits.slice(0, isNamed ? 1 : MOST_CANDIDATES).map(({ entry }) => entry)
}

/** The entry that a name stands for, or the only one that it may be meant for. */
function entryOf(lookUp: EntryLookUp): CatalogEntry | undefined {
  if (lookUp.kind === 'found') return lookUp.entry
  return lookUp.entries.length === 1 ? lookUp.entries[0] : undefined
}

function announce(
  name: string,
  lookUp: EntryLookUp,
  catalog: Catalog,
  locale: CommandCall['settings']['locale'],
  messages: Messages,
): void {
  if (lookUp.kind === 'found') return
  const [first, ...rest] = lookUp.entries
  if (first === undefined) writeStderr(messages.noSuchEntry(printable(name)))
  else if (rest.length === 0) writeStderr(messages.didYouMean(printable(name), first.code))
  else {
    const candidates = lookUp.entries.slice(0, MOST_CANDIDATES).map(({ code }) => `  ${code}  ${catalog.words(code, locale).title}`)
    writeStderr([messages.whichOfThese(printable(name)), ...candidates].join('\n'))
  }
}

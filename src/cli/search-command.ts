import type { Catalog } from '../catalog/entry.js'
import { renderFoundJson, renderFoundMarkdown, renderFoundText } from '../render/look-up/found.js'
import { wordsFor } from '../report/words.js'
import { type SearchResult, searchCatalog } from '../search/search-catalog.js'
import { openCatalog } from './catalog.js'
import type { CommandCall } from './command.js'
import type { Outcome } from './exit-code.js'
import { foundEntries } from './found-entries.js'
import { checkGroup } from './groups.js'
import type { Messages } from './messages.js'
import { onlyPrinted } from './only-printed.js'
import { printable } from './printable.js'
import { writeStderr } from './streams.js'
import { isTerminal } from './terminal.js'
import { UsageError } from './usage-error.js'
import { writeTargets } from './write-output.js'

/** `search <words…>`: entries by words, best first. Without words, on a terminal: the finder. */
export async function runSearch(call: CommandCall): Promise<Outcome> {
  const { operands, settings, messages } = call
  const query = operands.join(' ')
  const catalog = await openCatalog(settings.kbPaths, messages)
  checkGroup(settings.group, catalog, messages)
  if (query.trim() === '') {
    if (!isTerminal(0)) throw new UsageError(messages.noOperands('search', 'acr-explain search firewall 403'))
    const { runFinder } = await import('./finder/run-finder.js')
    return runFinder(call, catalog)
  }
  return answer(query, call, catalog)
}

/** With `--as-of`, what that release prints. */
function printedBy(result: SearchResult, settings: CommandCall['settings'], messages: Messages): SearchResult {
  return { ...result, hits: onlyPrinted(result.hits, ({ entry }) => entry, settings, messages) }
}

async function answer(query: string, { settings, messages }: CommandCall, catalog: Catalog): Promise<Outcome> {
  const result = printedBy(searchCatalog(query, catalog, settings), settings, messages)
  const found = foundEntries(result, catalog, settings.locale, messages)
  for (const note of notesOn(query, result, catalog, settings.limit, settings.locale, messages)) writeStderr(note)
  const words = wordsFor(settings.locale)
  const { corrections, unknown } = result
  const nearest = result.nearest.map(({ code }) => code)
  await writeTargets(settings, messages, (format, layout) => {
    if (format === 'json') return renderFoundJson(found, { corrections, unknown, nearest })
    if (found.length === 0) return ''
    return format === 'markdown' ? renderFoundMarkdown(found, words) : renderFoundText(found, layout, words)
  })
  return { kind: 'look-up', found: found.length > 0 }
}

/** What the results do not say themselves: words read as others, words that no entry has, results left out, or that there are none. */
function notesOn(
  query: string,
  { hits, total, corrections, unknown, nearest }: SearchResult,
  catalog: Catalog,
  limit: number,
  locale: CommandCall['settings']['locale'],
  messages: Messages,
): string[] {
  if (hits.length === 0) {
    const offered = nearest.map(({ code }) => `  ${code}  ${catalog.words(code, locale).title}`)
    return [messages.nothingFound(printable(shortened(query))), ...(offered.length > 0 ? [messages.nearestAre, ...offered] : [])]
  }
  return [
    ...corrections.map(({ typed, read }) => messages.readAs(printable(typed), read)),
    ...(unknown.length > 0 ? [messages.noEntryHas(unknown.map(printable))] : []),
    ...(total > limit ? [messages.moreResults(total - limit)] : []),
  ]
}

const MOST_LETTERS = 80

function shortened(query: string): string {
  return query.length > MOST_LETTERS ? `${query.slice(0, MOST_LETTERS)}…` : query
}

import { renderResultsJson, renderResultsMarkdown, renderResultsText } from '../render/look-up/results.js'
import { describeBriefly } from '../report/describe-entry.js'
import { wordsFor } from '../report/words.js'
import { searchCatalog } from '../search/search-catalog.js'
import { openCatalog } from './catalog.js'
import type { CommandCall } from './command.js'
import type { Outcome } from './exit-code.js'
import { onlyPrinted } from './only-printed.js'
import { printable } from './printable.js'
import { writeStderr } from './streams.js'
import { UsageError } from './usage-error.js'
import { writeTargets } from './write-output.js'

/** `search <words…>`: entries by words, best first. */
export async function runSearch({ operands, settings, messages }: CommandCall): Promise<Outcome> {
  const query = operands.join(' ')
  if (query.trim() === '') throw new UsageError(messages.noOperands('search', 'acr-explain search firewall 403'))
  const catalog = await openCatalog(settings.kbPaths, messages)
  const hits = onlyPrinted(searchCatalog(query, catalog), ({ entry }) => entry, settings, messages).slice(0, settings.limit)
  const results = hits.map(({ entry, score, why }) => {
    return { ...describeBriefly(entry, catalog, settings.locale), score, why: messages.foundIn(why.part, why.text) }
  })
  if (results.length === 0) writeStderr(messages.nothingFound(printable(query)))
  writeTargets(settings, messages, (format, layout) => {
    if (format === 'json') return renderResultsJson(results)
    if (results.length === 0) return ''
    const words = wordsFor(settings.locale)
    return format === 'markdown' ? renderResultsMarkdown(results, words) : renderResultsText(results, layout, words)
  })
  return { kind: 'look-up', found: results.length > 0 }
}

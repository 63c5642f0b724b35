import { renderResultsJson, renderResultsMarkdown, renderResultsText } from '../render/look-up/results.js'
import { wordsFor } from '../report/words.js'
import { searchCatalog } from '../search/search-catalog.js'
import { openCatalog } from './catalog.js'
import type { CommandCall } from './command.js'
import type { Outcome } from './exit-code.js'
import { printable } from './printable.js'
import { writeStderr } from './streams.js'
import { UsageError } from './usage-error.js'
import { writeTargets } from './write-output.js'

/** `search <words…>`: entries by words, best first. */
export async function runSearch({ operands, settings, messages }: CommandCall): Promise<Outcome> {
  const query = operands.join(' ')
  if (query.trim() === '') throw new UsageError(messages.noOperands('search', 'acr-explain search firewall 403'))
  const catalog = await openCatalog(settings.kbFolders, messages)
  const { hits } = searchCatalog(query, catalog, settings)
  const results = hits.map(({ entry: { code, group, aliases }, score, why }) => {
    return {
      code,
      title: catalog.words(code, settings.locale).title,
      group,
      aliases,
      score,
      why: why.map(({ part, text }) => messages.foundIn(part, text)).join('; '),
    }
  })
  if (results.length === 0) writeStderr(messages.nothingFound(printable(query)))
  writeTargets(settings, messages, (format, layout) => {
    if (format === 'json') return renderResultsJson(results)
    if (results.length === 0) return ''
    return format === 'markdown' ? renderResultsMarkdown(results, wordsFor(settings.locale)) : renderResultsText(results, layout)
  })
  return { kind: 'look-up', found: results.length > 0 }
}

import { renderListMarkdown, renderListText, renderResultsJson } from '../render/look-up/results.js'
import { wordsFor } from '../report/words.js'
import { openCatalog } from './catalog.js'
import type { CommandCall } from './command.js'
import type { Outcome } from './exit-code.js'
import { checkGroup, entriesByGroup } from './groups.js'
import { printable } from './printable.js'
import { UsageError } from './usage-error.js'
import { writeTargets } from './write-output.js'

/** `list`: every entry, by group. */
export async function runList({ operands, settings, messages }: CommandCall): Promise<Outcome> {
  if (operands[0] !== undefined) throw new UsageError(messages.operandsNotTaken('list', printable(operands[0])))
  const catalog = await openCatalog(settings.kbFolders, messages)
  checkGroup(settings.group, catalog, messages)
  const results = entriesByGroup(catalog, settings.group).map(({ code, group, aliases }) => {
    return { code, title: catalog.words(code, settings.locale).title, group, aliases, score: 1, why: null }
  })
  writeTargets(settings, messages, (format, layout) => {
    if (format === 'json') return renderResultsJson(results)
    return format === 'markdown' ? renderListMarkdown(results, wordsFor(settings.locale)) : renderListText(results, layout)
  })
  return { kind: 'done' }
}

import { renderListMarkdown, renderListText, renderResultsJson } from '../render/look-up/results.js'
import { describeBriefly } from '../report/describe-entry.js'
import { wordsFor } from '../report/words.js'
import { openCatalog } from './catalog.js'
import type { CommandCall } from './command.js'
import type { Outcome } from './exit-code.js'
import { checkGroup, entriesByGroup } from './groups.js'
import { onlyPrinted } from './only-printed.js'
import { printable } from './printable.js'
import { UsageError } from './usage-error.js'
import { writeTargets } from './write-output.js'

/** `list`: every entry, by group. */
export async function runList({ operands, settings, messages }: CommandCall): Promise<Outcome> {
  if (operands[0] !== undefined) throw new UsageError(messages.operandsNotTaken('list', printable(operands[0])))
  const catalog = await openCatalog(settings.kbPaths, messages)
  checkGroup(settings.group, catalog, messages)
  const listed = onlyPrinted(entriesByGroup(catalog, settings.group), (entry) => entry, settings, messages)
  const results = listed.map((entry) => ({ ...describeBriefly(entry, catalog, settings.locale), score: 1, why: null }))
  await writeTargets(settings, messages, (format, layout) => {
    if (format === 'json') return renderResultsJson(results)
    const words = wordsFor(settings.locale)
    return format === 'markdown' ? renderListMarkdown(results, words) : renderListText(results, layout, words)
  })
  return { kind: 'done' }
}

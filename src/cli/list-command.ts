import { renderListText, renderResultsJson, renderResultsMarkdown } from '../render/look-up/results.js'
import { describeBriefly } from '../report/describe-entry.js'
import { wordsFor } from '../report/words.js'
import { openCatalog } from './catalog.js'
import type { CommandCall } from './command.js'
import type { Outcome } from './exit-code.js'
import { onlyPrinted } from './only-printed.js'
import { printable } from './printable.js'
import { UsageError } from './usage-error.js'
import { writeTargets } from './write-output.js'

/** `list`: every entry, by group. */
export async function runList({ operands, settings, messages }: CommandCall): Promise<Outcome> {
  if (operands[0] !== undefined) throw new UsageError(messages.operandsNotTaken('list', printable(operands[0])))
  const catalog = await openCatalog(settings.kbPaths, messages)
  const results = onlyPrinted(catalog.entries, (entry) => entry, settings, messages)
    .map((entry) => ({ ...describeBriefly(entry, catalog, settings.locale), score: 1, why: null }))
    .sort((one, other) => compareGroups(one.group, other.group) || (one.code < other.code ? -1 : 1))
  writeTargets(settings, messages, (format, layout) => {
    if (format === 'json') return renderResultsJson(results)
    const words = wordsFor(settings.locale)
    return format === 'markdown' ? renderResultsMarkdown(results, words) : renderListText(results, layout, words)
  })
  return { kind: 'done' }
}

/** The codes of check-health first, then the other groups by name. */
function compareGroups(one: string, other: string): number {
  const first = 'check-health'
  return Number(other === first) - Number(one === first) || (one < other ? -1 : one > other ? 1 : 0)
}

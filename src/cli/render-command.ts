import type { Catalog } from '../catalog/entry.js'
import { learnQuotes } from '../report/redact-report.js'
import type { Report } from '../report/report.js'
import { rewordReport } from '../report/reword-report.js'
import { openCatalog } from './catalog.js'
import type { CommandCall } from './command.js'
import type { Outcome } from './exit-code.js'
import type { Messages } from './messages.js'
import { openSavedReport } from './saved-report.js'
import type { Settings } from './settings.js'
import { writeStderr } from './streams.js'
import { UsageError } from './usage-error.js'
import { writeReport } from './write-report.js'

/** `render <report>`: a saved report in other formats, or in another language. */
export async function runRender({ operands, settings, messages }: CommandCall): Promise<Outcome> {
  const [operand, ...others] = operands
  if (operand === undefined) throw new UsageError(messages.noOperands('render', 'acr-explain render report.json --format html'))
  if (others.length > 0) throw new UsageError(messages.oneReport(operands.length))
  const catalog = await openCatalog(settings.kbPaths, messages)
  const saved = await openSavedReport(operand, settings, messages)
  const worded = reworded(saved, catalog, settings, messages)
  const redaction = settings.redact ? (await import('./redaction.js')).openRedaction(catalog, settings, messages) : undefined
  if (redaction) learnQuotes(worded, redaction.redactor)
  const report = redaction?.redactReport(worded) ?? worded
  redaction?.saveMap()
  await writeReport(report, settings, messages, redaction?.checked)
  return { kind: 'done' }
}

/** In the catalog's words where it is the one that the report was made with; else the report keeps its own, and that is said. */
export function reworded(report: Report, catalog: Catalog, { locale }: Pick<Settings, 'locale'>, messages: Messages): Report {
  if (report.tool.catalog.digest === catalog.digest) return rewordReport(report, catalog, locale)
  writeStderr(messages.otherCatalog(report.tool.version))
  return report
}

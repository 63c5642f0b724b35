/** The end of a call whose logs are not at hand any more: a triage, or a saved report. */
import type { Catalog } from '../catalog/entry.js'
import { learnQuotes } from '../report/redact-report.js'
import type { Report } from '../report/report.js'
import type { Messages } from './messages.js'
import type { Settings } from './settings.js'
import { writeReport } from './write-report.js'

/**
 * Writes a report in each format that the call asks for, redacted where it shall be by what the report itself gives away.
 *
 * @returns the report as it was written
 */
export async function redactAndWrite(report: Report, catalog: Catalog, settings: Settings, messages: Messages): Promise<Report> {
  if (!settings.redact) {
    await writeReport(report, settings, messages)
    return report
  }
  const redaction = (await import('./redaction.js')).openRedaction(catalog, settings, messages)
  learnQuotes(report, redaction.redactor)
  const redacted = redaction.redactReport(report)
  redaction.saveMap()
  await writeReport(redacted, settings, messages, redaction.checked)
  return redacted
}

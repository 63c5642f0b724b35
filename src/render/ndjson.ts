/** The report as records, one a line, each with its type: for tools that read line by line, and to be merged. */
import { recordsOf } from '../report/records.js'
import type { Report } from '../report/report.js'
import { toJsonReport } from './json.js'

export function renderNdjson(report: Report): string {
  return recordsOf(toJsonReport(report), report.digests ?? [])
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('')
}

/** The findings for a spreadsheet: one row each, as RFC 4180 has it. */

import type { Prose } from '../catalog/prose.js'
import { toPlainText } from '../catalog/prose.js'
import type { Report, ReportFinding } from '../report/report.js'
import { wordsFor } from '../report/words.js'

type Cell = string | number | null | undefined

/** In the order of the columns. */
const columns: readonly (readonly [name: string, read: (finding: ReportFinding<Prose>, report: Report) => Cell])[] = [
  ['code', ({ code }) => code],
  ['title', ({ title }) => toPlainText(title)],
  ['severity', ({ severity }) => severity],
  ['state', ({ state }) => state],
  ['role', ({ role }) => role],
  ['consequence_of', ({ consequenceOf }) => consequenceOf],
  ['registry', ({ facts }) => facts.registry],
  ['login_server', ({ facts }) => facts.loginServer],
  ['count', ({ count }) => count],
  ['inputs', ({ inputs, evidence }) => inputs?.length ?? new Set(evidence.map(({ input }) => input)).size],
  ['first_seen', ({ firstSeen }) => firstSeen],
  ['last_seen', ({ lastSeen }) => lastSeen],
  ['input', ({ evidence: [first] }, { inputs }) => first && (inputs[first.input]?.name ?? '-')],
  ['line', ({ evidence: [first] }) => first?.line],
  ['text', ({ evidence: [first] }) => first?.text.trim()],
  [
    'cause',
    ({ causes: [first] }) => (first?.likelihood === 'confirmed' || first?.likelihood === 'likely' ? toPlainText(first.title) : null),
  ],
  ['command', ({ remedies }) => remedies.flatMap(({ commands }) => commands)[0]],
  // In every row: it stays with a row that is sorted, filtered or put beside those of other reports.
  ['incomplete', (_, { incomplete }) => incomplete && String(incomplete)],
]

/** Spreadsheets take UTF-8 for what it is only behind this mark; Chinese words would be lost on them. */
const BYTE_ORDER_MARK = '\ufeff'

export function renderCsv(report: Report): string {
  const rows = report.findings.map((finding) => columns.map(([, read]) => read(finding, report)))
  if (rows.length === 0 && report.incomplete) rows.push(columns.map(([name]) => wordOfCut(name, report)))
  return BYTE_ORDER_MARK + [columns.map(([name]) => name), ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** The one row of a report that was cut short before it found anything. */
function wordOfCut(column: string, { incomplete, locale }: Report): Cell {
  if (column === 'title') return wordsFor(locale).triage.incomplete
  return column === 'incomplete' ? String(incomplete) : null
}

/** What a spreadsheet would run as a formula (OWASP, CSV Injection), full-width signs and a tab or a line end before it, too. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/

function cell(value: Cell): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const harmless = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** The report for a terminal or a plain file: the headline, the ladder at a glance, then what to do about each finding. */
import { type Prose, toPlainText } from '../catalog/prose.js'
import type { Report, ReportCheck, ReportFinding, ReportRun } from '../report/report.js'
import { type Words, wordsFor } from '../report/words.js'
import { environmentParts, openFindings, type ShownFinding, shownRuns } from './glance.js'
import { paletteFor, severityStyles, statusStyles } from './palette.js'
import type { Layout, Renderer } from './renderer.js'
import {
  causeLines,
  decidingLines,
  evidenceLines,
  footer,
  headline,
  indent,
  linkLines,
  MOST_EVIDENCE,
  parted,
  problemLines,
  proseLines,
  type Sheet,
  sentence,
  stepLines,
  unexplainedBlock,
} from './text-parts.js'
import { triageSections } from './triage-text.js'
import { columnsOf, hang, type Span, wrapSpans } from './typeset.js'

export const textRenderer: Renderer = { name: 'text', render: renderText }

function renderText(report: Report, layout: Layout): string {
  const sheet: Sheet = { width: Math.min(layout.width, 100), palette: paletteFor(layout), words: wordsFor(report.locale) }
  if (report.groups) return `${parted(triageSections(report, report.groups, sheet)).join('\n')}\n`
  const own = openFindings(report)
  const sections = [
    headline(report, sheet),
    ...report.inputs.flatMap((input) => (input.problem ? [problemLines(input, sheet)] : [])),
    ...shownRuns(report).map((run) => ladder(run, report, sheet)),
    ...own.map((shown, index) => findingBlock(shown, index + 1, { report, sheet, detail: detailOf(shown, own) })),
    clearedBlock(report, sheet),
    adviceBlock(report, sheet),
    unexplainedBlock(report, sheet),
    footer(report, sheet),
  ]
  return `${parted(sections).join('\n')}\n`
}

function ladder(run: ReportRun, report: Report, sheet: Sheet): string[] {
  const { palette, words, width } = sheet
  const head: Span[] = [
    { text: words.headings.checks, style: 'heading' },
    ...environmentParts(run, report, words).map((text) => ({ text: ` ${palette.signs.dot} ${text}`, style: 'quiet' as const })),
  ]
  return [...wrapSpans(head, width, palette), ...groupChecks(run.checks).flatMap((checks) => ladderRow(checks, sheet))]
}

/** Neighbours of one status and one reason share a row. */
function groupChecks(checks: readonly ReportCheck[]): ReportCheck[][] {
  const rows: ReportCheck[][] = []
  for (const check of checks) {
    const last = rows.at(-1)?.[0]
    if (last && last.status === check.status && last.because === check.because && check.status !== 'failed') rows.at(-1)?.push(check)
    else rows.push([check])
  }
  return rows
}

function ladderRow(checks: readonly ReportCheck[], { width, palette, words }: Sheet): string[] {
  const { status } = checks[0] as ReportCheck
  const sign = palette.signs.statuses[status]
  const names = checks.map(({ id }) => words.checks[id]).join(words.listSeparator)
  const spans: Span[] = [{ text: names, ...(status === 'failed' ? { style: 'bad' as const } : {}) }]
  const why = reasonOf(checks[0] as ReportCheck, words)
  if (why) spans.push({ text: ` ${palette.signs.dash} `, style: 'quiet' }, { text: why, style: status === 'failed' ? 'bad' : 'quiet' })
  const columns = columnsOf(sign) + 3
  return hang(wrapSpans(spans, width - columns, palette), `  ${palette.paint(statusStyles[status], sign)} `, columns)
}

/** Behind the names of checks that did not pass: the code and the line, or why there is no result. */
function reasonOf({ status, because, line }: ReportCheck, words: Words): string {
  if (status === 'passed') return ''
  if (status === 'failed') return line === null ? (because ?? '') : because === null ? words.lineAlone(line) : words.saidAt(because, line)
  return [words.statuses[status], because].filter((part) => part !== null).join(words.colon)
}

/** How much is said about a finding: the first one has the reader's attention, and a warning beside an error gets a glance. */
type Detail = 'whole' | 'short' | 'glance'

const MOST_STEPS: Readonly<Record<Detail, number>> = { whole: 5, short: 3, glance: 1 }

function detailOf(shown: ShownFinding, own: readonly ShownFinding[]): Detail {
  if (shown === own[0]) return 'whole'
  return shown.finding.severity !== 'error' && own[0]?.finding.severity === 'error' ? 'glance' : 'short'
}

interface BlockOptions {
  readonly report: Report
  readonly sheet: Sheet
  readonly detail: Detail
}

function findingBlock({ finding, consequences }: ShownFinding, number: number, { report, sheet, detail }: BlockOptions): string[] {
  const { words } = sheet
  const inner: Sheet = { ...sheet, width: sheet.width - 3 }
  const steps = pressingSteps(finding).slice(0, MOST_STEPS[detail])
  const left = finding.remedies.length - steps.length
  const body = [
    evidenceLines(finding, detail === 'glance' ? 1 : MOST_EVIDENCE, report, inner),
    proseLines(detail === 'whole' ? finding.meaning : finding.meaning.slice(0, 1), inner),
    finding.release?.text ? proseLines([[finding.release.text]], inner) : [],
    detail === 'glance' ? [] : causeLines(finding.causes, inner),
    stepLines(steps, words.headings.remedies, inner),
    left > 0
      ? wrapSpans([{ text: words.moreSteps(left, `acr-explain show ${finding.code}`), style: 'quiet' }], inner.width, inner.palette)
      : [],
    finding.decide && detail !== 'glance' ? decidingLines(finding.decide, inner) : [],
    detail === 'whole' ? linkLines(finding.links, inner) : [],
    ...consequences.map((other) => consequenceLines(other, report, inner)),
  ]
  return [...findingHead(finding, `${number}`, sheet), ...indent(parted(body), 3)]
}

/** Where the log makes a cause likely, the steps against those that are merely possible can wait. */
function pressingSteps({ causes, remedies }: ReportFinding<Prose>): ReportFinding<Prose>['remedies'] {
  const pressing = causes.filter(({ likelihood }) => likelihood === 'confirmed' || likelihood === 'likely').map(({ id }) => id)
  return pressing.length === 0 ? remedies : remedies.filter((remedy) => remedy.for === null || pressing.includes(remedy.for))
}

function findingHead(finding: ReportFinding<Prose>, label: string, { width, palette, words }: Sheet): string[] {
  const { code, severity, role, count, title, origin } = finding
  const parts = [
    words.severities[severity],
    ...(role === 'independent' ? [] : [words.roles[role]]),
    ...(count > 1 ? [words.times(count)] : []),
    ...(origin ? [words.from(origin)] : []),
  ]
  const spans: Span[] = [
    { text: code, style: severityStyles[severity] },
    ...parts.map((text) => ({ text: ` ${palette.signs.dot} ${text}`, style: 'quiet' as const })),
  ]
  const indentation = '   '
  return [
    ...hang(wrapSpans(spans, width - 3, palette), `${palette.paint('heading', label)}  `, 3),
    ...wrapSpans([{ text: sentence(title), style: 'heading' }], width - 3, palette).map((line) => indentation + line),
  ]
}

function consequenceLines(finding: ReportFinding<Prose>, report: Report, sheet: Sheet): string[] {
  const { width, palette, words } = sheet
  const arrow = palette.isColoured || palette.signs.ellipsis === '…' ? '↳' : '->'
  const spans: Span[] = [
    { text: finding.code, style: severityStyles[finding.severity] },
    { text: ` ${palette.signs.dot} ${words.consequenceOf(finding.consequenceOf ?? '')}`, style: 'quiet' },
  ]
  const columns = arrow.length + 1
  const inner: Sheet = { ...sheet, width: width - columns }
  return [
    ...hang(wrapSpans(spans, width - columns, palette), `${arrow} `, columns),
    ...indent(
      [
        ...wrapSpans([{ text: sentence(finding.title) }], inner.width, palette),
        ...evidenceLines({ ...finding, evidence: finding.evidence.slice(0, 1) }, 1, report, inner),
      ],
      columns,
    ),
  ]
}

/** What failed and is over. */
function clearedBlock({ findings }: Report, { width, palette, words }: Sheet): string[] {
  const cleared = findings.filter(({ state }) => state === 'cleared')
  const sign = palette.signs.statuses.passed
  return cleared.flatMap(({ code, title }) => {
    const spans: Span[] = [
      { text: code, style: 'quiet' },
      { text: ` ${palette.signs.dot} ${toPlainText(title)}` },
      { text: words.aside(words.cleared), style: 'good' },
    ]
    return hang(wrapSpans(spans, width - 3, palette), `${palette.paint('good', sign)}  `, columnsOf(sign) + 2)
  })
}

function adviceBlock({ advice }: Report, sheet: Sheet): string[] {
  return stepLines(advice, sheet.words.headings.advice, sheet)
}

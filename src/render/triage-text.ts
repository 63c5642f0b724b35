/** The report of a triage as text: root causes first, the largest first, then how the inputs fare, and what nothing explains. */
import { type Prose, toPlainText } from '../catalog/prose.js'
import type { Report, ReportFinding, ReportGroup, Verdict } from '../report/report.js'
import { episodeTexts, findingOf, inputsByVerdict, seenBetween, seenParts, traitTexts, whereOf } from './glance.js'
import { severityStyles, verdictStyles } from './palette.js'
import {
  evidenceLines,
  footer,
  headline,
  indent,
  MOST_EVIDENCE,
  parted,
  problemLines,
  type Sheet,
  sentence,
  stepLines,
  unexplainedBlock,
} from './text-parts.js'
import { columnsOf, hang, type Span, wrapSpans } from './typeset.js'

const MOST_GROUPS = 12
const MOST_NAMES = 5
const MOST_PROBLEMS = 20

export function triageSections(report: Report, groups: readonly ReportGroup[], sheet: Sheet): string[][] {
  const open = groups.filter(({ state }) => state === 'open')
  return [
    headline(report, sheet),
    ...open.slice(0, MOST_GROUPS).map((group, index) => groupBlock(group, index + 1, report, sheet)),
    moreGroups(open.length - MOST_GROUPS, sheet),
    timelineBlock(report, groups, sheet),
    clearedBlock(
      groups.filter(({ state }) => state === 'cleared'),
      report,
      sheet,
    ),
    inputsBlock(report, sheet),
    problemsBlock(report, sheet),
    unexplainedBlock(report, sheet),
    footer(report, sheet),
  ]
}

function groupBlock(group: ReportGroup, number: number, report: Report, sheet: Sheet): string[] {
  const { palette, words } = sheet
  const finding = findingOf(group, report)
  if (!finding) return []
  const inner: Sheet = { ...sheet, width: sheet.width - 3 }
  const label = `${number}`.padEnd(2)
  const head: Span[] = [
    { text: group.code, style: severityStyles[group.severity] },
    ...[words.severities[group.severity], whereOf(group, finding, words)].map((text) => ({
      text: ` ${palette.signs.dot} ${text}`,
      style: 'quiet' as const,
    })),
  ]
  const body = parted([
    [...wrapSpans([{ text: sentence(finding.title), style: 'heading' }], inner.width, palette), ...seenLines(group, inner)],
    evidenceLines(finding, MOST_EVIDENCE, report, inner),
    [...reasonLines(finding, inner), ...consequenceLines(group, inner)],
    listLines(episodeTexts(group, report, words), inner),
    listLines(traitTexts(group, words), inner),
    stepLines(finding.remedies.slice(0, 1), words.headings.remedies, inner),
    [palette.paint('quiet', `acr-explain show ${group.code}`)],
  ])
  return [...hang(wrapSpans(head, inner.width, palette), `${palette.paint('heading', label)} `, 3), ...indent(body, 3)]
}

function seenLines(group: ReportGroup, { width, palette, words }: Sheet): string[] {
  return wrapSpans([{ text: seenParts(group, words).join(` ${palette.signs.dot} `), style: 'quiet' }], width, palette)
}

/** A head, and below it, set in, one line each. */
function listLines([head, ...items]: readonly string[], { width, palette }: Sheet): string[] {
  if (head === undefined) return []
  const rows = items.flatMap((item) => hang(wrapSpans([{ text: item }], width - 4, palette), '  ', 4))
  return [...wrapSpans([{ text: head }], width, palette), ...rows]
}

/** The causes that the logs themselves point to. */
function reasonLines({ causes }: ReportFinding<Prose>, { width, palette, words }: Sheet): string[] {
  return causes
    .filter(({ likelihood }) => likelihood === 'confirmed' || likelihood === 'likely')
    .flatMap(({ title, likelihood }) => {
      const sign = palette.signs.likelihoods[likelihood]
      const spans: Span[] = [{ text: `${words.likelihoods[likelihood]}${words.colon}${toPlainText(title)}` }]
      return hang(wrapSpans(spans, width - columnsOf(sign) - 1, palette), `${sign} `, columnsOf(sign) + 1)
    })
}

function consequenceLines({ consequences, code }: ReportGroup, { width, palette, words }: Sheet): string[] {
  if (consequences.length === 0) return []
  const text = `${words.consequenceOf(code)}${words.colon}${consequences.join(words.listSeparator)}`
  return wrapSpans([{ text, style: 'quiet' }], width, palette)
}

function moreGroups(left: number, { palette, words }: Sheet): string[] {
  return left > 0 ? [palette.paint('quiet', words.triage.moreGroups(left))] : []
}

function clearedBlock(groups: readonly ReportGroup[], report: Report, sheet: Sheet): string[] {
  const { width, palette, words } = sheet
  if (groups.length === 0) return []
  const rows = groups.slice(0, MOST_GROUPS).flatMap((group) => {
    const finding = findingOf(group, report)
    const parts = [whereOf(group, finding, words), ...seenParts(group, words)]
    const spans: Span[] = [{ text: group.code, style: 'good' }, ...parts.map((text) => ({ text: ` ${palette.signs.dot} ${text}` }))]
    return hang(wrapSpans(spans, width - 4, palette), `  ${palette.paint('good', palette.signs.statuses.passed)} `, 4)
  })
  return [palette.paint('heading', words.triage.headings.cleared), ...rows, ...moreGroups(groups.length - MOST_GROUPS, sheet)]
}

const MOST_ROWS = 8
const LEAST_STRETCHES = 3

/** How often each cause was seen, column by column: what began when, and what stopped. */
function timelineBlock({ timeline }: Report, groups: readonly ReportGroup[], { width, palette, words }: Sheet): string[] {
  const timed = groups.filter((group) => group.timeline.some((count) => count > 0)).slice(0, MOST_ROWS)
  if (!timeline || timed.length === 0 || timeline.starts.length < LEAST_STRETCHES) return []
  const together = Math.ceil(timeline.starts.length / Math.max(10, Math.floor(width / 2)))
  const seen = seenBetween(groups)
  const head = seen ? words.triage.timeline(timeline.minutes * together, seen.first, seen.last) : ''
  const rows = timed.flatMap(({ code, registry, timeline: counts }) => {
    const columns = Array.from({ length: Math.ceil(counts.length / together) }, (_, index) =>
      counts.slice(index * together, (index + 1) * together).reduce((sum, count) => sum + count, 0),
    )
    const chart = columnChart(columns, palette.signs.heights)
    const name = wrapSpans([{ text: registry ? `${code} ${palette.signs.dot} ${registry}` : code }], width - columns.length - 4, palette)
    return hang(name, `  ${palette.paint('bad', chart)}  `, columns.length + 4)
  })
  return [
    ...wrapSpans(
      [
        { text: `${words.triage.headings.timeline}  `, style: 'heading' },
        { text: head, style: 'quiet' },
      ],
      width,
      palette,
    ),
    ...rows,
  ]
}

/** Each row by its own greatest count; what was never seen stays empty. */
function columnChart(counts: readonly number[], heights: string): string {
  const most = Math.max(...counts)
  const steps = [...heights]
  return counts.map((count) => (count === 0 ? ' ' : (steps[Math.ceil((count / most) * steps.length) - 1] as string))).join('')
}

function inputsBlock(report: Report, { width, palette, words }: Sheet): string[] {
  const rows = inputsByVerdict(report, words).flatMap(([verdict, names]) => {
    const sign = palette.signs.verdicts[verdict]
    const shown = names.slice(0, MOST_NAMES).join(words.listSeparator)
    const left = names.length - MOST_NAMES
    const spans: Span[] = [
      { text: words.triage.ofVerdict(names.length, verdict), style: verdictStyles[verdict as Verdict] },
      { text: `${words.colon}${shown}` },
      ...(left > 0 ? [{ text: `${words.listSeparator}${words.triage.moreInputs(left)}`, style: 'quiet' as const }] : []),
    ]
    const columns = columnsOf(sign) + 3
    return hang(wrapSpans(spans, width - columns, palette), `  ${palette.paint(verdictStyles[verdict], sign)} `, columns)
  })
  return rows.length > 0 ? [palette.paint('heading', words.triage.headings.inputs), ...rows] : []
}

/** The inputs that were not read, or not in full: never left out silently. */
function problemsBlock({ inputs }: Report, sheet: Sheet): string[] {
  const { palette, words } = sheet
  const affected = inputs.filter(({ problem }) => problem !== null)
  if (affected.length === 0) return []
  const rows = affected.slice(0, MOST_PROBLEMS).flatMap((input) => indent(problemLines(input, { ...sheet, width: sheet.width - 2 }), 2))
  const left = affected.length - MOST_PROBLEMS
  return [
    palette.paint('heading', words.triage.headings.problems),
    ...rows,
    ...(left > 0 ? [`  ${palette.paint('quiet', words.triage.moreInputs(left))}`] : []),
  ]
}

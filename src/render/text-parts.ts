/** Parts of a page of text that reports of one log, of many, and an entry's own page have in common. */
import { type Prose, toPlainText } from '../catalog/prose.js'
import { encodingsOf } from '../report/encodings.js'
import type { Report, ReportCause, ReportEvidence, ReportFinding, ReportInput, ReportRemedy } from '../report/report.js'
import type { Words } from '../report/words.js'
import { nameOf, placeOf, timesOf } from './glance.js'
import { type Palette, verdictStyles } from './palette.js'
import { columnsOf, cutAround, cutTo, hang, paragraphSpans, type Span, wrapSpans } from './typeset.js'

/** What every part of the page is drawn with. */
export interface Sheet {
  readonly width: number
  readonly palette: Palette
  readonly words: Words
}

export const MOST_EVIDENCE = 3
const MOST_ROWS = 3
const MOST_UNEXPLAINED = 5
const MOST_UNEXPLAINED_ROWS = 2

export function indent(lines: readonly string[], columns: number): string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(columns) + line))
}

/** Sections with one empty line between them; those without lines are left out. */
export function parted(sections: readonly (readonly string[])[]): string[] {
  return sections
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index > 0 ? ['', ...lines] : lines))
    .filter((line, index, all) => line !== '' || all[index - 1] !== '')
}

export function proseLines(prose: Prose, { width, palette }: Pick<Sheet, 'width' | 'palette'>): string[] {
  return paragraphSpans(prose, palette).flatMap((spans, index) => [...(index > 0 ? [''] : []), ...wrapSpans(spans, width, palette)])
}

/** The causes, likeliest first, each with the reason for its rank; those that are ruled out in one line. */
export function causeLines(causes: readonly ReportCause<Prose>[], sheet: Sheet): string[] {
  const { words, palette } = sheet
  if (causes.length === 0) return []
  const standing = causes.filter(({ likelihood }) => likelihood !== 'ruled-out')
  const out = causes.filter(({ likelihood }) => likelihood === 'ruled-out')
  const explained = standing.findIndex(({ likelihood }) => likelihood === 'possible')
  return [
    palette.paint('heading', words.headings.causes),
    // The text of what the log points to, or of the first where it points nowhere.
    ...standing.flatMap((cause, index) => causeBlock(cause, cause.likelihood !== 'possible' || (explained === 0 && index === 0), sheet)),
    ...ruledOutLines(out, sheet),
  ]
}

function ruledOutLines(causes: readonly ReportCause<Prose>[], { width, palette, words }: Sheet): string[] {
  if (causes.length === 0) return []
  const sign = palette.signs.likelihoods['ruled-out']
  const titles = causes.map(({ title }) => toPlainText(title)).join(words.clauseSeparator)
  const columns = columnsOf(sign) + 1
  return hang(
    wrapSpans([{ text: `${words.likelihoods['ruled-out']}${words.colon}${titles}`, style: 'quiet' }], width - columns, palette),
    `${sign} `,
    columns,
  )
}

function causeBlock(cause: ReportCause<Prose>, isExplained: boolean, sheet: Sheet): string[] {
  const { width, palette, words } = sheet
  const sign = palette.signs.likelihoods[cause.likelihood]
  const columns = columnsOf(sign) + 1
  const because = cause.because.length > 0 ? words.becauseOf(cause.because) : ''
  const spans: Span[] = [
    {
      text: `${words.likelihoods[cause.likelihood]}${words.colon}`,
      style: cause.likelihood === 'possible' ? 'note' : 'bad',
    },
    { text: toPlainText(cause.title), style: 'strong' },
    ...(because ? [{ text: ` ${palette.signs.dash} ${because}`, style: 'quiet' as const }] : []),
  ]
  const head = hang(wrapSpans(spans, width - columns, palette), `${sign} `, columns)
  return isExplained ? [...head, ...indent(proseLines(cause.text, { width: width - columns, palette }), columns)] : head
}

/** Numbered steps, commands on lines of their own to be copied. */
export function stepLines(steps: readonly ReportRemedy<Prose>[], heading: string, { width, palette }: Sheet): string[] {
  if (steps.length === 0) return []
  const lines = steps.flatMap(({ text, commands }, index) => {
    const label = `${index + 1}. `
    const words = proseLines(text, { width: width - label.length, palette })
    return [...hang(words, label, label.length), ...commandLines(commands, label.length, { palette })]
  })
  return [palette.paint('heading', heading), ...lines]
}

/** A command is never broken: it shall be copied as it stands. */
function commandLines(commands: readonly string[], columns: number, { palette }: Pick<Sheet, 'palette'>): string[] {
  if (commands.length === 0) return []
  return ['', ...commands.map((command) => `${' '.repeat(columns + 2)}${palette.paint('command', command)}`), '']
}

export function decidingLines({ command, reading }: NonNullable<ReportFinding<Prose>['decide']>, sheet: Sheet): string[] {
  return [
    sheet.palette.paint('heading', sheet.words.headings.deciding),
    ...commandLines([command], 0, sheet),
    ...proseLines(reading, sheet),
  ]
}

export function linkLines(links: readonly string[], { palette, words }: Sheet): string[] {
  if (links.length === 0) return []
  return [palette.paint('heading', words.headings.more), ...links.map((link) => `  ${palette.paint('quiet', link)}`)]
}

export function headline(
  { verdict, summary, incomplete }: Pick<Report, 'verdict' | 'summary' | 'incomplete'>,
  { width, palette, words }: Sheet,
): string[] {
  const style = verdictStyles[verdict]
  const sign = `${palette.signs.verdicts[verdict]} ${words.verdicts[verdict]}`
  const head = `${palette.paint('heading', palette.paint(style, sign))}  `
  const columns = columnsOf(sign) + 2
  const spans: Span[] = summary.flat().map((inline) => ({ text: String(inline), style: 'heading' as const }))
  const note = incomplete ? wrapSpans([{ text: words.triage.incomplete, style: 'warn' }], width, palette) : []
  return [...hang(wrapSpans(spans, width - columns, palette), head, columns), ...note]
}

/** A title stands alone here, so it begins like a sentence. */
export function sentence(title: Prose): string {
  const text = toPlainText(title)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/**
 * A text with its place: before it, or above it where the place is long.
 *
 * @param textFor gives as much of the text as is wanted in rows of so many columns
 */
function placed(place: string, textFor: (columns: number) => string, { width, palette }: Sheet): string[] {
  const isLong = columnsOf(place) > width / 4
  const columns = isLong ? 2 : columnsOf(place) + 2
  const room = width - columns
  const rows = wrapSpans([{ text: textFor(room) }], room, palette)
  const shown = palette.paint('quiet', place)
  return isLong ? [shown, ...indent(rows, columns)] : hang(rows, `${shown}  `, columns)
}

/**
 * A line of a log with its place.
 *
 * @param columns where its message stands, as of evidence
 */
export function quotedLines(place: string, text: string, columns: ReportEvidence['columns'], sheet: Sheet): string[] {
  return placed(place, (room) => cutAround(text, columns, room * MOST_ROWS, sheet.palette.signs.ellipsis), sheet)
}

/** The first lines that a finding rests on, each with its place. */
export function evidenceLines({ evidence }: ReportFinding<Prose>, most: number, report: Report, sheet: Sheet): string[] {
  const { palette, words } = sheet
  const shown = evidence.slice(0, most)
  const lines = shown.flatMap(({ input, line, text, columns: message }, index) => {
    const isFirst = shown.findIndex((other) => other.input === input) === index
    const place = isFirst ? placeOf(report, input, line, words) : words.lineAlone(line)
    return quotedLines(place, text, message, sheet)
  })
  const left = evidence.length - shown.length
  return left > 0 ? [...lines, palette.paint('quiet', words.moreEvidence(left))] : lines
}

export function unexplainedBlock(report: Report, sheet: Sheet): string[] {
  const { palette, words } = sheet
  const { unexplained, accounting } = report
  if (unexplained.length === 0) return []
  const rows = unexplained.slice(0, MOST_UNEXPLAINED).flatMap((one) => {
    const times = timesOf(one, words)
    const textFor = (columns: number) =>
      cutTo(one.text.trim(), columns * MOST_UNEXPLAINED_ROWS - columnsOf(times), palette.signs.ellipsis) + times
    const inner = { ...sheet, width: sheet.width - 2 }
    return [
      ...indent(placed(placeOf(report, one.input, one.line, words), textFor, inner), 2),
      ...(one.command === undefined ? [] : [`      ${palette.paint('command', one.command)}`]),
    ]
  })
  const left = unexplained.length - Math.min(unexplained.length, MOST_UNEXPLAINED)
  return [
    palette.paint('heading', words.headings.unexplained),
    ...rows,
    ...[
      ...(left > 0 ? [words.moreUnexplained(left)] : []),
      ...(accounting.unlisted ? [words.triage.unlisted(accounting.unlisted)] : []),
    ].map((more) => `  ${palette.paint('quiet', more)}`),
  ]
}

/** Why an input was not read, or not in full. */
export function problemLines(input: ReportInput, { width, palette, words }: Sheet): string[] {
  return wrapSpans([{ text: `${nameOf(input, words)}${words.colon}${input.problem}` }], width, palette)
}

/** Every line of the input is accounted for; here is how. */
export function footer({ accounting, inputs }: Report, { width, palette, words }: Sheet): string[] {
  const { total, ...classes } = accounting.lines
  if (total === 0) return []
  const parts = Object.entries(classes).flatMap(([name, count]) =>
    count > 0 ? [`${count} ${words.lineClasses[name as keyof typeof classes]}`] : [],
  )
  const encodings = encodingsOf(inputs)
  return wrapSpans([{ text: words.accounting(total, encodings, parts), style: 'quiet' }], width, palette)
}

/** Parts of a page of text that a report and an entry's own page have in common. */
import type { Prose } from '../catalog/prose.js'
import type { ReportCause, ReportFinding, ReportRemedy } from '../report/report.js'
import type { Sheet } from './text.js'
import { columnsOf, hang, paragraphSpans, type Span, wrapSpans } from './typeset.js'

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
  const titles = causes.map(({ title }) => title.flat().map(String).join('')).join('; ')
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
    { text: cause.title.flat().map(String).join(''), style: 'strong' },
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

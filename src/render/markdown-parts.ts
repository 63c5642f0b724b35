/** Parts of a Markdown page that a report and an entry's own page have in common. */
import { codeSpan, type Prose, toCommonMark } from '../catalog/prose.js'
import type { Report, ReportFinding, ReportInput, ReportRemedy, Verdict } from '../report/report.js'
import type { Words } from '../report/words.js'
import { nameOf, placeOf, timesOf } from './glance.js'

export const verdictSigns: Readonly<Record<Verdict, string>> = { healthy: '✅', warnings: '⚠️', failing: '❌', inconclusive: '❔' }
const MOST_EVIDENCE = 5
const MOST_UNEXPLAINED = 10

// Only what could be taken for markup in a single line of plain words.
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&')
}

/** A fenced block around any lines: its fence is longer than every run of backticks inside. */
export function fence(lines: readonly string[], info = 'console'): string {
  const text = lines.join('\n')
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2)
  const marks = '`'.repeat(longest + 1)
  return `${marks}${info}\n${text}\n${marks}`
}

/** Numbered steps under a heading, commands in blocks of their own; nothing where there are none. */
export function steps(remedies: readonly ReportRemedy<Prose>[], heading: string): string[] {
  if (remedies.length === 0) return []
  const items = remedies.map(({ text, commands }, index) => {
    const label = `${index + 1}. `
    const body = [toCommonMark(text), ...(commands.length > 0 ? [fence(commands)] : [])].join('\n\n')
    return label + body.replaceAll('\n', `\n${' '.repeat(label.length)}`).replace(/^ +$/gm, '')
  })
  return [heading, items.join('\n\n')]
}

export function headline({ verdict, summary, incomplete }: Pick<Report, 'verdict' | 'summary' | 'incomplete'>, words: Words): string[] {
  const note = incomplete ? [`**${words.triage.incomplete}**`] : []
  return [`## ${verdictSigns[verdict]} ${words.verdicts[verdict]}`, toCommonMark(summary), ...note]
}

/** Why an input was not read, or not in full. */
export function problemItem(input: ReportInput, words: Words): string {
  return `${codeSpan(nameOf(input, words))}${words.colon}${escapeMarkdown(input.problem ?? '')}`
}

/** The evidence as a block of code: a log's own marks stay marks of the log. */
export function quoted(evidence: ReportFinding<Prose>['evidence'], report: Report, words: Words): string {
  const shown = evidence.slice(0, MOST_EVIDENCE).map(({ input, line, text }) => `${placeOf(report, input, line, words)}  ${text.trim()}`)
  const left = evidence.length - shown.length
  return fence(left > 0 ? [...shown, words.moreEvidence(left)] : shown, 'text')
}

export function unexplainedBlocks(report: Report, words: Words): string[] {
  const { unexplained, accounting } = report
  if (unexplained.length === 0) return []
  const listed = unexplained.slice(0, MOST_UNEXPLAINED)
  const shown = listed.map((one) => `${placeOf(report, one.input, one.line, words)}  ${one.text.trim()}${timesOf(one, words)}`)
  const left = unexplained.length - shown.length
  const commands = listed.flatMap(({ command }) => command ?? [])
  return [
    `### ${words.headings.unexplained}`,
    fence(left > 0 ? [...shown, words.moreUnexplained(left)] : shown, 'text'),
    ...(accounting.unlisted ? [words.triage.unlisted(accounting.unlisted)] : []),
    ...(commands.length > 0 ? [fence(commands)] : []),
  ]
}

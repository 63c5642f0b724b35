/** The report as CommonMark, to be pasted into an issue or a chat. */
import { codeSpan, type Prose, toCommonMark, toPlainText } from '../catalog/prose.js'
import type { Report, ReportCause, ReportCheck, ReportFinding, ReportRun } from '../report/report.js'
import { type Words, wordsFor } from '../report/words.js'
import { environmentParts, placeOf, shownRuns } from './glance.js'
import { escapeMarkdown, fence, steps } from './markdown-parts.js'
import type { Renderer } from './renderer.js'

export const markdownRenderer: Renderer = { name: 'markdown', render: renderMarkdown }

const signs: Readonly<Record<ReportCheck['status'], string>> = { passed: '✅', failed: '❌', skipped: '➖', 'not-run': '⚪' }
const verdictSigns: Readonly<Record<Report['verdict'], string>> = { healthy: '✅', warnings: '⚠️', failing: '❌', inconclusive: '❔' }
const MOST_EVIDENCE = 5
const MOST_UNEXPLAINED = 10

function renderMarkdown(report: Report): string {
  const words = wordsFor(report.locale)
  const own = report.findings.filter(({ consequenceOf, state }) => consequenceOf === null && state === 'open')
  const blocks = [
    `## ${verdictSigns[report.verdict]} ${words.verdicts[report.verdict]}`,
    toCommonMark(report.summary),
    ...report.inputs.flatMap(({ name, problem }) => (problem ? [`${codeSpan(name)}: ${escapeMarkdown(problem)}`] : [])),
    ...shownRuns(report).flatMap((run) => ladder(run, report, words)),
    ...own.flatMap((finding) => findingBlocks(finding, report, words)),
    ...clearedBlocks(report, words),
    ...steps(report.advice, `#### ${words.headings.advice}`),
    ...unexplainedBlocks(report, words),
  ]
  return `${blocks.join('\n\n')}\n`
}

function ladder(run: ReportRun, report: Report, words: Words): string[] {
  const rows = run.checks.map(({ id, status, because, line }) => {
    const why = because === null || line === null ? because : words.saidAt(because, line)
    return `- ${signs[status]} ${words.checks[id]}${status === 'passed' ? '' : ` (${words.statuses[status]}${why ? `${words.colon}${escapeMarkdown(why)}` : ''})`}`
  })
  return [`### ${words.headings.checks}`, environmentParts(run, report, words).map(escapeMarkdown).join(' · '), rows.join('\n')]
}

function findingBlocks(finding: ReportFinding<Prose>, report: Report, words: Words): string[] {
  const { code, severity, role, count, title, evidence, meaning, causes, remedies, decide, links } = finding
  const marks = [
    words.severities[severity],
    ...(role === 'independent' ? [] : [words.roles[role]]),
    ...(count > 1 ? [words.times(count)] : []),
  ]
  const consequences = report.findings.filter(({ consequenceOf, state }) => consequenceOf === code && state === 'open')
  return [
    `### ${code}: ${escapeMarkdown(toPlainText(title))}`,
    `*${marks.join(' · ')}*`,
    quoted(evidence, report, words),
    toCommonMark(meaning),
    `#### ${words.headings.causes}`,
    causes.map((cause) => causeItem(cause, words)).join('\n'),
    ...steps(remedies, `#### ${words.headings.remedies}`),
    ...(decide ? [`#### ${words.headings.deciding}`, fence([decide.command]), toCommonMark(decide.reading)] : []),
    ...(consequences.length > 0
      ? [
          consequences
            .map((other) => `- ${codeSpan(other.code)} (${words.consequenceOf(code)}): ${escapeMarkdown(toPlainText(other.title))}`)
            .join('\n'),
        ]
      : []),
    ...(links.length > 0 ? [`${words.headings.more}: ${links.map((link) => `<${link}>`).join(', ')}`] : []),
  ]
}

/** The evidence as a block of code: a log's own marks stay marks of the log. */
function quoted(evidence: ReportFinding<Prose>['evidence'], report: Report, words: Words): string {
  const shown = evidence.slice(0, MOST_EVIDENCE).map(({ input, line, text }) => `${placeOf(report, input, line, words)}  ${text.trim()}`)
  const left = evidence.length - shown.length
  return fence(left > 0 ? [...shown, words.moreEvidence(left)] : shown, 'text')
}

function causeItem({ title, text, likelihood, because }: ReportCause<Prose>, words: Words): string {
  const why = because.length > 0 ? ` (${escapeMarkdown(words.becauseOf(because))})` : ''
  const explanation = likelihood === 'ruled-out' ? '' : `\n\n  ${toCommonMark(text).replaceAll('\n', '\n  ')}\n`
  return `- **${words.likelihoods[likelihood]}**${words.colon}${escapeMarkdown(toPlainText(title))}${why}${explanation}`
}

function clearedBlocks({ findings }: Report, words: Words): string[] {
  const cleared = findings.filter(({ state }) => state === 'cleared')
  if (cleared.length === 0) return []
  return [cleared.map(({ code, title }) => `- ✅ ${codeSpan(code)}: ${escapeMarkdown(toPlainText(title))} (${words.cleared})`).join('\n')]
}

function unexplainedBlocks(report: Report, words: Words): string[] {
  const { unexplained } = report
  if (unexplained.length === 0) return []
  const shown = unexplained
    .slice(0, MOST_UNEXPLAINED)
    .map(
      ({ input, line, text, count }) =>
        `${placeOf(report, input, line, words)}  ${text.trim()}${count > 1 ? ` (${words.times(count)})` : ''}`,
    )
  const left = unexplained.length - shown.length
  return [`### ${words.headings.unexplained}`, fence(left > 0 ? [...shown, words.moreUnexplained(left)] : shown, 'text')]
}

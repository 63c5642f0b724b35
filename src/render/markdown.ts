/** The report as CommonMark, to be pasted into an issue or a chat. */
import { codeSpan, type Prose, toCommonMark, toPlainText } from '../catalog/prose.js'
import type { Report, ReportCause, ReportCheck, ReportRun } from '../report/report.js'
import { type Words, wordsFor } from '../report/words.js'
import { environmentParts, openFindings, type ShownFinding, shownRuns } from './glance.js'
import { escapeMarkdown, fence, headline, problemItem, quoted, steps, unexplainedBlocks } from './markdown-parts.js'
import type { Renderer } from './renderer.js'
import { triageBlocks } from './triage-markdown.js'

export const markdownRenderer: Renderer = { name: 'markdown', render: renderMarkdown }

const signs: Readonly<Record<ReportCheck['status'], string>> = { passed: '✅', failed: '❌', skipped: '➖', 'not-run': '⚪' }

function renderMarkdown(report: Report): string {
  const words = wordsFor(report.locale)
  if (report.groups) return `${triageBlocks(report, report.groups, words).join('\n\n')}\n`
  const blocks = [
    ...headline(report, words),
    ...report.inputs.flatMap((input) => (input.problem ? [problemItem(input, words)] : [])),
    ...shownRuns(report).flatMap((run) => ladder(run, report, words)),
    ...openFindings(report).flatMap((shown) => findingBlocks(shown, report, words)),
    ...clearedBlocks(report, words),
    ...steps(report.advice, `#### ${words.headings.advice}`),
    ...unexplainedBlocks(report, words),
  ]
  return `${blocks.join('\n\n')}\n`
}

function ladder(run: ReportRun, report: Report, words: Words): string[] {
  const rows = run.checks.map(({ id, status, because, line }) => {
    const why = because === null || line === null ? because : words.saidAt(because, line)
    return `- ${signs[status]} ${words.checks[id]}${status === 'passed' ? '' : words.aside(`${words.statuses[status]}${why ? `${words.colon}${escapeMarkdown(why)}` : ''}`)}`
  })
  return [`### ${words.headings.checks}`, environmentParts(run, report, words).map(escapeMarkdown).join(' · '), rows.join('\n')]
}

function findingBlocks({ finding, consequences }: ShownFinding, report: Report, words: Words): string[] {
  const { code, severity, role, count, title, evidence, meaning, causes, remedies, decide, links, origin, release } = finding
  const marks = [
    words.severities[severity],
    ...(role === 'independent' ? [] : [words.roles[role]]),
    ...(count > 1 ? [words.times(count)] : []),
    ...(origin ? [words.from(origin)] : []),
  ]
  return [
    `### ${code}: ${escapeMarkdown(toPlainText(title))}`,
    `*${marks.map(escapeMarkdown).join(' · ')}*`,
    quoted(evidence, report, words),
    toCommonMark(meaning),
    ...(release?.text ? [escapeMarkdown(release.text)] : []),
    ...(causes.length > 0 ? [`#### ${words.headings.causes}`, causes.map((cause) => causeItem(cause, words)).join('\n')] : []),
    ...steps(remedies, `#### ${words.headings.remedies}`),
    ...(decide ? [`#### ${words.headings.deciding}`, fence([decide.command]), toCommonMark(decide.reading)] : []),
    ...(consequences.length > 0
      ? [
          consequences
            .map(
              (other) =>
                `- ${codeSpan(other.code)}${words.aside(words.consequenceOf(code))}${words.colon}${escapeMarkdown(toPlainText(other.title))}`,
            )
            .join('\n'),
        ]
      : []),
    ...(links.length > 0 ? [`${words.headings.more}: ${links.map((link) => `<${link}>`).join(', ')}`] : []),
  ]
}

function causeItem({ title, text, likelihood, because }: ReportCause<Prose>, words: Words): string {
  const why = because.length > 0 ? words.aside(escapeMarkdown(words.becauseOf(because))) : ''
  const explanation = likelihood === 'ruled-out' ? '' : `\n\n  ${toCommonMark(text).replaceAll('\n', '\n  ')}\n`
  return `- **${words.likelihoods[likelihood]}**${words.colon}${escapeMarkdown(toPlainText(title))}${why}${explanation}`
}

function clearedBlocks({ findings }: Report, words: Words): string[] {
  const cleared = findings.filter(({ state }) => state === 'cleared')
  if (cleared.length === 0) return []
  return [
    cleared
      .map(({ code, title }) => `- ✅ ${codeSpan(code)}${words.colon}${escapeMarkdown(toPlainText(title))}${words.aside(words.cleared)}`)
      .join('\n'),
  ]
}

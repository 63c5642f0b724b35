/** The report of a triage as CommonMark. */
import { codeSpan, toPlainText } from '../catalog/prose.js'
import type { Report, ReportGroup } from '../report/report.js'
import type { Words } from '../report/words.js'
import { episodeTexts, findingOf, inputsByVerdict, seenParts, traitTexts, whereOf } from './glance.js'
import { escapeMarkdown, headline, problemItem, quoted, steps, unexplainedBlocks, verdictSigns } from './markdown-parts.js'

const MOST_GROUPS = 20
const MOST_NAMES = 10
const MOST_PROBLEMS = 50

export function triageBlocks(report: Report, groups: readonly ReportGroup[], words: Words): string[] {
  const open = groups.filter(({ state }) => state === 'open')
  const cleared = groups.filter(({ state }) => state === 'cleared')
  return [
    ...headline(report, words),
    ...open.slice(0, MOST_GROUPS).flatMap((group) => groupBlocks(group, report, words)),
    ...moreGroups(open, words),
    ...(cleared.length > 0
      ? [`### ${words.triage.headings.cleared}`, clearedList(cleared, report, words), ...moreGroups(cleared, words)]
      : []),
    ...inputsBlocks(report, words),
    ...problemsBlocks(report, words),
    ...unexplainedBlocks(report, words),
  ]
}

function groupBlocks(group: ReportGroup, report: Report, words: Words): string[] {
  const finding = findingOf(group, report)
  if (!finding) return []
  const { code, severity, consequences } = group
  const pressing = finding.causes.filter(({ likelihood }) => likelihood === 'confirmed' || likelihood === 'likely')
  return [
    `### ${code}: ${escapeMarkdown(toPlainText(finding.title))}`,
    `*${[words.severities[severity], escapeMarkdown(whereOf(group, finding, words)), ...seenParts(group, words).map(escapeMarkdown)].join(' · ')}*`,
    quoted(finding.evidence, report, words),
    ...pressing.map(({ likelihood, title }) => `- **${words.likelihoods[likelihood]}**: ${escapeMarkdown(toPlainText(title))}`),
    ...(consequences.length > 0
      ? [`${words.consequenceOf(code)}${words.colon}${consequences.map(codeSpan).join(words.listSeparator)}`]
      : []),
    ...list(episodeTexts(group, report, words)),
    ...list(traitTexts(group, words)),
    ...steps(finding.remedies.slice(0, 1), `#### ${words.headings.remedies}`),
  ]
}

/** A head, and a list below it. */
function list([head, ...items]: readonly string[]): string[] {
  return head === undefined ? [] : [escapeMarkdown(head), items.map((item) => `- ${escapeMarkdown(item)}`).join('\n')]
}

function moreGroups(groups: readonly ReportGroup[], words: Words): string[] {
  return groups.length > MOST_GROUPS ? [words.triage.moreGroups(groups.length - MOST_GROUPS)] : []
}

function clearedList(groups: readonly ReportGroup[], report: Report, words: Words): string {
  return groups
    .slice(0, MOST_GROUPS)
    .map((group) => {
      const parts = [whereOf(group, findingOf(group, report), words), ...seenParts(group, words)]
      return `- ✅ ${codeSpan(group.code)}: ${parts.map(escapeMarkdown).join(' · ')}`
    })
    .join('\n')
}

function inputsBlocks(report: Report, words: Words): string[] {
  const rows = inputsByVerdict(report, words).map(([verdict, names]) => {
    const shown = names.slice(0, MOST_NAMES).map(codeSpan)
    const left = names.length - shown.length
    const all = [...shown, ...(left > 0 ? [words.triage.moreInputs(left)] : [])].join(words.listSeparator)
    return `- ${verdictSigns[verdict]} ${words.triage.ofVerdict(names.length, verdict)}${words.colon}${all}`
  })
  return rows.length > 0 ? [`### ${words.triage.headings.inputs}`, rows.join('\n')] : []
}

function problemsBlocks({ inputs }: Report, words: Words): string[] {
  const affected = inputs.filter(({ problem }) => problem !== null)
  if (affected.length === 0) return []
  const rows = affected.slice(0, MOST_PROBLEMS).map((input) => `- ${problemItem(input, words)}`)
  const left = affected.length - rows.length
  return [`### ${words.triage.headings.problems}`, [...rows, ...(left > 0 ? [`- ${words.triage.moreInputs(left)}`] : [])].join('\n')]
}

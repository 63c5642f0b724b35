/** A difference as CommonMark, for an issue or a chat. */
import { codeSpan, toCommonMark, toPlainText } from '../../catalog/prose.js'
import type { DifferenceReport } from '../../diff/report-difference.js'
import { type Words, wordsFor } from '../../report/words.js'
import { escapeMarkdown, fence, headline, verdictSigns } from '../markdown-parts.js'
import { type ChangeSort, factLine, inputNames, type ShownChange, shownChanges } from './difference-glance.js'

const MOST_NAMES = 5

export function renderDifferenceMarkdown(difference: DifferenceReport): string {
  const words = wordsFor(difference.locale)
  const { headings } = words.difference
  const blocks = [
    ...headline(difference, words),
    [sideItem('before', difference, words), sideItem('after', difference, words)].join('\n'),
    ...shownChanges(difference, words, '→').flatMap(([sort, changes]) => [
      `### ${headings[sort]}`,
      ...changes.flatMap((change) => changeBlocks(change, sort, words)),
    ]),
    ...(difference.facts.length > 0
      ? [`### ${headings.facts}`, difference.facts.map((fact) => `- ${escapeMarkdown(factLine(fact, words, '→'))}`).join('\n')]
      : []),
  ]
  return `${blocks.join('\n\n')}\n`
}

function sideItem(side: 'before' | 'after', difference: DifferenceReport, words: Words): string {
  const { verdict, summary, incomplete } = difference[side]
  const names = inputNames(difference[side], MOST_NAMES, words, codeSpan)
  const note = incomplete ? ` **${words.triage.incomplete}**` : ''
  return `- **${words.difference.headings[side]}** ${verdictSigns[verdict]} ${names}${words.colon}${toCommonMark(summary)}${note}`
}

function changeBlocks({ finding, notes }: ShownChange, sort: ChangeSort, words: Words): string[] {
  const { code, severity, registry, title, evidence } = finding
  const isLeft = sort !== 'fixed' && sort !== 'gone'
  const sign = isLeft ? '❌' : sort === 'gone' ? '❔' : '✅'
  const marks = [words.severities[severity], ...(registry ? [codeSpan(registry)] : [])].join(', ')
  return [
    `${sign} ${codeSpan(code)} (${marks})${words.colon}${escapeMarkdown(toPlainText(title))}`,
    ...(notes.length > 0 ? [notes.map((note) => `- ${escapeMarkdown(note)}`).join('\n')] : []),
    ...(evidence && isLeft ? [fence([`${words.line(evidence.input, evidence.line)}  ${evidence.text.trim()}`], 'text')] : []),
  ]
}

/** One finding: what it is and where it was seen at a glance, the rest behind a summary that opens without a script. */
import { type Prose, toPlainText } from '../../catalog/prose.js'
import type { ReportFinding } from '../../report/report.js'
import { episodeTexts, placeOf, seenParts, traitTexts } from '../glance.js'
import { Sparkline } from './charts.js'
import { Explanation } from './explanation.js'
import type { Paper } from './paper.js'
import { breakable } from './prose.js'
import { sentence } from './sentence.js'

/** So many stand open: a reader in a hurry needs no more. */
const MOST_OPEN = 3
const SHOWN_EVIDENCE = 3

export function FindingArticle({ index, paper }: { readonly index: number; readonly paper: Paper }) {
  const { report, words, say } = paper
  const finding = report.findings[index] as ReportFinding<Prose>
  const { code, title, severity, state } = finding
  const first = paper.firstOf(code)
  const group = paper.groupOf(finding)
  return (
    <article class={`item finding ${state === 'cleared' ? 'cleared' : severity}`} id={`f${index}`} data-severity={severity}>
      <h3>{sentence(toPlainText(title))}</h3>
      <p class="kind">
        <span class="code">{breakable(code)}</span>
        {kindOf(finding, paper).map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
      {group && report.timeline && <Sparkline counts={group.timeline} />}
      <Evidence finding={finding} most={first === index ? SHOWN_EVIDENCE : 1} paper={paper} />
      <details open={index < MOST_OPEN}>
        <summary>{say.details}</summary>
        <Explanation explanation={finding} index={index} first={first ?? index} words={words} say={say} />
        {group && [episodeTexts(group, report, words), traitTexts(group, words)].map((texts, at) => <HeadedList key={at} texts={texts} />)}
      </details>
    </article>
  )
}

/** A sentence and the lines that belong to it. */
function HeadedList({ texts: [head, ...lines] }: { readonly texts: readonly string[] }) {
  if (head === undefined) return null
  return (
    <>
      <p>{head}</p>
      <ul class="plain">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

function kindOf(finding: ReportFinding<Prose>, paper: Paper): string[] {
  const { severity, role, state, count, consequenceOf, facts, origin } = finding
  const { words } = paper
  const group = paper.groupOf(finding)
  const where = facts.loginServer ?? facts.registry
  return [
    words.severities[severity],
    ...(role === 'root-cause' ? [words.roles[role]] : []),
    ...(consequenceOf === null ? [] : [words.consequenceOf(consequenceOf)]),
    ...(where ? [where] : []),
    ...(group ? seenParts(group, words) : count > 1 ? [words.times(count)] : []),
    ...(state === 'cleared' ? [words.cleared] : []),
    ...(origin ? [words.from(origin)] : []),
  ]
}

function Evidence({
  finding: { evidence },
  most,
  paper,
}: {
  readonly finding: ReportFinding<Prose>
  readonly most: number
  readonly paper: Paper
}) {
  const { report, words } = paper
  if (evidence.length === 0) return null
  const left = evidence.length - most
  return (
    <>
      <ul class="evidence">
        {evidence.slice(0, most).map(({ input, line, text }) => (
          <li key={`${input}:${line}`}>
            <span class="place">{placeOf(report, input, line, words)}</span> <code>{text.trim()}</code>
          </li>
        ))}
      </ul>
      {left > 0 && <p class="aside">{words.moreEvidence(left)}</p>}
    </>
  )
}

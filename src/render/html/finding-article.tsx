/** One finding: what it is and where it was seen at a glance, the rest behind a summary that opens without a script. */
import { type Prose, toPlainText } from '../../catalog/prose.js'
import type { ReportCause, ReportExplanation, ReportFinding, ReportRemedy } from '../../report/report.js'
import type { Words } from '../../report/words.js'
import { causeOfStep, episodeTexts, placeOf, seenParts, traitTexts } from '../glance.js'
import { Sparkline } from './charts.js'
import type { Paper } from './paper.js'
import { breakable, FurtherLinks, ProseView } from './prose.js'
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
        {first === index ? (
          <Explained explanation={finding} words={words} />
        ) : (
          <Repeated finding={finding} first={first ?? 0} paper={paper} />
        )}
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

interface ExplainedProps {
  readonly explanation: ReportExplanation<Prose>
  readonly words: Words
}

/** What it means, why it happens, what to do, and how to decide. */
export function Explained({ explanation: { meaning, release, causes, remedies, decide, links }, words }: ExplainedProps) {
  return (
    <>
      <ProseView prose={meaning} />
      {release?.text && <p>{release.text}</p>}
      {causes.length > 0 && (
        <>
          <h4>{words.headings.causes}</h4>
          <ul class="causes">
            {causes.map((cause) => (
              <Cause key={cause.id} cause={cause} isExplained={cause.likelihood !== 'ruled-out'} words={words} />
            ))}
          </ul>
        </>
      )}
      <Steps remedies={remedies} causes={causes} heading={words.headings.remedies} words={words} />
      {decide && (
        <>
          <h4>{words.headings.deciding}</h4>
          <Commands lines={[decide.command]} />
          <ProseView prose={decide.reading} />
        </>
      )}
      <FurtherLinks links={links} words={words} />
    </>
  )
}

/** Of a code that is explained further up: what is its own. */
function Repeated({ finding, first, paper }: { readonly finding: ReportFinding<Prose>; readonly first: number; readonly paper: Paper }) {
  const { words, say } = paper
  const pressing = finding.causes.filter(({ likelihood }) => likelihood === 'confirmed' || likelihood === 'likely')
  const commands = finding.remedies.find((remedy) => remedy.commands.length > 0)?.commands ?? []
  return (
    <>
      {pressing.length > 0 && (
        <ul class="causes">
          {pressing.map((cause) => (
            <Cause key={cause.id} cause={cause} isExplained={false} words={words} />
          ))}
        </ul>
      )}
      <Commands lines={commands} />
      <p class="aside">
        <a href={`#f${first}`}>{say.explainedAbove}</a>
      </p>
    </>
  )
}

interface CauseProps {
  readonly cause: ReportCause<Prose>
  readonly isExplained: boolean
  readonly words: Words
}

function Cause({ cause: { title, text, likelihood, because }, isExplained, words }: CauseProps) {
  return (
    <li class={likelihood}>
      <p>
        <span class="likelihood">{words.likelihoods[likelihood]}</span> {toPlainText(title)}
      </p>
      {isExplained && <ProseView prose={text} />}
      {because.length > 0 && <p class="because">{words.becauseOf(because)}</p>}
    </li>
  )
}

interface StepsProps {
  readonly remedies: readonly ReportRemedy<Prose>[]
  /** What they help against, where that is known. */
  readonly causes?: readonly ReportCause<Prose>[]
  readonly heading: string
  readonly words: Words
}

/** Numbered steps under a heading; nothing where there are none. */
export function Steps({ remedies, causes = [], heading, words }: StepsProps) {
  if (remedies.length === 0) return null
  return (
    <>
      <h4>{heading}</h4>
      <ol class="steps">
        {remedies.map((remedy, at) => {
          const cause = causeOfStep(remedy, causes)
          return (
            <li key={at}>
              {cause !== null && <p class="against">{words.helpsAgainst(cause)}</p>}
              <ProseView prose={remedy.text} />
              <Commands lines={remedy.commands} />
            </li>
          )
        })}
      </ol>
    </>
  )
}

export function Commands({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <pre class="commands">
      {lines.map((line) => (
        <code key={line}>{`${line}\n`}</code>
      ))}
    </pre>
  )
}

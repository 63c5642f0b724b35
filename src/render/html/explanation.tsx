/** Why something failed, and what to do about it: at length for the first finding of a code, in short for the others. */
import { type Prose, toPlainText } from '../../catalog/prose.js'
import type { ReportCause, ReportExplanation, ReportRemedy } from '../../report/report.js'
import type { Words } from '../../report/words.js'
import { causeOfStep } from '../glance.js'
import type { HtmlWords } from './html-words.js'
import { FurtherLinks, ProseView } from './prose.js'

interface ExplanationProps extends ExplainedProps {
  /** The place of the finding among all of the page, which is in its `id`. */
  readonly index: number
  /** That of the first one of its code. */
  readonly first: number
  readonly say: HtmlWords
}

export function Explanation({ explanation, index, first, words, say }: ExplanationProps) {
  if (index === first) return <Explained explanation={explanation} words={words} />
  return <Repeated explanation={explanation} first={first} words={words} say={say} />
}

interface ExplainedProps {
  readonly explanation: ReportExplanation<Prose>
  readonly words: Words
}

/** What it means, why it happens, what to do, and how to decide. */
function Explained({ explanation: { meaning, release, causes, remedies, decide, links }, words }: ExplainedProps) {
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
function Repeated({ explanation: { causes, remedies }, first, words, say }: Omit<ExplanationProps, 'index'>) {
  const pressing = causes.filter(({ likelihood }) => likelihood === 'confirmed' || likelihood === 'likely')
  const commands = remedies.find((remedy) => remedy.commands.length > 0)?.commands ?? []
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

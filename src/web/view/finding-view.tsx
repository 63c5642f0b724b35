import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { type Prose, toPlainText } from '../../catalog/prose.js'
import { causeOfStep } from '../../render/glance.js'
import { breakable, FurtherLinks, ProseView } from '../../render/html/prose.js'
import { sentence } from '../../render/html/sentence.js'
import type { Report, ReportCause, ReportFinding } from '../../report/report.js'
import { addressOf } from '../address.js'
import { useLanguage } from './language.js'
import type { Spotlight } from './marks.js'
import { PlaceButton } from './place-button.js'
import { Command, Steps } from './steps.js'

const SHOWN_EVIDENCE = 4

interface FindingViewProps {
  readonly index: number
  readonly report: Report
  /** Lines of evidence that the page is spared. */
  readonly omittedEvidence: number
  readonly isOpen: boolean
  /** Shown under its root cause. */
  readonly isNested: boolean
  readonly onToggle: () => void
  readonly spotlight: Spotlight
  /** What follows from it. */
  readonly children: ComponentChildren
}

export function FindingView({ index, report, omittedEvidence, isOpen, isNested, onToggle, spotlight, children }: FindingViewProps) {
  const { words } = useLanguage()
  const finding = report.findings[index] as ReportFinding<Prose>
  const { code, severity, title, state } = finding
  const Heading = isNested ? 'h3' : 'h2'
  return (
    <article class={`finding ${state === 'cleared' ? 'cleared' : severity}`} id={`finding-${index}`}>
      <Heading>
        <button type="button" aria-expanded={isOpen} aria-controls={`finding-${index}-body`} onClick={onToggle}>
          {sentence(toPlainText(title))}
        </button>
      </Heading>
      <p class="kind">
        <a class="code" href={addressOf({ name: 'entry', code })}>
          {breakable(code)}
        </a>
        {kindOf(finding, words).map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
      <div id={`finding-${index}-body`} hidden={!isOpen} class="body">
        <EvidenceList finding={finding} report={report} omitted={omittedEvidence} spotlight={spotlight} />
        <FindingBody finding={finding} level={isNested ? 4 : 3} />
      </div>
      {children}
    </article>
  )
}

function kindOf(
  { severity, role, state, count, consequenceOf }: ReportFinding<Prose>,
  words: ReturnType<typeof useLanguage>['words'],
): string[] {
  return [
    words.severities[severity],
    ...(role === 'root-cause' ? [words.roles[role]] : []),
    ...(consequenceOf === null ? [] : [words.consequenceOf(consequenceOf)]),
    ...(count > 1 ? [words.times(count)] : []),
    ...(state === 'cleared' ? [words.cleared] : []),
  ]
}

interface EvidenceListProps {
  readonly finding: ReportFinding<Prose>
  readonly report: Report
  readonly omitted: number
  readonly spotlight: Spotlight
}

function EvidenceList({ finding: { evidence }, report, omitted, spotlight }: EvidenceListProps) {
  const { words, say } = useLanguage()
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? evidence : evidence.slice(0, SHOWN_EVIDENCE)
  const left = evidence.length - shown.length
  return (
    <>
      <ul class={`evidence${report.inputs.length > 1 ? ' of-files' : ''}`} aria-label={say.report.evidence}>
        {shown.map(({ input, line, text }) => (
          <li key={`${input}:${line}`}>
            <PlaceButton place={{ input, line }} report={report} spotlight={spotlight} />
            <code>{text.trim()}</code>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <button type="button" class="link aside" onClick={() => setIsWhole(true)}>
          {words.moreEvidence(left + omitted)}
        </button>
      )}
      {left === 0 && omitted > 0 && <p class="aside">{say.report.omitted(omitted)}</p>}
    </>
  )
}

/** What it means, why it happens, what to do, and how to decide. */
function FindingBody({ finding, level }: { readonly finding: ReportFinding<Prose>; readonly level: 3 | 4 }) {
  const { words } = useLanguage()
  const { meaning, causes, remedies, decide, links, release } = finding
  const Heading = level === 3 ? 'h3' : 'h4'
  return (
    <>
      <ProseView prose={meaning} />
      {release?.text && <p>{release.text}</p>}
      {causes.length > 0 && (
        <>
          <Heading>{words.headings.causes}</Heading>
          <ul class="causes">
            {causes.map((cause, at) => (
              <CauseItem key={cause.id} cause={cause} isExplained={isExplained(cause, at)} />
            ))}
          </ul>
        </>
      )}
      {remedies.length > 0 && (
        <>
          <Heading>{words.headings.remedies}</Heading>
          <Steps remedies={remedies} causeOf={(step) => causeOfStep(step, causes)} />
        </>
      )}
      {decide && (
        <>
          <Heading>{words.headings.deciding}</Heading>
          <Command lines={[decide.command]} />
          <ProseView prose={decide.reading} />
        </>
      )}
      <FurtherLinks links={links} words={words} />
    </>
  )
}

/** What the log points to, or the first where it points nowhere, is explained at once. */
function isExplained({ likelihood }: ReportCause<Prose>, at: number): boolean {
  return likelihood === 'confirmed' || likelihood === 'likely' || (at === 0 && likelihood === 'possible')
}

function CauseItem({ cause, isExplained }: { readonly cause: ReportCause<Prose>; readonly isExplained: boolean }) {
  const { words } = useLanguage()
  const { title, text, likelihood, because } = cause
  const head = (
    <>
      <span class="likelihood">{words.likelihoods[likelihood]}</span> {toPlainText(title)}
    </>
  )
  return (
    <li class={likelihood}>
      {likelihood === 'ruled-out' ? (
        <p class="head">{head}</p>
      ) : (
        <details open={isExplained}>
          <summary class="head">{head}</summary>
          <ProseView prose={text} />
        </details>
      )}
      {because.length > 0 && <p class="because">{words.becauseOf(because)}</p>}
    </li>
  )
}

import { encodingsOf } from '../../report/encodings.js'
import { outline } from '../../report/outline.js'
import type { Report } from '../../report/report.js'
import type { Explained } from '../worker/calls.js'
import { FindingView } from './finding-view.js'
import { useLanguage } from './language.js'
import type { Spotlight } from './marks.js'
import { PlaceButton } from './place-button.js'
import { Steps } from './steps.js'

interface ReportViewProps {
  readonly explained: Explained
  readonly isOpen: (index: number) => boolean
  readonly onToggle: (index: number) => void
  readonly spotlight: Spotlight
}

/** The findings, root cause first, then what stays unexplained and how every line is accounted for. */
export function ReportView({ explained, isOpen, onToggle, spotlight }: ReportViewProps) {
  const { words, say } = useLanguage()
  const { report, omitted } = explained
  const viewOf = (index: number, consequences: readonly number[], isNested = true) => (
    <FindingView
      key={index}
      index={index}
      report={report}
      omittedEvidence={omitted.evidence[index] ?? 0}
      isOpen={isOpen(index)}
      isNested={isNested}
      onToggle={() => onToggle(index)}
      spotlight={spotlight}
    >
      {consequences.map((consequence) => viewOf(consequence, []))}
    </FindingView>
  )
  const own = outline(report)
  return (
    <div class="report">
      {own.length > 0 && <h2 class="visually-hidden">{say.report.findings}</h2>}
      {own.map(({ index, consequences }) => viewOf(index, consequences, false))}
      {omitted.findings > 0 && <p class="aside">{say.report.omitted(omitted.findings)}</p>}
      {report.advice.length > 0 && (
        <section class="advice">
          <h2>{words.headings.advice}</h2>
          <Steps remedies={report.advice} />
        </section>
      )}
      <Unexplained explained={explained} spotlight={spotlight} />
      <Account report={report} />
    </div>
  )
}

function Unexplained({ explained: { report, omitted }, spotlight }: Pick<ReportViewProps, 'explained' | 'spotlight'>) {
  const { words, say } = useLanguage()
  if (report.unexplained.length === 0) return null
  return (
    <section class="unexplained">
      <h2>{words.headings.unexplained}</h2>
      <ul class={`evidence${report.inputs.length > 1 ? ' of-files' : ''}`}>
        {report.unexplained.map(({ input, line, text, count }) => (
          <li key={`${input}:${line}`}>
            <PlaceButton place={{ input, line }} report={report} spotlight={spotlight} />
            <code>{text.trim()}</code>
            {count > 1 && <span class="status">{words.times(count)}</span>}
          </li>
        ))}
      </ul>
      {omitted.unexplained > 0 && <p class="aside">{say.report.omitted(omitted.unexplained)}</p>}
    </section>
  )
}

/** Every line of the log is in one class; here is how many are in which. */
function Account({ report: { accounting, inputs } }: { readonly report: Report }) {
  const { words } = useLanguage()
  const { total, ...classes } = accounting.lines
  if (total === 0) return null
  const parts = Object.entries(classes).flatMap(([name, count]) =>
    count > 0 ? [`${count} ${words.lineClasses[name as keyof typeof classes]}`] : [],
  )
  const encodings = encodingsOf(inputs)
  return <p class="aside">{words.accounting(total, encodings, parts)}</p>
}

/** The ladder of checks as the way from the client to the registry, and where it broke. */
import { environmentParts } from '../../render/glance.js'
import { breakable } from '../../render/html/prose.js'
import type { Report, ReportCheck, ReportRun } from '../../report/report.js'
import { useLanguage } from './language.js'
import type { Spotlight } from './marks.js'

interface CheckPathProps {
  readonly run: ReportRun
  readonly report: Report
  /** Null where there is no log beside it to be led to. */
  readonly spotlight: Spotlight | null
  /** Which run it is; null where there is one alone. */
  readonly label: string | null
}

export function CheckPath({ run, report, spotlight, label }: CheckPathProps) {
  const { words, say } = useLanguage()
  const breakAt = run.checks.findIndex(({ status }) => status === 'failed')
  return (
    <figure class="path">
      <figcaption>
        {label !== null && <strong>{label}</strong>}
        {environmentParts(run, report, words).join(' · ')}
      </figcaption>
      <ol aria-label={say.report.path}>
        {run.checks.map((check, at) => (
          <Step
            key={check.id}
            check={check}
            run={run}
            report={report}
            spotlight={spotlight}
            isBreak={at === breakAt}
            next={run.checks[at + 1]?.status ?? null}
          />
        ))}
      </ol>
    </figure>
  )
}

const signs: Readonly<Record<ReportCheck['status'], string>> = { passed: '✓', failed: '✕', skipped: '–', 'not-run': '' }

interface StepProps extends Omit<CheckPathProps, 'label'> {
  readonly check: ReportCheck
  readonly isBreak: boolean
  /** What became of the step that it leads to. */
  readonly next: ReportCheck['status'] | null
}

function Step({ check, run, report, spotlight, isBreak, next }: StepProps) {
  const { words, say } = useLanguage()
  const { id, status, line, because } = check
  const finding = status === 'failed' ? report.findings.findIndex(({ code, runs }) => code === because && runs.includes(run.id)) : -1
  const spoken = `${words.statuses[status]}${because !== null && status !== 'failed' ? `${words.colon}${because}` : ''}`
  return (
    <li class={`${status}${isBreak ? ' break' : ''}${next === null ? '' : ` to-${next}`}`} title={status === 'passed' ? undefined : spoken}>
      <span class="sign" aria-hidden="true">
        {signs[status]}
      </span>
      {line === null || spotlight === null ? (
        <span class="step">{words.checks[id]}</span>
      ) : (
        <button type="button" class="step" onClick={() => spotlight.showLine({ input: run.input, line })}>
          {words.checks[id]}
          <span class="visually-hidden">{`${words.listSeparator}${words.lineAlone(line)}`}</span>
        </button>
      )}
      <span class={status === 'passed' || status === 'failed' ? 'visually-hidden' : 'status'}>{words.statuses[status]}</span>
      {status === 'failed' && because !== null && (
        <span class="cause">
          {isBreak && <span class="visually-hidden">{`${say.report.brokeHere}${words.colon}`}</span>}
          {finding < 0 || spotlight === null ? (
            breakable(because)
          ) : (
            <button type="button" class="code" onClick={() => spotlight.showFinding(finding)}>
              {breakable(because)}
            </button>
          )}
        </span>
      )}
    </li>
  )
}

/** The top of a report: the verdict, the way to the registry with the point where it broke, and what to do with the report. */
import { useEffect, useRef } from 'preact/hooks'
import { shownRuns } from '../../render/glance.js'
import { Headline } from '../../render/html/prose.js'
import { sentence } from '../../render/html/sentence.js'
import { renderers } from '../../render/index.js'
import type { ReportRun } from '../../report/report.js'
import type { Explained } from '../worker/calls.js'
import { CheckPath } from './check-path.js'
import { CopyButton } from './copy-button.js'
import { download } from './download.js'
import { useLanguage } from './language.js'
import type { Spotlight } from './marks.js'
import { RedactionSwitch } from './redaction-switch.js'
import type { Explanation } from './use-explanation.js'

interface ReportHeadProps {
  readonly explained: Explained
  readonly explanation: Explanation
  readonly spotlight: Spotlight
}

export function ReportHead({ explained, explanation, spotlight }: ReportHeadProps) {
  const { words, say } = useLanguage()
  const { report } = explained
  const heading = useRef<HTMLHeadingElement>(null)
  // The field that had the focus is gone once its text is explained.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <section class={`report-head ${report.verdict}`} aria-labelledby="verdict">
      <p class="verdict">{sentence(words.verdicts[report.verdict])}</p>
      <h1 id="verdict" tabIndex={-1} ref={heading}>
        <Headline prose={report.summary} />
      </h1>
      <p class="visually-hidden" role="status">
        {words.verdicts[report.verdict]}
      </p>
      <Problems explained={explained} />
      <Paths explained={explained} spotlight={spotlight} />
      <div class="actions">
        <CopyButton text={() => explanation.render('markdown')} label={say.report.copyMarkdown} />
        {downloads.map(({ format, extension, type }) => (
          <button
            type="button"
            key={format}
            onClick={async () => download(await explanation.render(format), `acr-explain-report.${extension}`, type)}
          >
            {say.report.download(format.toUpperCase())}
          </button>
        ))}
        <button type="button" onClick={() => print()}>
          {say.report.print}
        </button>
        <RedactionSwitch
          isOn={explained.isRedacted}
          isPending={explanation.isRedacted !== explained.isRedacted}
          onChange={explanation.redact}
        />
      </div>
    </section>
  )
}

const SHOWN_RUNS = 3

/** The way of each run; of many, those that failed first, and the others on demand. */
function Paths({ explained: { report, omitted }, spotlight }: Pick<ReportHeadProps, 'explained' | 'spotlight'>) {
  const { say } = useLanguage()
  const runs = shownRuns(report)
  const failing = runs.filter(({ checks }) => checks.some(({ status }) => status === 'failed'))
  const first = new Set(runs.length <= SHOWN_RUNS ? runs : [...failing, ...runs].slice(0, SHOWN_RUNS - 1))
  const rest = runs.filter((run) => !first.has(run))
  const path = (run: ReportRun) => (
    <CheckPath
      key={run.id}
      run={run}
      report={report}
      spotlight={spotlight}
      label={runs.length > 1 ? say.report.run(runs.indexOf(run) + 1, runs.length) : null}
    />
  )
  return (
    <>
      {runs.filter((run) => first.has(run)).map(path)}
      {rest.length > 0 && (
        <details class="more-runs">
          <summary>{say.report.moreRuns(rest.length)}</summary>
          {rest.map(path)}
        </details>
      )}
      {omitted.runs > 0 && <p class="aside">{say.report.omitted(omitted.runs)}</p>}
    </>
  )
}

const SHOWN_PROBLEMS = 4

/** What was not read, or not to its end. */
function Problems({ explained: { report, unread } }: Pick<ReportHeadProps, 'explained'>) {
  const { say } = useLanguage()
  const problems = [
    ...report.inputs.flatMap(({ name, problem }) => (problem === null ? [] : [`${name === '-' ? '' : `${name}${say.colon}`}${problem}`])),
    ...unread.map(({ name, reason }) => `${name}${say.colon}${say.work.unread[reason]}`),
  ]
  const left = problems.length - SHOWN_PROBLEMS
  return (
    <>
      {problems.slice(0, SHOWN_PROBLEMS).map((problem) => (
        <p key={problem} class="problem">
          {problem}
        </p>
      ))}
      {left > 0 && <p class="problem">{say.work.moreUnread(left)}</p>}
    </>
  )
}

const downloads = [
  { format: 'json', extension: 'json', type: 'application/json' },
  { format: 'html', extension: 'html', type: 'text/html' },
].filter(({ format }) => renderers.some(({ name }) => name === format))

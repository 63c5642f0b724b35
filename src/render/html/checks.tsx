/** The checks: a path for each run of a few, a matrix of inputs and checks for many. */
import { CHECK_IDS, type CheckId, type CheckStatus } from '../../catalog/checks.js'
import type { ReportCheck, ReportRun } from '../../report/report.js'
import { environmentParts, nameOf, shownRuns } from '../glance.js'
import type { Paper } from './paper.js'
import { breakable } from './prose.js'
import { ScrollBox } from './scroll-box.js'

const MOST_PATHS = 4
const MOST_ROWS = 100

export function Checks({ paper }: { readonly paper: Paper }) {
  const runs = shownRuns(paper.report)
  if (runs.length === 0) return null
  return runs.length <= MOST_PATHS && !paper.report.groups ? (
    <section class="checks">
      <h2>{paper.words.headings.checks}</h2>
      {runs.map((run) => (
        <Path key={run.id} run={run} paper={paper} />
      ))}
    </section>
  ) : (
    <Matrix runs={runs} paper={paper} />
  )
}

/** Drawn once, used by every mark. */
export function MarkSymbols() {
  return (
    <svg class="symbols" aria-hidden="true">
      <symbol id="passed" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="7" />
        <path d="M4.6 8.3 7 10.7l4.4-5" />
      </symbol>
      <symbol id="failed" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="7" />
        <path d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2" />
      </symbol>
      <symbol id="skipped" viewBox="0 0 16 16">
        <path d="M4.5 8h7" />
      </symbol>
      <symbol id="not-run" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6" />
      </symbol>
    </svg>
  )
}

export function Mark({ status }: { readonly status: CheckStatus }) {
  return (
    <svg class={`mark ${status}`} aria-hidden="true">
      <use href={`#${status}`} />
    </svg>
  )
}

function Path({ run, paper: { report, words } }: { readonly run: ReportRun; readonly paper: Paper }) {
  return (
    <>
      <p class="kind">
        {environmentParts(run, report, words).map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
      <ol class="path">
        {run.checks.map((check) => (
          <li key={check.id} class={check.status}>
            <Mark status={check.status} />
            <span>{words.checks[check.id]}</span>
            <Why check={check} words={words} />
          </li>
        ))}
      </ol>
    </>
  )
}

function Why({ check: { status, because, line }, words }: { readonly check: ReportCheck; readonly words: Paper['words'] }) {
  if (status === 'passed') return <span class="visually-hidden">{words.statuses.passed}</span>
  const why = because === null || line === null ? because : words.saidAt(because, line)
  return (
    <span class="why">
      {words.statuses[status]}
      {why && words.colon}
      {why && breakable(why)}
    </span>
  )
}

interface Row {
  readonly input: number
  readonly statuses: ReadonlyMap<CheckId, CheckStatus>
}

const gravest: readonly CheckStatus[] = ['failed', 'passed', 'skipped', 'not-run']

function Matrix({ runs, paper: { report, words, say } }: { readonly runs: readonly ReportRun[]; readonly paper: Paper }) {
  const rows = rowsOf(runs)
  const ids = CHECK_IDS.filter((id) => rows.some(({ statuses }) => statuses.has(id)))
  return (
    <section class="matrix">
      <h2>{say.headings.matrix}</h2>
      <ScrollBox label={say.headings.matrix}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.input}</th>
              {ids.map((id) => (
                <th key={id} scope="col">
                  {words.checks[id]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_ROWS).map(({ input, statuses }) => (
              <tr key={input} class="item">
                <th scope="row">{nameOf(report.inputs[input] ?? { name: '-' }, words)}</th>
                {ids.map((id) => (
                  <td key={id}>
                    <MatrixMark status={statuses.get(id)} words={words} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {rows.length > MOST_ROWS && <p class="aside">{say.fewer(MOST_ROWS, rows.length)}</p>}
      <p class="legend">
        {gravest.map((status) => (
          <span key={status}>
            <Mark status={status} /> {words.statuses[status]}
          </span>
        ))}
      </p>
    </section>
  )
}

function MatrixMark({ status, words }: { readonly status: CheckStatus | undefined; readonly words: Paper['words'] }) {
  if (status === undefined) return null
  return (
    <>
      <Mark status={status} />
      <span class="visually-hidden">{words.statuses[status]}</span>
    </>
  )
}

/** For each input and check the gravest that any of its runs says; inputs with failed checks first. */
function rowsOf(runs: readonly ReportRun[]): Row[] {
  const rows = new Map<number, Map<CheckId, CheckStatus>>()
  for (const { input, checks } of runs) {
    const statuses = rows.get(input) ?? new Map<CheckId, CheckStatus>()
    for (const { id, status } of checks) {
      const known = statuses.get(id)
      if (known === undefined || gravest.indexOf(status) < gravest.indexOf(known)) statuses.set(id, status)
    }
    rows.set(input, statuses)
  }
  const fails = ({ statuses }: Row) => Number([...statuses.values()].includes('failed'))
  return [...rows].map(([input, statuses]) => ({ input, statuses })).sort((a, b) => fails(b) - fails(a) || a.input - b.input)
}

/** What stays unexplained, what was not read, and every input with what it shows. */
import type { Verdict } from '../../report/report.js'
import { nameOf, placeOf, timesOf } from '../glance.js'
import { Commands } from './explanation.js'
import type { Paper } from './paper.js'
import { ScrollBox } from './scroll-box.js'

const MOST_UNEXPLAINED = 200
const MOST_PROBLEMS = 200
/** More inputs than this stand behind a summary. */
const FEW_INPUTS = 12

export function Unexplained({ paper: { report, words } }: { readonly paper: Paper }) {
  const { unexplained } = report
  if (unexplained.length === 0) return null
  return (
    <section class="unexplained">
      <h2>{report.groups ? words.triage.headings.unexplained : words.headings.unexplained}</h2>
      <ul class="evidence">
        {unexplained.slice(0, MOST_UNEXPLAINED).map((one) => (
          <li key={`${one.input}:${one.line}`} class="item">
            <span class="place">{placeOf(report, one.input, one.line, words)}</span> <code>{one.text.trim()}</code>
            {timesOf(one, words)}
            {one.command && <Commands lines={[one.command]} />}
          </li>
        ))}
      </ul>
      {unexplained.length > MOST_UNEXPLAINED && <p class="aside">{words.moreUnexplained(unexplained.length - MOST_UNEXPLAINED)}</p>}
    </section>
  )
}

/** The inputs that were not read, or not in full: never left out silently. */
export function Problems({ paper: { report, words } }: { readonly paper: Paper }) {
  const affected = report.inputs.filter(({ problem }) => problem !== null)
  if (affected.length === 0) return null
  return (
    <section class="problems">
      <h2>{words.triage.headings.problems}</h2>
      <ul class="evidence">
        {affected.slice(0, MOST_PROBLEMS).map((input) => (
          <li key={input.id} class="item">
            <span class="place">{nameOf(input, words)}</span> {input.problem}
          </li>
        ))}
      </ul>
      {affected.length > MOST_PROBLEMS && <p class="aside">{words.triage.moreInputs(affected.length - MOST_PROBLEMS)}</p>}
    </section>
  )
}

const order: readonly (Verdict | undefined)[] = ['failing', 'warnings', 'inconclusive', 'healthy', undefined]

export function Inputs({ paper }: { readonly paper: Paper }) {
  const { report, say } = paper
  const { inputs } = report
  if (inputs.length < 2) return null
  return (
    <section class="inputs">
      <h2>{say.inputs(inputs.length)}</h2>
      <details open={inputs.length <= FEW_INPUTS}>
        <summary>{countsByVerdict(paper)}</summary>
        <InputTable paper={paper} />
      </details>
    </section>
  )
}

function countsByVerdict({ report, words, say }: Paper): string {
  const counts = order.flatMap((verdict) => {
    const count = report.inputs.filter((input) => input.verdict === verdict).length
    return count > 0 && verdict ? [words.triage.ofVerdict(count, verdict)] : []
  })
  return counts.length > 0 ? counts.join(words.listSeparator) : say.inputs(report.inputs.length)
}

function InputTable({ paper: { report, words, say } }: { readonly paper: Paper }) {
  const sorted = [...report.inputs].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || a.id - b.id)
  const hasVerdicts = sorted.some(({ verdict }) => verdict !== undefined)
  return (
    <ScrollBox label={say.inputs(sorted.length)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.input}</th>
            {hasVerdicts && <th scope="col">{say.verdict}</th>}
            <th scope="col" class="number">
              {say.lines}
            </th>
            <th scope="col">{say.encoding}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((input) => (
            <tr key={input.id} class="item">
              <th scope="row">{nameOf(input, words)}</th>
              {hasVerdicts && <td class={input.verdict}>{input.verdict && words.verdicts[input.verdict]}</td>}
              <td class="number">{input.lines}</td>
              <td>{input.encoding}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

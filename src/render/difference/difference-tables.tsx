/** What a difference shows side by side: the checks, and the facts that are different. */
import type { ComponentChildren } from 'preact'
import type { CheckStatus } from '../../catalog/checks.js'
import type { DifferenceReport } from '../../diff/report-difference.js'
import type { Words } from '../../report/words.js'
import { Mark } from '../html/checks.js'
import { ScrollBox } from '../html/scroll-box.js'
import { factName } from './difference-glance.js'

interface Row {
  readonly id: string
  readonly name: string
  readonly before: ComponentChildren
  readonly after: ComponentChildren
  readonly isSame: boolean
}

interface SideBySideProps {
  readonly heading: string
  /** What the first column holds. */
  readonly label: string
  readonly rows: readonly Row[]
  readonly words: Words
}

export function SideBySide({ heading, label, rows, words }: SideBySideProps) {
  if (rows.length === 0) return null
  const { before, after } = words.difference.headings
  return (
    <section>
      <h2>{heading}</h2>
      <ScrollBox label={heading}>
        <table class="changes">
          <thead>
            <tr>
              {[label, before, after].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} class={row.isSame ? 'same' : undefined}>
                <th scope="row">{row.name}</th>
                <td>{row.before}</td>
                <td>{row.after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  )
}

export function checkRows({ checks }: DifferenceReport, words: Words): Row[] {
  const show = (status: CheckStatus | null) => status && <Status status={status} words={words} />
  return checks.map(({ id, before, after }) => ({
    id,
    name: words.checks[id],
    before: show(before),
    after: show(after),
    isSame: before === after,
  }))
}

function Status({ status, words }: { readonly status: CheckStatus; readonly words: Words }) {
  return (
    <>
      <Mark status={status} />
      {words.statuses[status]}
    </>
  )
}

export function factRows({ facts }: DifferenceReport, words: Words): Row[] {
  return facts.map(({ name, before, after }) => ({ id: name, name: factName(name, words), before, after, isSame: false }))
}

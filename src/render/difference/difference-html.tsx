/** A difference as one HTML file: both sides at a glance, then every finding by what became of it. */
import type { ComponentChildren } from 'preact'
import type { CheckStatus } from '../../catalog/checks.js'
import { type Prose, toPlainText } from '../../catalog/prose.js'
import type { ComparedSide, DifferenceReport } from '../../diff/report-difference.js'
import { type Words, wordsFor } from '../../report/words.js'
import { Mark } from '../html/checks.js'
import { renderDocument } from '../html/document.js'
import { Filter } from '../html/filter.js'
import { Explained } from '../html/finding-article.js'
import { type HtmlWords, htmlWordsFor } from '../html/html-words.js'
import { breakable } from '../html/prose.js'
import { ScrollBox } from '../html/scroll-box.js'
import { sentence } from '../html/sentence.js'
import { type ChangeSort, factName, inputNames, type ShownChange, shownChanges } from './difference-glance.js'

const MOST_NAMES = 3
/** So many findings are found without a filter. */
const FEW_FINDINGS = 8

export function renderDifferenceHtml(difference: DifferenceReport): Promise<string> {
  const { locale, before, after } = difference
  const words = wordsFor(locale)
  const changes = shownChanges(difference, words, '→')
  const hasFilter = changes.reduce((sum, [, some]) => sum + some.length, 0) > FEW_FINDINGS
  const names = (side: ComparedSide<Prose>) => inputNames(side, 1, words)
  return renderDocument({
    report: difference,
    about: `${names(before)} → ${names(after)}`,
    hasFilter,
    children: <Sections difference={difference} changes={changes} hasFilter={hasFilter} />,
  })
}

interface SectionsProps {
  readonly difference: DifferenceReport
  readonly changes: ReturnType<typeof shownChanges>
  readonly hasFilter: boolean
}

function Sections({ difference, changes, hasFilter }: SectionsProps) {
  const { locale, before, after } = difference
  const [words, say] = [wordsFor(locale), htmlWordsFor(locale)]
  const { headings } = words.difference
  const isOnly = changes.flatMap(([, some]) => some).filter(({ explanation }) => explanation).length === 1
  return (
    <>
      <div class="sides">
        <Side heading={headings.before} side={before} words={words} />
        <Side heading={headings.after} side={after} words={words} />
      </div>
      {hasFilter && <Filter words={words} say={say} />}
      <div id="findings" tabIndex={-1}>
        {changes.map(([sort, some]) => (
          <section key={sort}>
            <h2>{headings[sort]}</h2>
            {some.map((change, at) => (
              <Change key={at} change={change} sort={sort} isOpen={isOnly} words={words} say={say} />
            ))}
          </section>
        ))}
      </div>
      <SideBySide heading={words.headings.checks} label={say.check} rows={checkRows(difference, words)} words={words} />
      <SideBySide heading={headings.facts} label={say.fact} rows={factRows(difference, words)} words={words} />
    </>
  )
}

function Side({ heading, side, words }: { readonly heading: string; readonly side: ComparedSide<Prose>; readonly words: Words }) {
  const { verdict, summary, incomplete } = side
  return (
    <section>
      <h2>{heading}</h2>
      <p class="names">{inputNames(side, MOST_NAMES, words)}</p>
      <p class={`verdict ${verdict}`}>{sentence(words.verdicts[verdict])}</p>
      <p>{breakable(toPlainText(summary))}</p>
      {incomplete && <p class="note incomplete">{words.triage.incomplete}</p>}
    </section>
  )
}

interface ChangeProps {
  readonly change: ShownChange
  readonly sort: ChangeSort
  /** Whether what to do about it is shown at once. */
  readonly isOpen: boolean
  readonly words: Words
  readonly say: HtmlWords
}

function Change({ change, sort, isOpen, words, say }: ChangeProps) {
  const { finding, notes, explanation } = change
  const { code, title, severity, registry, evidence } = finding
  return (
    <article class={`item finding ${toneOf(change, sort)}`} data-severity={severity}>
      <h3>{sentence(toPlainText(title))}</h3>
      <p class="kind">
        <span class="code">{breakable(code)}</span>
        <span>{words.severities[severity]}</span>
        {registry && <span>{registry}</span>}
      </p>
      {[...notes, ...(sort === 'gone' ? [words.difference.unproven] : [])].map((note) => (
        <p key={note} class="change">
          {note}
        </p>
      ))}
      {explanation && evidence && (
        <ul class="evidence">
          <li>
            <span class="place">{words.line(evidence.input, evidence.line)}</span> <code>{evidence.text.trim()}</code>
          </li>
        </ul>
      )}
      {explanation && (
        <details open={isOpen}>
          <summary>{say.details}</summary>
          <Explained explanation={explanation} words={words} />
        </details>
      )}
    </article>
  )
}

function toneOf({ finding }: ShownChange, sort: ChangeSort): string {
  if (sort === 'fixed') return 'cleared'
  return sort === 'gone' ? 'info' : finding.severity
}

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

function SideBySide({ heading, label, rows, words }: SideBySideProps) {
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

function checkRows({ checks }: DifferenceReport, words: Words): Row[] {
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

function factRows({ facts }: DifferenceReport, words: Words): Row[] {
  return facts.map(({ name, before, after }) => ({ id: name, name: factName(name, words), before, after, isSame: false }))
}

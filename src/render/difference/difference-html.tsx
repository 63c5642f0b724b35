/** A difference as one HTML file: both sides at a glance, then every finding by what became of it. */
import { type Prose, toPlainText } from '../../catalog/prose.js'
import { groupBy } from '../../diagnose/group-by.js'
import type { ComparedSide, DifferenceReport } from '../../diff/report-difference.js'
import { type Words, wordsFor } from '../../report/words.js'
import { renderDocument } from '../html/document.js'
import { Explanation } from '../html/explanation.js'
import { Filter } from '../html/filter.js'
import { type HtmlWords, htmlWordsFor } from '../html/html-words.js'
import { breakable } from '../html/prose.js'
import { sentence } from '../html/sentence.js'
import { type ChangeSort, inputNames, type ShownChange, shownChanges } from './difference-glance.js'
import { checkRows, factRows, SideBySide } from './difference-tables.js'

const MOST_NAMES = 3
/** So many findings are found without a filter. */
const FEW_FINDINGS = 8

export function renderDifferenceHtml(difference: DifferenceReport): Promise<string> {
  const { locale, before, after } = difference
  const words = wordsFor(locale)
  const changes = placeChanges(difference, words)
  const names = (side: ComparedSide<Prose>) => inputNames(side, 1, words)
  return renderDocument({
    report: difference,
    about: `${names(before)} → ${names(after)}`,
    hasFilter: changes.length > FEW_FINDINGS,
    children: <Sections difference={difference} changes={changes} />,
  })
}

interface PlacedChange extends ShownChange {
  readonly sort: ChangeSort
  /** Its place on the page, and that of the first one that explains its code. */
  readonly index: number
  readonly first: number
}

function placeChanges(difference: DifferenceReport, words: Words): PlacedChange[] {
  const changes = shownChanges(difference, words, '→').flatMap(([sort, some]) => some.map((change) => ({ sort, ...change })))
  const firsts = new Map<string, number>()
  changes.forEach(({ finding, explanation }, index) => {
    if (explanation && !firsts.has(finding.code)) firsts.set(finding.code, index)
  })
  return changes.map((change, index) => ({ ...change, index, first: firsts.get(change.finding.code) ?? index }))
}

function Sections({ difference, changes }: { readonly difference: DifferenceReport; readonly changes: readonly PlacedChange[] }) {
  const { locale, before, after } = difference
  const [words, say] = [wordsFor(locale), htmlWordsFor(locale)]
  const { headings } = words.difference
  const isOnly = changes.filter(({ explanation }) => explanation).length === 1
  return (
    <>
      <div class="sides">
        <Side heading={headings.before} side={before} words={words} />
        <Side heading={headings.after} side={after} words={words} />
      </div>
      {changes.length > FEW_FINDINGS && <Filter words={words} say={say} />}
      <div id="findings" tabIndex={-1}>
        {[...groupBy(changes, ({ sort }) => sort)].map(([sort, some]) => (
          <section key={sort}>
            <h2>{headings[sort]}</h2>
            {some.map((change) => (
              <Change key={change.index} change={change} isOpen={isOnly} words={words} say={say} />
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
  readonly change: PlacedChange
  /** Whether what to do about it is shown at once. */
  readonly isOpen: boolean
  readonly words: Words
  readonly say: HtmlWords
}

function Change({ change, isOpen, words, say }: ChangeProps) {
  const { sort, index, first, finding, notes, explanation } = change
  const { code, title, severity, registry, evidence } = finding
  return (
    <article class={`item finding ${toneOf(change)}`} id={`f${index}`} data-severity={severity}>
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
          <Explanation explanation={explanation} index={index} first={first} words={words} say={say} />
        </details>
      )}
    </article>
  )
}

function toneOf({ finding, sort }: PlacedChange): string {
  if (sort === 'fixed') return 'cleared'
  return sort === 'gone' ? 'info' : finding.severity
}

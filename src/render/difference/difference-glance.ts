/** What text, Markdown and HTML say of a difference in the same way. */
import type { Prose } from '../../catalog/prose.js'
import type { FactChange } from '../../diff/compare-reports.js'
import type { ComparedFinding, ComparedSide, DifferenceReport, Reason } from '../../diff/report-difference.js'
import type { ReportExplanation } from '../../report/report.js'
import type { DifferenceCounts, Words } from '../../report/words.js'
import { nameOf } from '../glance.js'

/** One finding under its heading. */
export interface ShownChange {
  readonly finding: ComparedFinding<Prose>
  /** What is said beside it, a line each. */
  readonly notes: readonly string[]
  /** Why, and what to do, where it is left; null where it is gone. */
  readonly explanation: ReportExplanation<Prose> | null
}

export type ChangeSort = keyof DifferenceCounts

/** What is left before what is gone; sorts that nothing belongs to are left out. */
export function shownChanges(difference: DifferenceReport, words: Words, arrow: string): [ChangeSort, ShownChange[]][] {
  const factNotes = (facts: readonly FactChange[]) => facts.map((fact) => factLine(fact, words, arrow))
  const sorts: [ChangeSort, ShownChange[]][] = [
    ['added', difference.new.map((finding) => left(finding, []))],
    ['changed', difference.changed.map((finding) => left(finding, [...factNotes(finding.facts), ...reasonLines(finding.reasons, words)]))],
    ['remaining', difference.remaining.map((finding) => left(finding, factNotes(finding.facts)))],
    ['gone', difference.fixed.filter(({ proven }) => !proven).map(gone)],
    ['fixed', difference.fixed.filter(({ proven }) => proven).map(gone)],
  ]
  return sorts.filter(([, changes]) => changes.length > 0)
}

function left(finding: ComparedFinding<Prose> & ReportExplanation<Prose>, notes: readonly string[]): ShownChange {
  return { finding, notes, explanation: finding }
}

function gone(finding: ComparedFinding<Prose>): ShownChange {
  return { finding, notes: [], explanation: null }
}

/** `Azure CLI: 2.65.0 → 2.72.0` */
export function factLine({ name, before, after }: FactChange, words: Words, arrow: string): string {
  return `${factName(name, words)}${words.colon}${before} ${arrow} ${after}`
}

export function factName(name: string, words: Words): string {
  const tools: Readonly<Record<string, string>> = words.tools
  return tools[name] ?? words.difference.factNames[name] ?? name
}

/** The first names of many, and how many more there are. */
export function inputNames({ inputs }: ComparedSide<Prose>, most: number, words: Words, show = (name: string) => name): string {
  const more = inputs.length - most
  return [...inputs.slice(0, most).map((name) => show(nameOf({ name }, words))), ...(more > 0 ? [words.triage.moreInputs(more)] : [])].join(
    words.listSeparator,
  )
}

function reasonLines({ before, after }: { readonly before: Reason; readonly after: Reason }, words: Words): string[] {
  const { headings, noReason } = words.difference
  const sayReason = ({ consequenceOf, causes }: Reason) =>
    [...(consequenceOf ? [words.consequenceOf(consequenceOf)] : []), ...causes].join(words.clauseSeparator) || noReason
  return [`${headings.before}${words.colon}${sayReason(before)}`, `${headings.after}${words.colon}${sayReason(after)}`]
}

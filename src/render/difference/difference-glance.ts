/** What text and Markdown say of a difference in the same way. */
import type { Prose } from '../../catalog/prose.js'
import type { FactChange } from '../../diff/compare-reports.js'
import type { ComparedFinding, DifferenceReport, Reason } from '../../diff/report-difference.js'
import type { DifferenceCounts, Words } from '../../report/words.js'

/** One finding under its heading. */
export interface ShownChange {
  readonly finding: ComparedFinding<Prose>
  /** What is said beside it, a line each. */
  readonly notes: readonly string[]
}

export type ChangeSort = keyof DifferenceCounts

/** What is left before what is gone; sorts that nothing belongs to are left out. */
export function shownChanges(difference: DifferenceReport, words: Words, arrow: string): [ChangeSort, ShownChange[]][] {
  const factNotes = (facts: readonly FactChange[]) => facts.map((fact) => factLine(fact, words, arrow))
  const sorts: [ChangeSort, ShownChange[]][] = [
    ['added', difference.new.map((finding) => ({ finding, notes: [] }))],
    [
      'changed',
      difference.changed.map((finding) => ({
        finding,
        notes: [...factNotes(finding.facts), reasonLine(finding.reasons.before, finding.reasons.after, words, arrow)],
      })),
    ],
    ['remaining', difference.remaining.map((finding) => ({ finding, notes: factNotes(finding.facts) }))],
    ['gone', difference.fixed.filter(({ proven }) => !proven).map((finding) => ({ finding, notes: [] }))],
    ['fixed', difference.fixed.filter(({ proven }) => proven).map((finding) => ({ finding, notes: [] }))],
  ]
  return sorts.filter(([, changes]) => changes.length > 0)
}

/** `Azure CLI: 2.65.0 → 2.72.0` */
export function factLine({ name, before, after }: FactChange, words: Words, arrow: string): string {
  const tools: Readonly<Record<string, string>> = words.tools
  return `${tools[name] ?? words.difference.factNames[name] ?? name}${words.colon}${before} ${arrow} ${after}`
}

function reasonLine(before: Reason, after: Reason, words: Words, arrow: string): string {
  const sayReason = ({ consequenceOf, causes }: Reason) =>
    [...(consequenceOf ? [words.consequenceOf(consequenceOf)] : []), ...causes].join(words.listSeparator) || words.difference.noReason
  return `${sayReason(before)} ${arrow} ${sayReason(after)}`
}

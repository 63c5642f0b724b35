/** Mistakes in catalog pages, each with its place, what is wrong and what would be right. */
import { compareText } from '../text/compare-text.js'

export interface Fault {
  readonly path: string
  /** 1-based. */
  readonly line: number
  /** 1-based, in UTF-16 units. */
  readonly column: number
  /** What is wrong: the beginning of a sentence, without a full stop. */
  readonly reason: string
  /** What would be right: a sentence of its own. */
  readonly expected?: string
}

/** One line, such as `kb/check-health/CMK_ERROR.md:14:1  section "Remedy" is not known here. Did you mean "Remedies"?` */
export function formatFault({ path, line, column, reason, expected }: Fault): string {
  const message = expected === undefined ? reason : `${reason}. ${expected}`
  return `${path}:${line}:${column}  ${message}`
}

/** By path, then by place; faults of one place keep their order. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  return faults.toSorted((one, other) => compareText(one.path, other.path) || one.line - other.line || one.column - other.column)
}

import { type Prose, toCommonMark } from '../../catalog/prose.js'
import type { ComparedFinding, DifferenceReport } from '../../diff/report-difference.js'

export function renderDifferenceJson(difference: DifferenceReport): string {
  return `${JSON.stringify(toJsonDifference(difference), null, 2)}\n`
}

function toJsonDifference(difference: DifferenceReport): DifferenceReport<string> {
  const { before, after, fixed, remaining, changed } = difference
  return {
    ...difference,
    summary: toCommonMark(difference.summary),
    before: { ...before, summary: toCommonMark(before.summary) },
    after: { ...after, summary: toCommonMark(after.summary) },
    fixed: fixed.map(withPlainTitle),
    remaining: remaining.map(withPlainTitle),
    changed: changed.map(withPlainTitle),
    new: difference.new.map(withPlainTitle),
  }
}

function withPlainTitle<Finding extends ComparedFinding<Prose>>(finding: Finding): Omit<Finding, 'title'> & { readonly title: string } {
  return { ...finding, title: toCommonMark(finding.title) }
}

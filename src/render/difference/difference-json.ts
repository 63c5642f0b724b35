import { type Prose, toCommonMark } from '../../catalog/prose.js'
import type { ComparedFinding, DifferenceReport } from '../../diff/report-difference.js'
import type { ReportExplanation } from '../../report/report.js'
import { jsonExplanation } from '../json.js'

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
    remaining: remaining.map(explained),
    changed: changed.map(explained),
    new: difference.new.map(explained),
  }
}

function explained<Finding extends ComparedFinding<Prose> & ReportExplanation<Prose>>(finding: Finding) {
  return { ...withPlainTitle(finding), ...jsonExplanation(finding) }
}

function withPlainTitle<Finding extends ComparedFinding<Prose>>(finding: Finding): Omit<Finding, 'title'> & { readonly title: string } {
  return { ...finding, title: toCommonMark(finding.title) }
}

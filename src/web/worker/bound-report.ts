/** A report as large as a page can show; the log of a whole year may give one with a million lines of evidence. */
import type { Report } from '../../report/report.js'
import type { Omitted } from './calls.js'

const MOST_RUNS = 50
const MOST_FINDINGS = 100
const MOST_EVIDENCE = 200
const MOST_UNEXPLAINED = 100

export function boundReport(report: Report): { readonly report: Report; readonly omitted: Omitted } {
  const { runs, findings, unexplained } = report
  const shownFindings = findings.slice(0, MOST_FINDINGS)
  return {
    report: {
      ...report,
      runs: worthShowing(runs),
      findings: shownFindings.map((finding) => ({ ...finding, evidence: finding.evidence.slice(0, MOST_EVIDENCE) })),
      unexplained: unexplained.slice(0, MOST_UNEXPLAINED),
    },
    omitted: {
      runs: Math.max(0, runs.length - MOST_RUNS),
      findings: Math.max(0, findings.length - MOST_FINDINGS),
      evidence: shownFindings.map(({ evidence }) => Math.max(0, evidence.length - MOST_EVIDENCE)),
      unexplained: Math.max(0, unexplained.length - MOST_UNEXPLAINED),
    },
  }
}

/** Those with a failed check before the others, each in the order of the log. */
function worthShowing(runs: Report['runs']): Report['runs'] {
  if (runs.length <= MOST_RUNS) return runs
  const fails = (run: Report['runs'][number]) => run.checks.some(({ status }) => status === 'failed')
  const shown = new Set([...runs.filter(fails), ...runs.filter((run) => !fails(run))].slice(0, MOST_RUNS))
  return runs.filter((run) => shown.has(run))
}

import type { Severity } from '../catalog/entry.js'
import type { Report } from '../report/report.js'

export const FAIL_ON = ['error', 'warning', 'never'] as const
export type FailOn = (typeof FAIL_ON)[number]

/** How a call ended, as far as the exit code is concerned. */
export type Outcome =
  | {
      readonly kind: 'report'
      readonly report: Pick<Report, 'verdict' | 'findings'>
      readonly failOn: FailOn
      readonly unusableInputs: number
    }
  | { readonly kind: 'look-up'; readonly found: boolean }
  | { readonly kind: 'done' }
  | { readonly kind: 'unusable' }
  | { readonly kind: 'bug' }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'broken pipe' }

/**
 * The exit code of a call: 0 fine, 1 failures found (or nothing looked up), 2 unusable call or input,
 * 3 inconclusive, 70 a bug of ours (sysexits' EX_SOFTWARE), 130 and 141 as shells report SIGINT and SIGPIPE.
 */
export function exitCodeOf(outcome: Outcome): number {
  switch (outcome.kind) {
    case 'report':
      return outcome.unusableInputs > 0 ? 2 : exitCodeOfReport(outcome.report, outcome.failOn)
    case 'look-up':
      return outcome.found ? 0 : 1
    case 'done':
      return 0
    case 'unusable':
      return 2
    case 'bug':
      return 70
    case 'interrupted':
      return 130
    case 'broken pipe':
      return 141
  }
}

const failingSeverities: Readonly<Record<FailOn, readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  never: [],
}

function exitCodeOfReport(report: Pick<Report, 'verdict' | 'findings'>, failOn: FailOn): number {
  const failing = failingSeverities[failOn]
  // A verdict of failing without an open error is a failed check that no entry knows.
  const failed = report.verdict === 'failing' && failOn !== 'never'
  if (failed || report.findings.some((finding) => finding.state === 'open' && failing.includes(finding.severity))) return 1
  return report.verdict === 'inconclusive' ? 3 : 0
}

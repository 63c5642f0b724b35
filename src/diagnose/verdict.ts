import type { Reason } from '../log/vocabulary.js'
import type { DiagnosedFinding, DiagnosedRun, Diagnosis } from './diagnosis.js'
import { LaterRuns } from './later-runs.js'

/** The verdict over open findings; a log in which nothing was recognised, or whose run breaks off, decides nothing. */
export function verdictOf(
  findings: readonly Pick<DiagnosedFinding, 'state' | 'entry'>[],
  runs: readonly DiagnosedRun[],
): Diagnosis['verdict'] {
  const open = findings.filter(({ state }) => state === 'open').map(({ entry }) => entry.severity)
  if (open.includes('error') || hasOpenUnknownFailure(runs)) return 'failing'
  if (open.includes('warning')) return 'warnings'
  return runs.some(showsSuccess) ? 'healthy' : 'inconclusive'
}

/** Where a later run of the same registry came to its end, an unknown failure is over. */
function hasOpenUnknownFailure(runs: readonly DiagnosedRun[]): boolean {
  const failed = runs.filter(hasUnknownFailure)
  if (failed.length === 0) return false
  const ended = new LaterRuns(runs, (run) => (showsSuccess(run) ? ['success'] : []))
  return failed.some((run) => ended.firstAfter(run, 'success') === undefined)
}

/** A check that failed without a code, or with a code that no entry knows. */
function hasUnknownFailure(run: DiagnosedRun): boolean {
  return run.unknownCodes.length > 0 || run.checks.some(({ status, because }) => status === 'failed' && !(because && 'code' in because))
}

/** Whether a run did what it was told, or got to its end with a check that passed. */
export function showsSuccess(run: DiagnosedRun): boolean {
  if (run.success !== null) return true
  const hasPassed = run.checks.some(({ status }) => status === 'passed')
  return hasPassed && !run.checks.some(({ because }) => because && 'reason' in because && breaksOff.has(because.reason))
}

/** Reasons that leave open how the run would have gone on. */
const breaksOff = new Set<Reason>(['log-ends', 'not-logged-in', 'crashed', 'no-terminal'])

/** Why the last run that broke off did so; undefined where none did. */
export function breakOffOf(runs: readonly DiagnosedRun[]): Reason | undefined {
  const reasons = runs.flatMap(({ checks }) => checks.flatMap(({ because }) => (because && 'reason' in because ? [because.reason] : [])))
  return reasons.findLast((reason) => breaksOff.has(reason))
}

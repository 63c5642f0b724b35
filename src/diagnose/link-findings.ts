/** Which finding is behind which: consequences under their root cause, and what a later success has cleared. */
import type { DiagnosedRun, Finding } from './diagnosis.js'

/** The finding of which each one is the consequence, by its place in `findings`; null where there is none. */
export function findRoots(findings: readonly Finding[]): (Finding | null)[] {
  return findings.map((finding) => rootOf(finding, findings, new Set([finding.entry.code])))
}

/** Follows `consequence of` from cause to cause to the one that is nobody's consequence. */
function rootOf(finding: Finding, findings: readonly Finding[], seen: Set<string>): Finding | null {
  const causes = finding.entry.consequenceOf
    .filter((code) => !seen.has(code))
    .flatMap((code) => findings.filter((candidate) => candidate.entry.code === code && areRelated(candidate, finding)))
  // What went wrong in another run explains it only where nothing in its own does.
  const cause = causes.find((candidate) => candidate.runs.some((run) => finding.runs.includes(run))) ?? causes[0]
  if (!cause) return null
  return rootOf(cause, findings, seen.add(cause.entry.code)) ?? cause
}

/** Two findings can be cause and effect where they do not name different registries. */
function areRelated(a: Finding, b: Finding): boolean {
  return a.registry === null || b.registry === null || a.registry === b.registry
}

/** Whether the thing that failed succeeded later on: the same check in a later run of the same registry, or the same command. */
export function isCleared(finding: Finding, runs: readonly DiagnosedRun[]): boolean {
  const last = runs.find((run) => run.id === finding.runs.at(-1))
  if (!last) return false
  if (last.success !== null && isAbout(last, finding)) return (finding.evidence.at(-1)?.line ?? 0) < last.success.line
  const { check } = finding.entry
  return runs.some((run) => isLaterTry(run, last) && run.checks.some(({ id, status }) => id === check && status === 'passed'))
}

/** Whether what a run says of its success concerns what failed. In a cluster one image may be pulled while another is not. */
function isAbout({ success, kind }: DiagnosedRun, { facts }: Finding): boolean {
  if (success?.image && facts.image) return success.image === facts.image
  return kind !== 'kubernetes' && kind !== 'check-health'
}

/** Whether a run tried the same thing again, further down in the same input: of two files nobody knows which is the later one. */
export function isLaterTry(run: DiagnosedRun, earlier: DiagnosedRun): boolean {
  const [left, right] = [run.environment.loginServer, earlier.environment.loginServer]
  return run.input === earlier.input && run.id > earlier.id && (left === undefined || right === undefined || left === right)
}

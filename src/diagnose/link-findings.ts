/** Which finding is behind which: consequences under their root cause, and what a later success has cleared. */
import type { DiagnosedRun, Finding } from './diagnosis.js'

/** As much of a finding as says what it follows from. */
export type LinkableFinding = Pick<Finding, 'entry' | 'registry' | 'runs' | 'facts'> & {
  readonly sightings: readonly { readonly line: number }[]
}

/** The finding of which each one is the consequence, by its place in `findings`; null where there is none. */
export function findRoots<Linkable extends LinkableFinding>(findings: readonly Linkable[]): (Linkable | null)[] {
  return findings.map((finding) => rootOf(finding, findings, new Set([finding.entry.code])))
}

/** Follows `consequence of` from cause to cause to the one that is nobody's consequence. */
function rootOf<Linkable extends LinkableFinding>(finding: Linkable, findings: readonly Linkable[], seen: Set<string>): Linkable | null {
  const causes = finding.entry.consequenceOf
    .filter((code) => !seen.has(code))
    .flatMap((code) => findings.filter((candidate) => candidate.entry.code === code && areRelated(candidate, finding)))
  // What went wrong in another run explains it only where nothing in its own does.
  const cause = causes.find((candidate) => candidate.runs.some((run) => finding.runs.includes(run))) ?? causes[0]
  if (!cause) return null
  return rootOf(cause, findings, seen.add(cause.entry.code)) ?? cause
}

/** Two findings can be cause and effect where they do not name different registries. */
function areRelated(a: LinkableFinding, b: LinkableFinding): boolean {
  return a.registry === null || b.registry === null || a.registry === b.registry
}

/** Whether the thing that failed succeeded later on. */
export function isCleared(finding: LinkableFinding, runs: readonly DiagnosedRun[]): boolean {
  const run = finding.runs.at(-1)
  return run !== undefined && clearingAfter(finding, { run, line: finding.sightings.at(-1)?.line ?? 0 }, runs) !== undefined
}

/** Where something succeeded; `line` is 1-based. */
export interface Success {
  readonly run: number
  readonly line: number
}

/**
 * Where the thing that failed succeeded after it did: the same command in its run or typed again, or the same check in a later run
 * of the same registry.
 *
 * @param failure the last line of it
 * @param runs with their ids as places
 * @param before the run with which a search ends
 */
export function clearingAfter(
  finding: LinkableFinding,
  failure: Success,
  runs: readonly DiagnosedRun[],
  before = runs.length,
): Success | undefined {
  const last = runs[failure.run]
  if (!last) return undefined
  if (last.success !== null && isAbout(last, finding))
    return failure.line < last.success.line ? { run: last.id, line: last.success.line } : undefined
  for (let id = last.id + 1; id < before; id++) {
    const run = runs[id] as DiagnosedRun
    if (!isLaterTry(run, last)) continue
    const passed = run.checks.find((check) => check.id === finding.entry.check && check.status === 'passed')
    if (passed) return { run: id, line: passed.line ?? run.lastLine }
    if (run.success !== null && isRepeated(run, last) && isAbout(run, finding)) return { run: id, line: run.success.line }
  }
  return undefined
}

/** Whether what a run says of its success concerns what failed. In a cluster one image may be pulled while another is not. */
function isAbout({ success, kind }: DiagnosedRun, { facts }: LinkableFinding): boolean {
  if (success?.image && facts.image) return success.image === facts.image
  return kind !== 'kubernetes' && kind !== 'check-health'
}

/** Whether somebody typed the very same command again. */
function isRepeated({ command }: DiagnosedRun, earlier: DiagnosedRun): boolean {
  return command !== null && command === earlier.command
}

/** Whether a run tried the same thing again, further down in the same input: of two files nobody knows which is the later one. */
export function isLaterTry(run: DiagnosedRun, earlier: DiagnosedRun): boolean {
  const [left, right] = [run.environment.loginServer, earlier.environment.loginServer]
  return run.input === earlier.input && run.id > earlier.id && (left === undefined || right === undefined || left === right)
}

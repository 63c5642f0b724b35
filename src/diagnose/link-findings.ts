/** Which finding is behind which: consequences under their root cause, and what a later success has cleared. */
import { placeBehind } from '../text/ascending.js'
import type { DiagnosedRun, Finding } from './diagnosis.js'
import { groupBy } from './group-by.js'
import { LaterRuns } from './later-runs.js'

/** As much of a finding as says what it follows from. */
export type LinkableFinding = Pick<Finding, 'entry' | 'registry' | 'runs' | 'facts'> & {
  readonly sightings: readonly { readonly line: number }[]
}

/** The finding of which each one is the consequence, by its place in `findings`; null where there is none. */
export function findRoots<Linkable extends LinkableFinding>(findings: readonly Linkable[]): (Linkable | null)[] {
  const related = relatives(findings)
  return findings.map((finding) => rootOf(finding, related, new Set([finding.entry.code])))
}

/** Findings of a code that can be cause or effect of another finding, in their order. */
type Relatives<Linkable> = (code: string, of: LinkableFinding) => readonly Linkable[]

/** Two findings can be cause and effect where they do not name different registries. */
function relatives<Linkable extends LinkableFinding>(findings: readonly Linkable[]): Relatives<Linkable> {
  const byCode = groupBy(findings, ({ entry }) => entry.code)
  const byRegistry = groupBy(findings, ({ entry, registry }) => `${entry.code} ${registry ?? ''}`)
  return (code, { registry }) =>
    registry === null ? (byCode.get(code) ?? []) : [...(byRegistry.get(`${code} ${registry}`) ?? []), ...(byRegistry.get(`${code} `) ?? [])]
}

/** Follows `consequence of` from cause to cause to the one that is nobody's consequence. */
function rootOf<Linkable extends LinkableFinding>(finding: Linkable, related: Relatives<Linkable>, seen: Set<string>): Linkable | null {
  const causes = finding.entry.consequenceOf.filter((code) => !seen.has(code)).flatMap((code) => related(code, finding))
  // What went wrong in another run explains it only where nothing in its own does.
  const cause = causes.find((candidate) => shareRun(candidate.runs, finding.runs)) ?? causes[0]
  if (!cause) return null
  return rootOf(cause, related, seen.add(cause.entry.code)) ?? cause
}

/** Whether two ascending lists of ids have one in common. */
function shareRun(a: readonly number[], b: readonly number[]): boolean {
  const [few, many] = a.length < b.length ? [a, b] : [b, a]
  return few.some((id) => many[placeBehind(many, id) - 1] === id)
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
  return laterSuccess(finding, last, runs, before)
}

/**
 * The first of what a failed run tried that succeeded in a later one.
 *
 * @param last the run that failed; its id is a place in `runs`, or between two of them
 */
export function laterSuccess(
  finding: LinkableFinding,
  last: DiagnosedRun,
  runs: readonly DiagnosedRun[],
  before = runs.length,
): Success | undefined {
  const { check } = finding.entry
  const later = laterIn(runs)
  const passing = check === null ? undefined : later.firstAfter(last, check)
  const passed = passing?.checks.find(({ id, status }) => id === check && status === 'passed')
  const repeated = last.command === null ? undefined : later.firstAfter(last, typed(last.command))
  const succeeded = repeated && isAbout(repeated, finding) ? repeated.success : null
  const isOutOfReach = reachingLayers.has(finding.entry.layer) && last.environment.loginServer !== undefined
  const reached = isOutOfReach ? later.firstAfter(last, reachedBy(last)) : undefined
  const found = [
    ...(reached?.success ? [{ run: reached.id, line: reached.success.line }] : []),
    ...(passing && passed ? [{ run: passing.id, line: passed.line ?? passing.lastLine }] : []),
    ...(repeated && succeeded ? [{ run: repeated.id, line: succeeded.line }] : []),
  ]
  return found.filter(({ run }) => run < before).sort((a, b) => a.run - b.run)[0]
}

const indexes = new WeakMap<readonly DiagnosedRun[], LaterRuns>()

/** The runs by the checks that passed in them, and by command line and program that succeeded. */
function laterIn(runs: readonly DiagnosedRun[]): LaterRuns {
  const known = indexes.get(runs)
  if (known) return known
  const made = new LaterRuns(runs, (run) => [
    ...run.checks.flatMap(({ id, status }) => (status === 'passed' ? [id] : [])),
    ...(run.command !== null && run.success !== null ? [typed(run.command)] : []),
    ...(run.success !== null && run.environment.loginServer ? [reachedBy(run)] : []),
  ])
  indexes.set(runs, made)
  return made
}

/** What keeps a program from the registry at all: any success of the same program there ends it. A cluster has many nodes. */
const reachingLayers = new Set<string>(['network', 'tls'])

function reachedBy({ kind, id }: DiagnosedRun): string {
  return kind === 'kubernetes' ? `reached by run ${id}` : `reached by ${kind}`
}

/** Somebody typed the very same command again. */
function typed(command: string): string {
  return `$ ${command}`
}

/** Whether what a run says of its success concerns what failed. In a cluster one image may be pulled while another is not. */
export function isAbout({ success, kind }: DiagnosedRun, { facts }: Pick<LinkableFinding, 'facts'>): boolean {
  if (success?.image && facts.image) return success.image === facts.image
  return kind !== 'kubernetes' && kind !== 'check-health'
}

/** The events of a run → the state of each of its checks, those too that the run is silent about. */
import type { CheckId, CheckStatus } from '../catalog/checks.js'
import type { RunKind } from '../catalog/entry.js'
import type { Environment } from './environment.js'
import { isOnRequest, isSilent, ladderOf, REGISTRY_CHECKS } from './ladder.js'
import type { Event } from './parse-log.js'
import type { Reason } from './vocabulary.js'

export interface Check {
  readonly id: CheckId
  readonly status: CheckStatus
  /** 1-based; null where no line says so. */
  readonly line: number | null
  readonly because: { readonly code: string } | { readonly reason: Reason } | null
}

/** The checks a run has, in its order. In other runs than check-health only those that the text speaks of. */
export function checksOf(events: readonly Event[], kind: RunKind, environment: Environment): Check[] {
  const said = saidChecks(events)
  if (kind !== 'check-health') return [...said.values()]
  const silence = readSilence(events, said, ladderOf(environment.azureCli))
  return silence.ladder.flatMap((id) => said.get(id) ?? silentCheck(id, silence) ?? [])
}

/** The checks that a line speaks of, the last word on each. */
function saidChecks(events: readonly Event[]): Map<CheckId, Check> {
  const said = new Map<CheckId, Check>()
  const headLines = new Set(events.filter(({ saying }) => saying.kind === 'error-head').map(({ line }) => line))
  for (const { saying, line } of events) {
    if (saying.kind === 'status') {
      const because = saying.because ? { reason: saying.because } : null
      for (const id of saying.checks) said.set(id, { id, status: saying.status, line, because })
    } else if (saying.kind === 'failure') {
      const { check: id, code } = saying.failure
      const known = said.get(id)
      // a hint before the error names it, too; its own head is the place to show
      if (known?.status !== 'failed' || (headLines.has(line) && !headLines.has(known.line ?? 0))) {
        said.set(id, { id, status: 'failed', line, because: { code } })
      }
    }
  }
  return said
}

/** What the silence of the remaining checks is read from. */
interface Silence {
  readonly ladder: readonly CheckId[]
  /** Position in the ladder of the last check with a result; -1 where there is none. */
  readonly reached: number
  readonly blockedBy: ReadonlyMap<CheckId, string>
  /** Why the run got no further: a code, a reason, or null where it came to its end. */
  readonly stoppedBy: Check['because']
  readonly isWithoutRegistry: boolean
  /** Passes were not printed at all (`--only-show-errors`, or a paste of the error alone). */
  readonly isMuted: boolean
  /** The registry granted access: what is missing behind that, a paste may well have left out. */
  readonly hasPassedAccess: boolean
}

function readSilence(events: readonly Event[], said: ReadonlyMap<CheckId, Check>, order: readonly CheckId[]): Silence {
  const ladder = order.filter((id) => !isOnRequest(id) || said.has(id))
  const hasResult = [...said.values()].some((check) => check.status === 'passed' || check.status === 'skipped')
  return {
    ladder,
    reached: Math.max(-1, ...[...said.keys()].map((id) => ladder.indexOf(id))),
    blockedBy: new Map(
      events.flatMap(({ saying }) =>
        saying.kind === 'failure' ? saying.failure.blocks.map((id) => [id, saying.failure.code] as const) : [],
      ),
    ),
    stoppedBy: stoppedBy(events),
    isWithoutRegistry: events.some(({ saying }) => saying.kind === 'without-registry'),
    isMuted: !hasResult && !events.some(({ saying }) => saying.kind === 'error-link' || saying.kind === 'stop'),
    hasPassedAccess: said.get('access-token')?.status === 'passed',
  }
}

function isLogEnd(because: Check['because']): boolean {
  return because !== null && 'reason' in because && because.reason === 'log-ends'
}

const results = new Set(['status', 'failure', 'error-head', 'without-registry'])

/** What ended the run: its last result if that was a failure, a stop, or the log's own end; null after a closing line that follows a pass. */
function stoppedBy(events: readonly Event[]): Check['because'] {
  const stop = events.findLast(({ saying }) => saying.kind === 'stop')?.saying
  if (stop?.kind === 'stop') return { reason: stop.because }
  const last = events.findLast(({ saying }) => results.has(saying.kind))?.saying
  if (last?.kind === 'failure') return { code: last.failure.code }
  if (last?.kind === 'status' && last.status === 'failed') return { reason: last.because ?? 'log-ends' }
  return events.some(({ saying }) => saying.kind === 'end' || saying.kind === 'error-link') ? null : { reason: 'log-ends' }
}

/** The state of a check that no line speaks of; undefined where it is no part of the run, or nothing can be said of it. */
function silentCheck(id: CheckId, silence: Silence): Check | undefined {
  if (silence.isWithoutRegistry && REGISTRY_CHECKS.includes(id)) return undefined
  const blocker = silence.blockedBy.get(id)
  if (blocker) return { id, status: 'not-run', line: null, because: { code: blocker } }
  const isBehind = silence.ladder.indexOf(id) < silence.reached
  if (isSilent(id) && (isBehind || !silence.stoppedBy))
    return silence.isMuted ? undefined : { id, status: 'passed', line: null, because: null }
  if (isBehind || silence.isMuted || !silence.stoppedBy || (isLogEnd(silence.stoppedBy) && silence.hasPassedAccess)) return undefined
  return { id, status: 'not-run', line: null, because: silence.stoppedBy }
}

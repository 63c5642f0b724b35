/** What a text says, saying by saying → runs: one call of a command each, with its checks and its environment. */
import type { CheckId } from '../catalog/checks.js'
import type { RunKind } from '../catalog/entry.js'
import type { Match } from '../match/match.js'
import { lineIndexAt, type SourceText } from '../text/read-text.js'
import { type Check, checksOf } from './checks-of.js'
import { type Environment, environmentOf, registryNameOf } from './environment.js'
import { echoesCommand } from './prompt.js'
import type { Saying, VocabularyEntry } from './vocabulary.js'

/** A code that the catalog knows and the check it fails, as found at a place of the text. */
export interface Failure {
  readonly code: string
  readonly check: CheckId
  readonly blocks: readonly CheckId[]
  /** Offset in the text. */
  readonly at: number
  readonly facts: Readonly<Record<string, string>>
}

export interface Run {
  /** 1-based, both included. */
  readonly firstLine: number
  readonly lastLine: number
  readonly kind: RunKind
  /** The registry's short name; null where the run names none. */
  readonly registry: string | null
  readonly environment: Environment
  readonly checks: readonly Check[]
  /** Codes the CLI printed that no entry of the catalog knows. */
  readonly unknownCodes: readonly { readonly code: string; readonly line: number }[]
  readonly loginSucceededAt: number | null
  /** Whether a line says that the command came to its end, with or without a failure. */
  readonly isFinished: boolean
}

export interface Event {
  readonly line: number
  readonly saying: Saying | { readonly kind: 'failure'; readonly failure: Failure }
  readonly facts: Readonly<Record<string, string>>
  /** Logged again by `--debug`. */
  readonly isCopy: boolean
}

/** A run while it is read. */
export interface RunDraft {
  readonly firstLine: number
  readonly events: Event[]
}

/**
 * Parts a text into runs.
 *
 * @param sayings all matches of the vocabulary in the text
 * @param failures all matches of catalog entries that fail a check, in any order
 * @param isKnownCode whether the catalog has an entry of that code
 * @returns in order of line; empty where the text holds no run
 */
export function parseLog(
  source: SourceText,
  sayings: readonly Match<VocabularyEntry>[],
  failures: readonly Failure[],
  isKnownCode: (code: string) => boolean,
): Run[] {
  const events = collectEvents(source, sayings, failures)
  const drafts: RunDraft[] = []
  for (const event of events) {
    const current = drafts.at(-1)
    if (current && !beginsRun(current, event)) current.events.push(event)
    else if (canBeginRun(event)) drafts.push({ firstLine: event.line, events: [event] })
  }
  return drafts.map((draft, index) => finishRun(draft, (drafts[index + 1]?.firstLine ?? source.lineStarts.length + 1) - 1, isKnownCode))
}

function collectEvents(source: SourceText, sayings: readonly Match<VocabularyEntry>[], failures: readonly Failure[]): Event[] {
  const lineOf = (offset: number) => lineIndexAt(source, offset) + 1
  const copyLines = new Set(
    sayings.filter((match) => match.signature.owner.saying.kind === 'copy').map((match) => lineOf(match.stretch.start)),
  )
  const placed = [
    ...sayings
      .filter((match) => isSaid(source, match))
      .map((match) => ({ at: match.stretch.start, saying: match.signature.owner.saying as Event['saying'], facts: match.facts })),
    ...failures.map((failure) => ({ at: failure.at, saying: { kind: 'failure', failure } as const, facts: failure.facts })),
  ]
  return placed
    .sort((a, b) => a.at - b.at)
    .map(({ at, saying, facts }) => ({ line: lineOf(at), saying, facts, isCopy: copyLines.has(lineOf(at)) }))
}

/** A command counts where it was typed, letter for letter, not where a message advises it or begins with its words. */
function isSaid(source: SourceText, match: Match<VocabularyEntry>): boolean {
  const { saying, says } = match.signature.owner
  return saying.kind !== 'command' || (source.text.startsWith(says, match.stretch.start) && echoesCommand(source, match.stretch.start))
}

const openers = new Set<Event['saying']['kind']>([
  'status',
  'error-head',
  'failure',
  'command',
  'without-registry',
  'login',
  'login-succeeded',
  'stop',
  'end',
])

function canBeginRun(event: Event): boolean {
  return openers.has(event.saying.kind)
}

/** Whether an event cannot belong to the run that is being read. */
function beginsRun(draft: RunDraft, event: Event): boolean {
  if (event.isCopy) return false
  const { saying } = event
  if (saying.kind === 'command') return draft.events.some((earlier) => earlier.saying.kind !== 'command')
  if (saying.kind === 'login') return isCheckHealth(draft) || (isFinished(draft) && repeats(draft, event))
  if (saying.kind === 'status' || saying.kind === 'error-head' || saying.kind === 'without-registry') {
    return isFinished(draft) || namesAnotherRegistry(draft, event) || repeats(draft, event)
  }
  return saying.kind === 'failure' && isFinished(draft) && !repeatsLastFailure(draft, saying.failure)
}

function isCheckHealth(draft: RunDraft): boolean {
  return draft.events.some(
    ({ saying }) =>
      saying.kind === 'status' || saying.kind === 'without-registry' || (saying.kind === 'command' && saying.of === 'check-health'),
  )
}

function isLogin(draft: RunDraft): boolean {
  return draft.events.some(({ saying }) => saying.kind === 'login' || (saying.kind === 'command' && saying.of === 'login'))
}

function isFinished(draft: RunDraft): boolean {
  return draft.events.some(({ saying, isCopy }) => {
    if (isCopy) return false
    return saying.kind === 'end' || saying.kind === 'error-link' || (saying.kind === 'stop' && isCheckHealth(draft) && !isLogin(draft))
  })
}

function namesAnotherRegistry(draft: RunDraft, event: Event): boolean {
  const name = registryNameOf(event.facts)
  const known = draft.events.map(({ facts }) => registryNameOf(facts)).find((candidate) => candidate !== undefined)
  return name !== undefined && known !== undefined && name !== known
}

/** Whether a run has said this already. A version line right before its own error is one check, not two. */
function repeats(draft: RunDraft, event: Event): boolean {
  const { saying } = event
  if (saying.kind === 'error-head')
    return draft.events.some((earlier) => earlier.saying.kind === 'error-head' && earlier.facts.code === event.facts.code)
  if (saying.kind === 'login') return draft.events.some((earlier) => earlier.saying === saying)
  if (saying.kind !== 'status') return draft.events.some((earlier) => earlier.saying.kind === saying.kind)
  if (saying.status === 'failed') return false
  return draft.events.some(
    ({ saying: earlier }) => earlier.kind === 'status' && earlier.checks.some((check) => saying.checks.includes(check)),
  )
}

function repeatsLastFailure(draft: RunDraft, failure: Failure): boolean {
  const last = draft.events.findLast(({ saying }) => saying.kind === 'failure')?.saying
  return last?.kind === 'failure' && last.failure.code === failure.code
}

function finishRun(draft: RunDraft, lastLine: number, isKnownCode: (code: string) => boolean): Run {
  const environment = environmentOf(draft.events)
  const kind = kindOf(draft)
  return {
    firstLine: draft.firstLine,
    lastLine,
    kind,
    registry: draft.events.map(({ facts }) => registryNameOf(facts)).find((name) => name !== undefined) ?? null,
    environment,
    checks: checksOf(draft.events, kind, environment),
    unknownCodes: unknownCodesOf(draft, isKnownCode),
    loginSucceededAt: draft.events.find(({ saying }) => saying.kind === 'login-succeeded')?.line ?? null,
    isFinished: isFinished(draft),
  }
}

function kindOf(draft: RunDraft): RunKind {
  if (isLogin(draft) && !draft.events.some(({ saying }) => saying.kind === 'status')) return 'login'
  if (isCheckHealth(draft)) return 'check-health'
  const endsAsCheckHealth = draft.events.some(({ saying }) => saying.kind === 'end' || saying.kind === 'error-link')
  const hasError = draft.events.some(({ saying }) => saying.kind === 'error-head')
  return endsAsCheckHealth && hasError ? 'check-health' : 'other'
}

function unknownCodesOf(draft: RunDraft, isKnownCode: (code: string) => boolean): { code: string; line: number }[] {
  return draft.events
    .filter(({ saying, isCopy }) => saying.kind === 'error-head' && !isCopy)
    .map(({ facts, line }) => ({ code: /^[A-Z][A-Z0-9_]*/.exec(facts.code ?? '')?.[0] ?? '', line }))
    .filter(({ code }) => code !== '' && !isKnownCode(code))
}

/** What a text says, saying by saying → runs: one call of a command each, with its checks and its environment. */
import type { CheckId } from '../catalog/checks.js'
import type { RunKind } from '../catalog/entry.js'
import type { Match } from '../match/match.js'
import { lineEndOf, lineIndexAt, type SourceText } from '../text/read-text.js'
import { type Check, checksOf } from './checks-of.js'
import { readCommand } from './command-words.js'
import { type Environment, environmentOf, registryNameOf } from './environment.js'
import { echoesCommand } from './prompt.js'
import { registryIn, typedCommandAt } from './typed-command.js'
import type { Saying, VocabularyEntry } from './vocabulary.js'

/** Something that the catalog knows, as found at a place of the text. */
export interface Occurrence {
  readonly code: string
  readonly group: string
  /** The check that it fails; null where it belongs to none. */
  readonly check: CheckId | null
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
  /** The last line that says that the command did what it was told; null where none does. */
  readonly success: { readonly line: number; readonly image: string | null } | null
  /** Whether a line says that the command came to its end, with or without a failure. */
  readonly isFinished: boolean
  /** The last command line that was echoed, to be compared with those of other runs; null where none was. */
  readonly command: string | null
}

type FailedCheck = Occurrence & { readonly check: CheckId }

export interface Event {
  readonly line: number
  readonly saying:
    | Saying
    | { readonly kind: 'failure'; readonly failure: FailedCheck }
    | { readonly kind: 'finding'; readonly group: string }
  readonly facts: Readonly<Record<string, string>>
  /** Logged again by `--debug`. */
  readonly isCopy: boolean
  /** The whole command line, where this is one. */
  readonly command: string | null
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
 * @param occurrences all matches of catalog entries, in any order
 * @param isKnownCode whether the catalog has an entry of that code
 * @returns in order of line; empty where the text holds no run
 */
export function parseLog(
  source: SourceText,
  sayings: readonly Match<VocabularyEntry>[],
  occurrences: readonly Occurrence[],
  isKnownCode: (code: string) => boolean,
): Run[] {
  const events = collectEvents(source, sayings, occurrences)
  const drafts: RunDraft[] = []
  for (const event of events) {
    const current = drafts.at(-1)
    if (current && !beginsRun(current, event)) current.events.push(event)
    else if (canBeginRun(event)) drafts.push({ firstLine: current || !isLoose(event) ? event.line : 1, events: [event] })
  }
  return drafts.map((draft, index) =>
    finishRun(source, draft, (drafts[index + 1]?.firstLine ?? source.lineStarts.length + 1) - 1, isKnownCode),
  )
}

function collectEvents(source: SourceText, sayings: readonly Match<VocabularyEntry>[], occurrences: readonly Occurrence[]): Event[] {
  const lineOf = (offset: number) => lineIndexAt(source, offset) + 1
  const copyLines = new Set(
    sayings.filter((match) => match.signature.owner.saying.kind === 'copy').map((match) => lineOf(match.stretch.start)),
  )
  // A code that was hard-wrapped is cut in the head's own gap; the entry that stands there knows it whole.
  const codesAt = new Map(occurrences.map(({ at, code }) => [at, code]))
  const factsOf = ({ signature, stretch, facts }: Match<VocabularyEntry>) => {
    if (signature.owner.saying.kind === 'command') return { ...facts, ...readCommand(source, stretch.start) }
    const code = signature.owner.saying.kind === 'error-head' ? codesAt.get(stretch.start) : undefined
    return code ? { ...facts, code } : facts
  }
  const commandOf = ({ signature, stretch }: Match<VocabularyEntry>) =>
    signature.owner.saying.kind === 'command' ? typedCommandAt(source, stretch.start) : null
  const placed = [
    ...sayings
      .filter((match) => isSaid(source, match))
      .map((match) => ({
        at: match.stretch.start,
        saying: match.signature.owner.saying as Event['saying'],
        facts: factsOf(match),
        command: commandOf(match),
      })),
    ...occurrences.map((occurrence) => ({ at: occurrence.at, saying: sayingOf(occurrence), facts: occurrence.facts, command: null })),
  ]
  return placed
    .sort((a, b) => a.at - b.at)
    .map(({ at, saying, facts, command }) => ({ line: lineOf(at), saying, facts, command, isCopy: copyLines.has(lineOf(at)) }))
}

function sayingOf(occurrence: Occurrence): Event['saying'] {
  const { check, group } = occurrence
  return check === null ? { kind: 'finding', group } : { kind: 'failure', failure: { ...occurrence, check } }
}

/** A command counts where it was typed, letter for letter, not where a message advises it or begins with its words. */
function isSaid(source: SourceText, match: Match<VocabularyEntry>): boolean {
  const { saying, says } = match.signature.owner
  return (
    saying.kind !== 'command' ||
    saying.isLogged ||
    (source.text.startsWith(says, match.stretch.start) && echoesCommand(source, match.stretch.start))
  )
}

const openers = new Set<Event['saying']['kind']>([
  'status',
  'error-head',
  'failure',
  'command',
  'without-registry',
  'login',
  'login-succeeded',
  'clue',
  'finding',
  'stop',
  'end',
])

function canBeginRun(event: Event): boolean {
  return openers.has(event.saying.kind)
}

/** Nothing says where the command began that printed this: all that stands before it may belong to it. */
function isLoose(event: Event): boolean {
  return event.saying.kind === 'finding' || event.saying.kind === 'clue'
}

/** Whether an event cannot belong to the run that is being read. */
function beginsRun(draft: RunDraft, event: Event): boolean {
  if (event.isCopy) return false
  const { saying } = event
  if (saying.kind === 'command') return draft.events.some((earlier) => earlier.saying.kind !== 'command')
  if (saying.kind === 'clue') return isFinished(draft) && saying.of !== kindOf(draft)
  if (saying.kind === 'login') return isCheckHealth(draft) || (isFinished(draft) && repeats(draft, event))
  if (saying.kind === 'status' || saying.kind === 'error-head' || saying.kind === 'without-registry') {
    return isFinished(draft) || namesAnotherRegistry(draft, event) || repeats(draft, event)
  }
  return saying.kind === 'failure' && isFinished(draft) && !hasCrashed(draft) && !repeatsLastFailure(draft, saying.failure)
}

/** What a crash is about stands below the line that announces it. */
function hasCrashed(draft: RunDraft): boolean {
  return draft.events.some(({ saying }) => saying.kind === 'stop' && saying.because === 'crashed')
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
  if (saying.kind === 'error-head') {
    const { code } = event.facts
    return code !== undefined && draft.events.some((earlier) => earlier.saying.kind === 'error-head' && earlier.facts.code === code)
  }
  if (saying.kind === 'login') return draft.events.some((earlier) => earlier.saying === saying)
  if (saying.kind !== 'status') return draft.events.some((earlier) => earlier.saying.kind === saying.kind)
  if (saying.status === 'failed') return false
  return draft.events.some(
    ({ saying: earlier }) => earlier.kind === 'status' && earlier.checks.some((check) => saying.checks.includes(check)),
  )
}

function repeatsLastFailure(draft: RunDraft, failure: FailedCheck): boolean {
  const last = draft.events.findLast(({ saying }) => saying.kind === 'failure')?.saying
  return last?.kind === 'failure' && last.failure.code === failure.code
}

function finishRun(source: SourceText, draft: RunDraft, lastLine: number, isKnownCode: (code: string) => boolean): Run {
  const environment = environmentOf(draft.events, textOfLines(source, draft.firstLine, lastLine))
  const kind = kindOf(draft)
  return {
    firstLine: draft.firstLine,
    lastLine,
    kind,
    registry: registryOf(draft, environment),
    environment,
    checks: checksOf(draft.events, kind, environment),
    unknownCodes: unknownCodesOf(draft, isKnownCode),
    success: successOf(draft),
    isFinished: isFinished(draft),
    command: draft.events.findLast(({ command }) => command !== null)?.command ?? null,
  }
}

/** What the programs printed comes before what somebody typed. */
function registryOf({ events }: RunDraft, environment: Environment): string | null {
  const printed = events.map(({ facts }) => registryNameOf(facts)).find((name) => name !== undefined) ?? registryNameOf(environment)
  if (printed !== undefined) return printed
  const typed = events.flatMap(({ command }) => (command === null ? [] : (registryIn(command) ?? [])))
  return typed.map((registry) => registryNameOf({ registry })).find((name) => name !== undefined) ?? null
}

function textOfLines(source: SourceText, firstLine: number, lastLine: number): string {
  return source.text.slice(source.lineStarts[firstLine - 1], lineEndOf(source, lastLine - 1))
}

function successOf({ events }: RunDraft): Run['success'] {
  const last = events.findLast(({ saying }) => saying.kind === 'login-succeeded' || (saying.kind === 'clue' && saying.succeeded))
  return last ? { line: last.line, image: last.facts.image ?? null } : null
}

function kindOf(draft: RunDraft): RunKind {
  if (isLogin(draft) && !draft.events.some(({ saying }) => saying.kind === 'status')) return 'login'
  if (isCheckHealth(draft)) return 'check-health'
  return printsCheckHealthErrors(draft) ? 'check-health' : (kindByClues(draft) ?? 'other')
}

/** Errors alone, as `--only-show-errors` leaves them: no other command has that closing line, or goes on to a second code. */
function printsCheckHealthErrors({ events }: RunDraft): boolean {
  const codes = new Set(events.flatMap(({ saying, facts }) => (saying.kind === 'error-head' ? [facts.code] : [])))
  return codes.size > 1 || (codes.size === 1 && events.some(({ saying }) => saying.kind === 'end' || saying.kind === 'error-link'))
}

/** By the command that was typed, else by what only one program says, else by the group of what was found. */
function kindByClues({ events }: RunDraft): RunKind | undefined {
  const command = events.map(({ saying }) => saying).find((saying) => saying.kind === 'command' && saying.of !== 'other')
  const clue = events.map(({ saying }) => saying).find((saying) => saying.kind === 'clue')
  const spoken = command ?? clue
  if (spoken && 'of' in spoken) return spoken.of
  return events.map(({ saying }) => (saying.kind === 'finding' ? kindsByGroup[saying.group] : undefined)).find((kind) => kind !== undefined)
}

const kindsByGroup: Readonly<Record<string, RunKind>> = {
  'docker-client': 'docker',
  kubernetes: 'kubernetes',
  'helm-oci': 'helm',
  'tasks-build': 'task',
}

function unknownCodesOf(draft: RunDraft, isKnownCode: (code: string) => boolean): { code: string; line: number }[] {
  return draft.events
    .filter(({ saying, isCopy }) => saying.kind === 'error-head' && !isCopy)
    .map(({ facts, line }) => ({ code: /^[A-Z][A-Z0-9_]*/.exec(facts.code ?? '')?.[0] ?? '', line }))
    .filter(({ code }) => code !== '' && !isKnownCode(code))
}

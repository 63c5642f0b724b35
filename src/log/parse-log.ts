/** What a text says, saying by saying → runs: one call of a command each, with its checks and its environment. */
import type { CheckId } from '../catalog/checks.js'
import type { RunKind } from '../catalog/entry.js'
import type { Match } from '../match/match.js'
import { lineEndOf, lineIndexAt, type SourceText } from '../text/read-text.js'
import { type Answer, answersIn } from './answers.js'
import { type Check, checksOf } from './checks-of.js'
import { type Environment, environmentOf, registryNameOf } from './environment.js'
import { echoesCommand } from './prompt.js'
import { namesOfIds } from './resource-ids.js'
import { RunDraft } from './run-draft.js'
import { namesIn, registryIn, typedCommandAt } from './typed-command.js'
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
  /** What the run's commands and the ids in it name, for the placeholders of remedies: `resourceGroup`, `cluster`, … */
  readonly names: Readonly<Record<string, string>>
  /** Logged by `--debug` alone. */
  readonly answers: readonly Answer[]
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
    if (current && !current.isOverAt(event)) current.add(event)
    else if (canBeginRun(event)) drafts.push(new RunDraft(current || !isLoose(event) ? event.line : 1, event))
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

function finishRun(source: SourceText, draft: RunDraft, lastLine: number, isKnownCode: (code: string) => boolean): Run {
  const text = textOfLines(source, draft.firstLine, lastLine)
  const environment = environmentOf(draft.events, text)
  const registry = registryOf(draft, environment)
  const { kind } = draft
  return {
    firstLine: draft.firstLine,
    lastLine,
    kind,
    registry,
    environment,
    checks: checksOf(draft.events, kind, environment),
    unknownCodes: unknownCodesOf(draft, isKnownCode),
    success: successOf(draft),
    isFinished: draft.isFinished,
    command: draft.events.findLast(({ command }) => command !== null)?.command ?? null,
    names: { ...namesOfIds(text, registry), ...typedNamesOf(draft) },
    answers: answersIn(draft.events),
  }
}

function typedNamesOf({ events }: RunDraft): Record<string, string> {
  const names: Record<string, string> = {}
  for (const { command } of events) if (command !== null) Object.assign(names, namesIn(command))
  return names
}

/** What the programs printed comes before what somebody typed. */
function registryOf({ events, registry }: RunDraft, environment: Environment): string | null {
  const printed = registry ?? registryNameOf(environment)
  if (printed !== undefined) return printed
  const typed = events.flatMap(({ command }) => (command === null ? [] : (registryIn(command) ?? [])))
  return typed.map((registry) => registryNameOf({ registry })).find((name) => name !== undefined) ?? null
}

function textOfLines(source: SourceText, firstLine: number, lastLine: number): string {
  return source.text.slice(source.lineStarts[firstLine - 1], lineEndOf(source, lastLine - 1))
}

function successOf({ events }: RunDraft): Run['success'] {
  const last = events.findLast(({ saying }) => saying.kind === 'login-succeeded' || ('succeeded' in saying && saying.succeeded))
  return last ? { line: last.line, image: last.facts.image ?? null } : null
}

function unknownCodesOf(draft: RunDraft, isKnownCode: (code: string) => boolean): { code: string; line: number }[] {
  return draft.events
    .filter(({ saying, isCopy }) => saying.kind === 'error-head' && !isCopy)
    .map(({ facts, line }) => ({ code: /^[A-Z][A-Z0-9_]*/.exec(facts.code ?? '')?.[0] ?? '', line }))
    .filter(({ code }) => code !== '' && !isKnownCode(code))
}

/** A run while it is read. What its events amount to is kept as they come, so that the next one costs the same however many there were. */
import type { CheckId } from '../catalog/checks.js'
import type { RunKind } from '../catalog/entry.js'
import { runKindsByGroup } from '../catalog/groups.js'
import { registryNameOf } from './environment.js'
import type { Event } from './parse-log.js'
import type { Saying } from './vocabulary.js'

type EventKind = Event['saying']['kind']

export class RunDraft {
  readonly firstLine: number
  readonly events: Event[] = []
  /** The short name of the first registry that an event names. */
  registry: string | undefined
  readonly #kinds = new Set<EventKind>()
  /** Kinds of what was not only logged again by `--debug`. */
  readonly #said = new Set<EventKind>()
  readonly #commands = new Set<RunKind>()
  readonly #headCodes = new Set<string | undefined>()
  readonly #logins = new Set<Event['saying']>()
  readonly #checks = new Set<CheckId>()
  #lastFailure: string | undefined
  #hasCrashed = false
  #clue: Extract<Saying, { kind: 'clue' }> | undefined
  #kindByGroup: RunKind | undefined

  constructor(firstLine: number, first: Event) {
    this.firstLine = firstLine
    this.add(first)
  }

  add(event: Event): void {
    const { saying, facts, isCopy } = event
    this.events.push(event)
    this.#kinds.add(saying.kind)
    if (!isCopy) this.#said.add(saying.kind)
    this.registry ??= registryNameOf(facts)
    switch (saying.kind) {
      case 'command':
        this.#commands.add(saying.of)
        break
      case 'error-head':
        this.#headCodes.add(facts.code)
        break
      case 'login':
        this.#logins.add(saying)
        break
      case 'status':
        for (const check of saying.checks) this.#checks.add(check)
        break
      case 'failure':
        this.#lastFailure = saying.failure.code
        break
      case 'clue':
        this.#clue ??= saying
        break
      case 'finding':
        this.#kindByGroup ??= runKindsByGroup[saying.group]
        break
      case 'stop':
        // What a crash is about stands below the line that announces it.
        this.#hasCrashed ||= saying.because === 'crashed'
    }
  }

  /** Whether the command came to its end, with or without a failure. */
  get isFinished(): boolean {
    return this.#said.has('end') || this.#said.has('error-link') || (this.#said.has('stop') && this.#isCheckHealth && !this.#isLogin)
  }

  get kind(): RunKind {
    if (this.#isLogin && !this.#kinds.has('status')) return 'login'
    if (this.#isCheckHealth || this.#printsCheckHealthErrors) return 'check-health'
    // By the command that was typed, else by what only one program says, else by the group of what was found.
    const command = [...this.#commands].find((of) => of !== 'other')
    return command ?? this.#clue?.of ?? this.#kindByGroup ?? (this.#kinds.has('login-succeeded') ? 'docker' : 'other')
  }

  /** Whether an event cannot belong to this run. */
  isOverAt(event: Event): boolean {
    const { saying } = event
    if (event.isCopy) return false
    switch (saying.kind) {
      case 'command':
        return [...this.#kinds].some((kind) => kind !== 'command')
      case 'clue':
        return this.isFinished && saying.of !== this.kind
      case 'login':
        return this.#isCheckHealth || (this.isFinished && this.#logins.has(saying))
      case 'status':
      case 'error-head':
      case 'without-registry':
        return this.isFinished || this.#namesAnotherRegistry(event) || this.#repeats(event)
      case 'failure':
        return this.isFinished && !this.#hasCrashed && saying.failure.code !== this.#lastFailure
      default:
        return false
    }
  }

  /** Errors alone, as `--only-show-errors` leaves them: no other command has that closing line, or goes on to a second code. */
  get #printsCheckHealthErrors(): boolean {
    const codes = this.#headCodes.size
    return codes > 1 || (codes === 1 && (this.#kinds.has('end') || this.#kinds.has('error-link')))
  }

  get #isCheckHealth(): boolean {
    return this.#kinds.has('status') || this.#kinds.has('without-registry') || this.#commands.has('check-health')
  }

  get #isLogin(): boolean {
    return this.#kinds.has('login') || this.#commands.has('login')
  }

  #namesAnotherRegistry({ facts }: Event): boolean {
    const name = registryNameOf(facts)
    return name !== undefined && this.registry !== undefined && name !== this.registry
  }

  /** Whether the run has said this already. A version line right before its own error is one check, not two. */
  #repeats({ saying, facts }: Event): boolean {
    if (saying.kind === 'error-head') return facts.code !== undefined && this.#headCodes.has(facts.code)
    if (saying.kind !== 'status') return this.#kinds.has(saying.kind)
    return saying.status !== 'failed' && saying.checks.some((check) => this.#checks.has(check))
  }
}

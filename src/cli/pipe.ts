/** What comes through a pipe: standard input, a FIFO, a shell's `<(…)`. How long it is shows at its end. */
import { fstatSync, openSync, readSync, statSync } from 'node:fs'
import process from 'node:process'
import type { Readable } from 'node:stream'
import type { Messages } from './messages.js'
import { codeOf, writeStderr } from './streams.js'
import { isTerminal } from './terminal.js'

const STDIN = 0
const CHUNK_BYTES = 65536

/** Whether an operand is no file whose length is known: "-", or what the system says is a FIFO or a terminal. */
export function isPipe(operand: string): boolean {
  if (operand === '-') return true
  try {
    const found = statSync(operand)
    return found.isFIFO() || found.isCharacterDevice()
  } catch {
    // Whoever reads it says what is wrong.
    return false
  }
}

/** Says on stderr how what is pasted ends. */
function sayPaste(messages: Messages): void {
  writeStderr(messages.pasteNow(process.platform === 'win32' ? 'Ctrl-Z, Enter' : 'Ctrl-D'))
}

export class Pipe {
  readonly #operand: string
  readonly #messages: Messages
  /** What was read and not handed on yet. */
  readonly #held: Uint8Array[] = []
  #byteLength = 0
  #isOver = false
  #descriptor: number | undefined
  #stream: Readable | undefined
  #iterator: AsyncIterator<Uint8Array> | undefined

  constructor(operand: string, messages: Messages) {
    this.#operand = operand
    this.#messages = messages
  }

  /**
   * Reads it to its end. Plain file calls are used where they do: streams cost start-up time.
   *
   * @returns null where it has more than so many bytes; `chunks` has them all
   */
  async whole(most: number): Promise<Uint8Array | null> {
    if (this.#operand === '-' && isTerminal(STDIN)) sayPaste(this.#messages)
    else this.#readBlocking(most)
    while (!this.#isOver && this.#byteLength <= most) for (const chunk of await this.#next()) this.#hold(chunk)
    if (this.#byteLength > most) return null
    const [only, ...others] = this.#held
    return only && others.length === 0 ? only : Buffer.concat(this.#held)
  }

  async all(): Promise<Uint8Array> {
    return (await this.whole(Number.POSITIVE_INFINITY)) as Uint8Array
  }

  /** All of it, as it comes; on a terminal it is said first how to end it. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    if (this.#operand === '-' && this.#held.length === 0 && isTerminal(STDIN)) sayPaste(this.#messages)
    while (this.#held.length > 0) yield this.#held.shift() as Uint8Array
    while (!this.#isOver) yield* await this.#next()
  }

  /** Ends what waits for more: nobody may be writing into it. */
  close(): void {
    this.#stream?.destroy()
  }

  #hold(chunk: Uint8Array): void {
    this.#held.push(chunk)
    this.#byteLength += chunk.length
  }

  /** Reads until there is enough, the end, or nothing yet in a pipe that does not block. */
  #readBlocking(most: number): void {
    this.#descriptor = this.#operand === '-' ? STDIN : openSync(this.#operand, 'r')
    while (this.#byteLength <= most) {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
      const length = readOrEnd(this.#descriptor, chunk)
      if (length === undefined) return
      if (length === 0) {
        this.#isOver = true
        return
      }
      this.#hold(chunk.subarray(0, length))
    }
  }

  async #next(): Promise<Uint8Array[]> {
    this.#stream ??= await this.#open()
    this.#iterator ??= this.#stream[Symbol.asyncIterator]()
    const { done, value } = await this.#iterator.next()
    if (done) this.#isOver = true
    return done ? [] : [value]
  }

  async #open(): Promise<Readable> {
    if (this.#operand === '-') {
      // Node's stream would just be empty.
      if (fstatSync(STDIN).isDirectory()) throw Object.assign(new Error('standard input is a folder'), { code: 'EISDIR' })
      return process.stdin
    }
    const { openNamed } = await import('./open-named.js')
    return openNamed(this.#operand, this.#descriptor)
  }
}

/** @returns 0 at the end; undefined where there is nothing yet */
function readOrEnd(descriptor: number, into: Uint8Array): number | undefined {
  try {
    return readSync(descriptor, into, 0, into.length, null)
  } catch (error) {
    if (codeOf(error) === 'EAGAIN') return undefined
    // Windows reports the end of a pipe as an error.
    if (codeOf(error) === 'EOF') return 0
    throw error
  }
}

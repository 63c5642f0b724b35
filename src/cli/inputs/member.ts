/** One text to read: a file, standard input, or what an archive holds; or something that is not read, and why. */
import type { ReadingProblem } from '../../triage/digest.js'

export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export interface Member {
  /** `bundle.zip!/logs/a.log` */
  readonly name: string
  /** Milliseconds since 1970; absent where the archive does not say. */
  readonly modified?: number
  /**
   * Its bytes, to be taken before the next member is asked for; those of a chunk are valid until the next one is taken.
   * Throws a `ReadingStopped` where reading has to end early: what came before it stands.
   */
  readonly chunks: Chunks
}

export interface Refusal {
  readonly name: string
  readonly byteLength: number
  readonly problem: ReadingProblem
}

export type Opened = Member | Refusal

/** Thrown where the rest of an input cannot be read, or is not, by a bound. */
export class ReadingStopped extends Error {
  override readonly name = 'ReadingStopped'
  readonly problem: ReadingProblem

  constructor(problem: ReadingProblem) {
    super(problem.kind)
    this.problem = problem
  }
}

/** What is wrong with an archive, from what its library throws. Anything else is our own mistake, and thrown on. */
export function problemFrom(error: unknown): ReadingProblem {
  if (error instanceof ReadingStopped) return error.problem
  if (!(error instanceof Error)) throw error
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'ERR_STREAM_PREMATURE_CLOSE') return { kind: 'interrupted' }
  if (code === 'Z_BUF_ERROR' || /truncated|unexpected EOF|unexpected end|end of central dir/i.test(error.message))
    return { kind: 'cut off' }
  if (/too many bytes in the stream|not enough bytes in the stream/.test(error.message)) return { kind: 'wrong size' }
  if (/^E[A-Z]+$/.test(code)) return { kind: 'unreadable', reason: code }
  return { kind: 'damaged' }
}

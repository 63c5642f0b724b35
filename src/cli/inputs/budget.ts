/** How much may come out of one file that a call names, all archives within it counted together. */
import type { ReadingProblem } from '../../triage/digest.js'
import { ReadingStopped } from './member.js'

/** Whoever is told how many bytes of a file were read. */
export interface ReadWatch {
  noteRead(bytes: number): void
}

export interface Bounds {
  /** Members of all archives in one file. */
  readonly entries: number
  /** Archives within archives. */
  readonly depth: number
  /** Bytes that come out for each byte that goes in. */
  readonly ratio: number
  /** Up to so many bytes the ratio is nobody's concern. */
  readonly freeBytes: number
  /** Bytes that come out in all. */
  readonly bytes: number
  /** Bytes of a zip within another archive: it is read from its end, so it has to be held. */
  readonly heldBytes: number
}

const MIB = 1 << 20

// Logs of one repeated line shrink to a two-hundredth with gzip; bombs to a thousandth and less.
export const usualBounds: Bounds = {
  entries: 20_000,
  depth: 4,
  ratio: 250,
  freeBytes: 64 * MIB,
  bytes: 64 * 1024 * MIB,
  heldBytes: 256 * MIB,
}

export class Budget {
  readonly bounds: Bounds
  private entries = 0
  private taken = 0
  private given = 0
  /** Whether a bound was reached: then nothing more is read. */
  isSpent = false

  private readonly watch: ReadWatch | undefined

  /** @param watch is told of the bytes of the file itself */
  constructor(bounds: Bounds, watch?: ReadWatch) {
    this.bounds = bounds
    this.watch = watch
  }

  /** Notes bytes of the file itself. */
  take(bytes: number): void {
    this.taken += bytes
    this.watch?.noteRead(bytes)
  }

  /** @throws ReadingStopped where more came out than the bounds allow. */
  give(bytes: number): void {
    this.given += bytes
    const { ratio, freeBytes, bytes: most } = this.bounds
    if (this.given > most) this.stop({ kind: 'too large', bytes: most })
    if (this.given > freeBytes && this.given > this.taken * ratio) this.stop({ kind: 'bomb', ratio })
  }

  /** Counts a member; false where the bounds allow no more of them. */
  admits(): boolean {
    this.entries++
    return this.entries <= this.bounds.entries
  }

  private stop(problem: ReadingProblem): never {
    this.isSpent = true
    throw new ReadingStopped(problem)
  }
}

/** As much of a text as is held at a time. Offsets are those in the text, places those in the bytes that are held. */
import { CAPACITY, type Kernel, type LineCount } from './kernel.js'
import { FARTHEST } from './own-part.js'

const NEWLINE = 0x0a

/** Lines read before and behind a hit: the CLI's longest error block, and the widest that hard-wrapping spreads a message. */
const MARGIN_LINES = 12
const MARGIN_BYTES = 1200

/** A stretch of the text, as offsets; `end` exclusive. */
export interface Span {
  start: number
  end: number
}

export class HeldText {
  readonly bytes: Uint8Array
  /** How many of the bytes are the text's. */
  filled = 0
  /** Offset of the first byte that is held, a multiple of sixteen behind where the scanner began. */
  private base: number
  private readonly kernel: Kernel

  constructor(kernel: Kernel, start: number) {
    this.kernel = kernel
    this.bytes = kernel.bytes
    this.base = start
  }

  get room(): Uint8Array {
    return this.bytes.subarray(this.filled)
  }

  get isFull(): boolean {
    return this.filled === CAPACITY
  }

  /** Offset behind the last byte that is held. */
  get end(): number {
    return this.base + this.filled
  }

  offsetOf(place: number): number {
    return this.base + place
  }

  placeOf(offset: number): number {
    return offset - this.base
  }

  copy({ start, end }: Span): Uint8Array {
    return this.bytes.slice(start - this.base, end - this.base)
  }

  countLines({ start, end }: Span): LineCount {
    return this.kernel.countLines(start - this.base, end - this.base)
  }

  /**
   * Makes room: forgets what lies before an offset, and moves the rest to the front.
   *
   * @returns by how many bytes
   */
  dropBefore(offset: number): number {
    const drop = Math.max(0, offset - this.base) & ~15
    if (drop === 0) return 0
    this.kernel.moveToFront(drop, this.filled)
    this.base += drop
    this.filled -= drop
    return drop
  }

  /** Where the line around an offset begins, as far as it is held. */
  startOfLine(offset: number): number {
    return this.base + this.bytes.lastIndexOf(NEWLINE, offset - this.base) + 1
  }

  /** Where its newline stands, or all that is held ends. */
  endOfLine(offset: number): number {
    const newline = this.bytes.indexOf(NEWLINE, offset - this.base)
    return this.base + (newline < 0 ? this.filled : Math.min(newline, this.filled))
  }

  /** The line around an offset, or, of a very long one, the part around it. */
  lineAround(offset: number): Span {
    const at = offset - this.base
    return this.spanOf(this.lineStart(at, at - FARTHEST), this.lineEnd(at, at + FARTHEST))
  }

  /** That line with those before and behind it that may belong to the same message. */
  linesAround(offset: number): Span {
    const at = offset - this.base
    let start = this.lineStart(at, at - FARTHEST)
    for (let lines = 0; start > 0 && (lines < MARGIN_LINES || at - start < MARGIN_BYTES); lines++) {
      const above = this.lineStart(start - 1, at - FARTHEST)
      if (above === start) break
      start = above
    }
    let end = this.lineEnd(at, at + FARTHEST)
    for (let lines = 0; end < this.filled && (lines < MARGIN_LINES || end - at < MARGIN_BYTES); lines++) {
      const below = this.lineEnd(end, at + FARTHEST)
      if (below === end) break
      end = below
    }
    return this.spanOf(start, end)
  }

  private spanOf(start: number, end: number): Span {
    return { start: this.base + start, end: this.base + end }
  }

  /** Where the line around a place begins; `least`, moved to a whole character, where it begins before. */
  private lineStart(at: number, least: number): number {
    if (at < 0) return 0
    const newline = at === 0 ? -1 : this.bytes.lastIndexOf(NEWLINE, at - 1)
    if (newline + 1 >= least) return newline + 1
    return this.wholeCharacter(Math.max(0, least))
  }

  /** Behind the newline of the line around a place; `most`, moved to a whole character, where it ends behind. */
  private lineEnd(at: number, most: number): number {
    const newline = this.bytes.indexOf(NEWLINE, at)
    if (newline >= 0 && newline < Math.min(most, this.filled)) return newline + 1
    return most < this.filled ? this.wholeCharacter(most) : this.filled
  }

  private wholeCharacter(at: number): number {
    let place = at
    while (place < this.filled && place < at + 4 && ((this.bytes[place] as number) & 0xc0) === 0x80) place++
    return place
  }
}

/** Lines that look like a failure and that no range takes in, put together by their shape: the first of each is kept, and how many there are. */

import type { HeldText, Span } from './held-text.js'
import type { LineCounter } from './line-counter.js'
import { lineShape } from './line-shape.js'
import { FARTHEST, isIn, type OwnPart, PART_BYTES } from './own-part.js'
import { PendingOffsets } from './pending-offsets.js'
import type { FailureShape } from './scan-sink.js'

/** A line looks like a failure by its beginning alone. */
const LONGEST_HEAD = 2400
const LONGEST_FAILURE = FARTHEST
const MOST_SHAPES = 20_000

export class FailureLines {
  private readonly held: HeldText
  private readonly lines: LineCounter
  private readonly own: OwnPart
  private readonly tell: (shapes: readonly FailureShape[]) => void
  private readonly words = new PendingOffsets()
  private readonly shapes = new Map<number, { shape: number; count: number; bytes: Uint8Array; line: number }>()
  private lastLineStart = -1
  private part = 0

  /** @param tell is told of the shapes in each part of PART_BYTES, and sooner where there are very many */
  constructor(held: HeldText, lines: LineCounter, own: OwnPart, tell: (shapes: readonly FailureShape[]) => void) {
    this.held = held
    this.lines = lines
    this.own = own
    this.tell = tell
  }

  /** Notes where a word of failure begins. */
  note(offset: number): void {
    this.words.add(offset)
  }

  /** Takes the lines of all words before an offset, but for those that ranges take in. */
  takeBefore(settled: number, isCovered: (offset: number) => boolean): void {
    for (const word of this.words.takeBefore(settled)) {
      const start = this.held.startOfLine(word)
      if (start === this.lastLineStart || word - start > LONGEST_HEAD || !isIn(this.own, start)) continue
      this.lastLineStart = start
      if (!isCovered(start)) this.takeLine({ start, end: Math.min(this.held.endOfLine(word), start + LONGEST_FAILURE) })
    }
  }

  private takeLine(line: Span): void {
    this.enterPart(Math.floor(line.start / PART_BYTES))
    const place = this.held.placeOf(line.start)
    const shape = lineShape(this.held.bytes, place, place + Math.min(line.end - line.start, LONGEST_HEAD))
    const known = this.shapes.get(shape)
    if (known) {
      known.count++
      return
    }
    this.shapes.set(shape, { shape, count: 1, bytes: this.held.copy(line), line: this.lines.lineAt(line.start) })
    if (this.shapes.size === MOST_SHAPES) this.tellAll()
  }

  private enterPart(part: number): void {
    if (part !== this.part) this.tellAll()
    this.part = part
  }

  /** Tells of the shapes that were not told of yet. */
  tellAll(): void {
    if (this.shapes.size > 0) this.tell([...this.shapes.values()])
    this.shapes.clear()
  }
}

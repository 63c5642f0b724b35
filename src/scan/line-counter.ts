/** The lines of a scanner's own part, counted as the text goes by, and the number of any line that is still held. */

import type { HeldText } from './held-text.js'
import type { OwnPart } from './own-part.js'
import type { ScanTotals } from './scan-sink.js'

export class LineCounter {
  private readonly held: HeldText
  private readonly own: OwnPart
  /** Offset up to which lines are counted. */
  private counted: number
  private newlines = 0
  private blankLines = 0

  constructor(held: HeldText, own: OwnPart) {
    this.held = held
    this.own = own
    this.counted = own.from
  }

  get totals(): ScanTotals {
    return { newlines: this.newlines, blankLines: this.blankLines }
  }

  /** Counts up to an offset, as far as that lies in its own part. */
  countTo(offset: number): void {
    const end = Math.min(offset, this.own.to)
    if (this.counted >= end) return
    const { newlines, blanks } = this.held.countLines({ start: this.counted, end })
    this.newlines += newlines
    this.blankLines += blanks
    this.counted = end
  }

  /** The index of the line around an offset, counted from the line in which its own part begins; negative above it. */
  lineAt(offset: number): number {
    this.countTo(offset)
    return offset < this.counted
      ? this.newlines - this.held.countLines({ start: offset, end: this.counted }).newlines
      : this.newlines + this.held.countLines({ start: this.counted, end: offset }).newlines
  }
}

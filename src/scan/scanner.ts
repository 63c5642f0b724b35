/** Bytes → the places worth reading, in one pass and in bounded memory, whatever the size of the text and of its pieces. */

import { FailureLines } from './failure-lines.js'
import { HeldText } from './held-text.js'
import { CAPACITY } from './kernel.js'
import { letterAt } from './letters-beside.js'
import { LineCounter } from './line-counter.js'
import { FARTHEST, LOOK_AHEAD, type OwnPart } from './own-part.js'
import { RangeFinder } from './range-finder.js'
import type { ScanPlan, SoughtString } from './scan-plan.js'
import type { ScanSink, ScanTotals } from './scan-sink.js'
import { standsAmong } from './stands-among.js'
import { takeFilter, type WordFilter } from './word-filter.js'

export class Scanner {
  private readonly plan: ScanPlan
  private readonly filter: WordFilter
  private readonly held: HeldText
  private readonly lines: LineCounter
  private readonly ranges: RangeFinder
  private readonly failures: FailureLines
  /** Place in what is held. */
  private scannedTo = 0

  /** @param start offset in the text of the first byte that is given; at most SURROUNDINGS before its own part */
  constructor(plan: ScanPlan, sink: ScanSink, own: OwnPart = { from: 0, to: Number.MAX_SAFE_INTEGER }, start = 0) {
    this.plan = plan
    this.filter = takeFilter(plan)
    this.held = new HeldText(this.filter.kernel, start)
    this.lines = new LineCounter(this.held, own)
    this.ranges = new RangeFinder(this.held, this.lines, own, (range) => sink.range(range))
    this.failures = new FailureLines(this.held, this.lines, own, (shapes) => sink.failures(shapes))
  }

  /** Where the next bytes of the text are to be written: one at least. */
  get room(): Uint8Array {
    return this.held.room
  }

  /** Takes in so many bytes that were written to the room. */
  took(byteLength: number): void {
    this.held.filled += byteLength
    if (this.held.isFull) this.step(false)
  }

  push(chunk: Uint8Array): void {
    for (let rest = chunk; rest.length > 0; ) {
      const { room } = this
      const next = rest.subarray(0, room.length)
      room.set(next)
      this.took(next.length)
      rest = rest.subarray(next.length)
    }
  }

  /** Ends the text, or what there is to see of it. */
  end(): ScanTotals {
    this.step(true)
    this.failures.tellAll()
    this.filter.giveBack()
    return this.lines.totals
  }

  private step(isEnd: boolean): void {
    const { held } = this
    const scanTo = isEnd ? (held.filled + 15) & ~15 : (held.filled - LOOK_AHEAD) & ~15
    if (isEnd) held.bytes.fill(0, held.filled, Math.min(CAPACITY, held.filled + 32))
    this.filter.scan(this.scannedTo, scanTo, this.noteFound)
    this.scannedTo = Math.max(this.scannedTo, scanTo)
    const sure = isEnd ? Number.MAX_SAFE_INTEGER : held.offsetOf(scanTo) - FARTHEST - LOOK_AHEAD
    // A range may begin so far before its hit: up to there all are known.
    const settled = isEnd ? sure : sure - FARTHEST - LOOK_AHEAD
    this.ranges.takeHitsBefore(sure)
    this.ranges.takeServerNamesBefore(settled)
    this.ranges.tellBefore(settled)
    this.failures.takeBefore(settled, this.ranges.covers)
    this.ranges.forgetCoverageBefore(settled)
    this.lines.countTo(isEnd ? held.end : settled)
    if (!isEnd) this.scannedTo -= held.dropBefore(settled - FARTHEST - LOOK_AHEAD)
  }

  private readonly noteFound = (index: number, at: number): void => {
    const sought = this.plan.stringAt(index)
    const { held } = this
    if (at + sought.bytes.length > held.filled) return
    const offset = held.offsetOf(at)
    if (sought.isFailureWord) this.failures.note(offset)
    if (sought.isServerName) this.ranges.noteServerName(offset)
    if (sought.isWide ? isWideText(held.bytes, at) : standsAmongAny(sought, held, at)) this.ranges.noteHit(offset)
  }
}

function standsAmongAny({ contexts, bytes: sought }: SoughtString, { bytes, filled }: HeldText, at: number): boolean {
  const before = letterAt(bytes, at - 1, -1)
  const behind = letterAt(bytes, at + sought.length, 1)
  for (const context of contexts) {
    const mayStand = (before === 0 || (context.before & before) !== 0) && (behind === 0 || (context.behind & behind) !== 0)
    if (mayStand && standsAmong(context, bytes, at, sought.length, filled)) return true
  }
  return false
}

/** Three full-width characters in a row are no punctuation. */
function isWideText(bytes: Uint8Array, at: number): boolean {
  return [at, at + 3, at + 6].every((place) => bytes[place] === 0xef && ((bytes[place + 1] as number) | 1) === 0xbd)
}

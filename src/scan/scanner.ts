/** Bytes → the places worth reading, in one pass and in bounded memory, whatever the size of the text and of its pieces. */
import { CAPACITY, type Kernel } from './kernel.js'
import { letterAt } from './letters-beside.js'
import { lineShape } from './line-shape.js'
import type { ScanPlan, SoughtString } from './scan-plan.js'
import { standsAmong } from './stands-among.js'
import { takeFilter, type WordFilter } from './word-filter.js'

/** Whole lines of the text. */
export interface FoundRange {
  /** A copy. */
  readonly bytes: Uint8Array
  /** Offset in the text. */
  readonly start: number
  /** The first line's index from 0, counted from the line in which the scanner's own part begins; negative above it. */
  readonly line: number
}

/** Lines of one shape that look like a failure and stand in no range. */
export interface FailureShape {
  readonly shape: number
  readonly count: number
  /** The first of them, cut where it is very long. */
  readonly bytes: Uint8Array
  readonly line: number
}

export interface ScanSink {
  /** Called in order of place; ranges neither overlap nor touch out of turn. */
  range(range: FoundRange): void
  failures(shapes: readonly FailureShape[]): void
}

export interface ScanTotals {
  readonly newlines: number
  /** Lines with nothing in them. */
  readonly blankLines: number
}

/** A text may be scanned in parts of so many bytes, each by itself; failures are told by these parts, however it is scanned. */
export const PART_BYTES = 1 << 24

/** The part of a text that a scanner answers for; what it is given before and behind is for looking around. */
export interface OwnPart {
  readonly from: number
  readonly to: number
}

const NEWLINE = 0x0a

/** Lines read before and behind a hit: the CLI's longest error block, and the widest that hard-wrapping spreads a message. */
const MARGIN_LINES = 12
const MARGIN_BYTES = 1200
/** As far as a margin goes where lines are long. */
const FARTHEST = 8192
/** As much as a scanner has to see before and behind its own part; a multiple of four. */
export const SURROUNDINGS = 32 * 1024
/** Bytes behind a hit that decide about it. */
const LOOK_AHEAD = 512

/** A line looks like a failure by its beginning alone. */
const LONGEST_HEAD = 2400
const LONGEST_FAILURE = FARTHEST
const MOST_SHAPES = 20_000
const STRETCH_BYTES = 1 << 16
const MOST_NAMES_IN_STRETCH = 64

export class Scanner {
  private readonly plan: ScanPlan
  private readonly filter: WordFilter
  private readonly sink: ScanSink
  private readonly own: OwnPart
  private readonly kernel: Kernel
  private readonly bytes: Uint8Array
  /** Offset of the buffer in the text, a multiple of sixteen behind where the scanner began. */
  private base: number
  private filled = 0
  private scannedTo = 0
  private hits: number[] = []
  private failureHits: number[] = []
  /** Offset up to which lines are counted, and the line there. */
  private counted: number
  private lineIndex = 0
  private blankLines = 0
  private serverNames: number[] = []
  private nameStretch = -1
  private namesInStretch = 0
  /** Ranges not yet given, in order. */
  private ranges: Span[] = []
  private givenTo: number
  /** The ranges around hits, own or not, that may cover a failure not yet looked at. */
  private coverage: Span[] = []
  private lastFailureStart = -1
  private failurePart = 0
  private readonly shapes = new Map<number, { shape: number; count: number; bytes: Uint8Array; line: number }>()

  /** @param start offset in the text of the first byte that is given; at most SURROUNDINGS before its own part */
  constructor(plan: ScanPlan, sink: ScanSink, own: OwnPart = { from: 0, to: Number.MAX_SAFE_INTEGER }, start = 0) {
    this.plan = plan
    this.filter = takeFilter(plan)
    this.sink = sink
    this.own = own
    this.base = start
    this.counted = own.from
    this.kernel = this.filter.kernel
    this.bytes = this.kernel.bytes
    this.givenTo = start
  }

  /** Where the next bytes of the text are to be written: one at least. */
  get room(): Uint8Array {
    return this.bytes.subarray(this.filled)
  }

  /** Takes in so many bytes that were written to the room. */
  took(byteLength: number): void {
    this.filled += byteLength
    if (this.filled === CAPACITY) this.step(false)
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
    this.giveFailures()
    this.filter.giveBack()
    return { newlines: this.lineIndex, blankLines: this.blankLines }
  }

  private step(isEnd: boolean): void {
    const scanTo = isEnd ? (this.filled + 15) & ~15 : (this.filled - LOOK_AHEAD) & ~15
    if (isEnd) this.bytes.fill(0, this.filled, Math.min(CAPACITY, this.filled + 32))
    this.filter.scan(this.scannedTo, scanTo, this.noteFound)
    this.scannedTo = Math.max(this.scannedTo, scanTo)
    const sure = isEnd ? Number.MAX_SAFE_INTEGER : this.base + scanTo - FARTHEST - LOOK_AHEAD
    // A range may begin so far before its hit: up to there all are known.
    const settled = isEnd ? sure : sure - FARTHEST - LOOK_AHEAD
    this.takeHits(sure)
    this.takeServerNames(settled)
    this.giveRanges(settled)
    this.takeFailures(settled)
    this.countTo(Math.min(isEnd ? this.base + this.filled : settled, this.own.to))
    if (!isEnd) this.dropBefore(settled - FARTHEST - LOOK_AHEAD)
  }

  private readonly noteFound = (index: number, at: number): void => {
    const sought = this.plan.stringAt(index)
    if (at + sought.bytes.length > this.filled) return
    if (sought.isFailureWord) this.failureHits.push(this.base + at)
    if (sought.isServerName) this.serverNames.push(this.base + at)
    if (sought.isWide ? this.isWideText(at) : this.standsAmongAny(sought, at)) this.hits.push(this.base + at)
  }

  private standsAmongAny({ contexts, bytes }: SoughtString, at: number): boolean {
    const before = letterAt(this.bytes, at - 1, -1)
    const behind = letterAt(this.bytes, at + bytes.length, 1)
    for (const context of contexts) {
      const mayStand = (before === 0 || (context.before & before) !== 0) && (behind === 0 || (context.behind & behind) !== 0)
      if (mayStand && standsAmong(context, this.bytes, at, bytes.length, this.filled)) return true
    }
    return false
  }

  /** Three full-width characters in a row are no punctuation. */
  private isWideText(at: number): boolean {
    return this.isWideCharacter(at) && this.isWideCharacter(at + 3) && this.isWideCharacter(at + 6)
  }

  private isWideCharacter(at: number): boolean {
    return this.bytes[at] === 0xef && ((this.bytes[at + 1] as number) | 1) === 0xbd
  }

  private takeHits(sure: number): void {
    this.hits.sort(ascending)
    let taken = 0
    let lastLineEnd = -1
    for (; taken < this.hits.length && (this.hits[taken] as number) < sure; taken++) {
      const hit = this.hits[taken] as number
      if (hit < lastLineEnd) continue
      lastLineEnd = this.base + this.lineEnd(hit - this.base, hit - this.base + 1)
      const range = this.rangeAround(hit)
      extend(this.coverage, range)
      if (hit >= this.own.from && hit < this.own.to) extend(this.ranges, range)
    }
    this.hits = this.hits.slice(taken)
  }

  /** The lines that name a server, of each stretch of the text the first ones: where every line does, some say enough. */
  private takeServerNames(settled: number): void {
    this.serverNames.sort(ascending)
    const lines: Span[] = []
    let taken = 0
    for (; taken < this.serverNames.length && (this.serverNames[taken] as number) < settled; taken++) {
      const name = this.serverNames[taken] as number
      if (name < this.own.from || name >= this.own.to) continue
      const stretch = Math.floor(name / STRETCH_BYTES)
      if (stretch !== this.nameStretch) this.namesInStretch = 0
      this.nameStretch = stretch
      if (this.namesInStretch++ >= MOST_NAMES_IN_STRETCH) continue
      const at = name - this.base
      lines.push({ start: this.base + this.lineStart(at, at - FARTHEST), end: this.base + this.lineEnd(at, at + FARTHEST) })
    }
    this.serverNames = this.serverNames.slice(taken)
    if (lines.length === 0) return
    const all = [...this.ranges, ...lines].sort((a, b) => a.start - b.start || a.end - b.end)
    this.ranges = []
    for (const range of all) extend(this.ranges, range)
  }

  /** The lines around a hit, or, of a very long line, the part around it. */
  private rangeAround(hit: number): Span {
    const at = hit - this.base
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

  /** Gives the ranges that begin before an offset. */
  private giveRanges(settled: number): void {
    let given = 0
    for (; given < this.ranges.length && (this.ranges[given] as Span).start < settled; given++) {
      const range = this.ranges[given] as Span
      const start = Math.max(range.start, this.givenTo)
      // What is not in the buffer yet belongs to a hit behind, and comes with it.
      const end = Math.min(range.end, this.base + this.filled)
      if (start >= end) continue
      this.countTo(start)
      const line = this.lineIndex - this.newlinesBetween(start, this.counted)
      this.sink.range({ bytes: this.bytes.slice(start - this.base, end - this.base), start, line })
      this.givenTo = end
    }
    this.ranges = this.ranges.slice(given)
    const last = this.ranges[0]
    if (last && last.start < this.givenTo) last.start = this.givenTo
  }

  /** Newlines from one offset to another; negative where the second comes first. */
  private newlinesBetween(from: number, to: number): number {
    if (from > to) return -this.newlinesBetween(to, from)
    return this.kernel.countLines(from - this.base, to - this.base).newlines
  }

  /** Counts the lines of its own part up to an offset. */
  private countTo(offset: number): void {
    const end = Math.min(offset, this.own.to)
    if (this.counted >= end) return
    const [from, to] = [this.counted - this.base, end - this.base]
    const { newlines, blanks } = this.kernel.countLines(from, to)
    this.lineIndex += newlines
    this.blankLines += blanks
    this.counted = end
  }

  private takeFailures(sure: number): void {
    this.failureHits.sort(ascending)
    let taken = 0
    for (; taken < this.failureHits.length && (this.failureHits[taken] as number) < sure; taken++)
      this.takeFailure(this.failureHits[taken] as number)
    this.failureHits = this.failureHits.slice(taken)
    const done = sure - FARTHEST
    if (this.coverage.length > 0 && (this.coverage[0] as Span).end < done) this.coverage = this.coverage.filter(({ end }) => end >= done)
  }

  private takeFailure(hit: number): void {
    const at = hit - this.base
    const start = this.bytes.lastIndexOf(NEWLINE, at) + 1
    const lineStart = this.base + start
    if (lineStart === this.lastFailureStart || at - start > LONGEST_HEAD || lineStart < this.own.from || lineStart >= this.own.to) return
    this.lastFailureStart = lineStart
    if (this.coverage.some((range) => range.start <= lineStart && lineStart < range.end)) return
    const part = Math.floor(lineStart / PART_BYTES)
    if (part !== this.failurePart) this.giveFailures()
    this.failurePart = part
    const newline = this.bytes.indexOf(NEWLINE, at)
    const end = Math.min(newline < 0 ? this.filled : newline, this.filled, start + LONGEST_FAILURE)
    const shape = lineShape(this.bytes, start, Math.min(end, start + LONGEST_HEAD))
    const known = this.shapes.get(shape)
    if (known) {
      known.count++
      return
    }
    this.countTo(lineStart)
    const line = this.lineIndex - this.newlinesBetween(lineStart, this.counted)
    this.shapes.set(shape, { shape, count: 1, bytes: this.bytes.slice(start, end), line })
    if (this.shapes.size === MOST_SHAPES) this.giveFailures()
  }

  private giveFailures(): void {
    if (this.shapes.size > 0) this.sink.failures([...this.shapes.values()])
    this.shapes.clear()
  }

  /** Makes room: forgets what lies before an offset, and moves the rest to the front. */
  private dropBefore(offset: number): void {
    const drop = Math.max(0, offset - this.base) & ~15
    if (drop === 0) return
    this.kernel.moveToFront(drop, this.filled)
    this.base += drop
    this.filled -= drop
    this.scannedTo -= drop
  }
}

interface Span {
  start: number
  end: number
}

/** Adds a span that begins no earlier than the last one does, or makes it part of that one. */
function extend(spans: Span[], span: Span): void {
  const last = spans.at(-1)
  if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
  else spans.push({ ...span })
}

function ascending(a: number, b: number): number {
  return a - b
}

/** From places where something was met to the ranges of lines that are read. */

import type { HeldText, Span } from './held-text.js'
import type { LineCounter } from './line-counter.js'
import { FARTHEST, isIn, type OwnPart } from './own-part.js'
import { PendingOffsets } from './pending-offsets.js'
import type { FoundRange } from './scan-sink.js'

const STRETCH_BYTES = 1 << 16
const MOST_NAMES_IN_STRETCH = 64

export class RangeFinder {
  private readonly held: HeldText
  private readonly lines: LineCounter
  private readonly own: OwnPart
  private readonly tell: (range: FoundRange) => void
  private readonly hits = new PendingOffsets()
  private readonly serverNames = new PendingOffsets()
  private nameStretch = -1
  private namesInStretch = 0
  /** Ranges not yet told, in order. */
  private ranges: Span[] = []
  private toldTo = 0
  /** The ranges around hits, own or not, that may cover a failure not yet looked at. */
  private coverage: Span[] = []

  /** @param tell is told of each range in order */
  constructor(held: HeldText, lines: LineCounter, own: OwnPart, tell: (range: FoundRange) => void) {
    this.held = held
    this.lines = lines
    this.own = own
    this.tell = tell
  }

  /** Notes where a piece of a signature begins: the lines around it are read. */
  noteHit(offset: number): void {
    this.hits.add(offset)
  }

  /** Notes where a server's name begins: its line is read. */
  noteServerName(offset: number): void {
    this.serverNames.add(offset)
  }

  takeHitsBefore(sure: number): void {
    let last = -1
    for (const hit of this.hits.takeBefore(sure)) {
      if (hit === last) continue
      last = hit
      const range = this.held.linesAround(hit)
      extend(this.coverage, range)
      if (isIn(this.own, hit)) extend(this.ranges, range)
    }
  }

  /** The lines that name a server, of each stretch of the text the first ones: where every line does, some say enough. */
  takeServerNamesBefore(settled: number): void {
    const lines: Span[] = []
    for (const name of this.serverNames.takeBefore(settled)) {
      if (!isIn(this.own, name)) continue
      const stretch = Math.floor(name / STRETCH_BYTES)
      if (stretch !== this.nameStretch) this.namesInStretch = 0
      this.nameStretch = stretch
      if (this.namesInStretch++ < MOST_NAMES_IN_STRETCH) lines.push(this.held.lineAround(name))
    }
    if (lines.length === 0) return
    const all = [...this.ranges, ...lines].sort((a, b) => a.start - b.start || a.end - b.end)
    this.ranges = []
    for (const range of all) extend(this.ranges, range)
  }

  /** Tells of the ranges that begin before an offset. */
  tellBefore(settled: number): void {
    let told = 0
    for (; told < this.ranges.length && (this.ranges[told] as Span).start < settled; told++) {
      const range = this.ranges[told] as Span
      const start = Math.max(range.start, this.toldTo)
      // What is not held yet belongs to a hit behind, and comes with it.
      const end = Math.min(range.end, this.held.end)
      if (start >= end) continue
      this.tell({ bytes: this.held.copy({ start, end }), start, line: this.lines.lineAt(start) })
      this.toldTo = end
    }
    this.ranges = this.ranges.slice(told)
    const next = this.ranges[0]
    if (next && next.start < this.toldTo) next.start = this.toldTo
  }

  /** Whether the lines around a hit take in an offset. */
  readonly covers = (offset: number): boolean => this.coverage.some(({ start, end }) => start <= offset && offset < end)

  /** Forgets what was covered so far before an offset that nobody will ask for it. */
  forgetCoverageBefore(offset: number): void {
    const done = offset - FARTHEST
    if (this.coverage.length > 0 && (this.coverage[0] as Span).end < done) this.coverage = this.coverage.filter(({ end }) => end >= done)
  }
}

/** Adds a span that begins no earlier than the last one does, or makes it part of that one. */
function extend(spans: Span[], span: Span): void {
  const last = spans.at(-1)
  if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
  else spans.push({ ...span })
}

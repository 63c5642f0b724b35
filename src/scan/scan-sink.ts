/** What a scan tells of a text: the lines worth reading, and what else looks like a failure. */

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
  /** Its index, counted like that of a range. */
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

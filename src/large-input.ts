/** An input too large to be read whole: what the scan finds in it is read piece by piece, and the pieces make one digest. */
import type { Catalog } from './catalog/entry.js'
import { diagnose } from './diagnose/diagnose.js'
import type { InputLog, LineClass } from './diagnose/diagnosis.js'
import { failureWords, looksLikeFailure } from './diagnose/failure-words.js'
import { templateOf } from './diagnose/template.js'
import { parseRuns, readSource } from './explain.js'
import { vocabulary } from './log/vocabulary.js'
import { soughtTexts } from './match/compiled-signatures.js'
import { literalsOf } from './match/signature.js'
import { openPlan } from './scan/compiled-plan.js'
import { ExcerptBuilder } from './scan/excerpt.js'
import { type OwnPart, SURROUNDINGS } from './scan/own-part.js'
import { planScan, type ScanPlan, type WholeScanPlan } from './scan/scan-plan.js'
import type { FailureShape, FoundRange, ScanSink, ScanTotals } from './scan/scan-sink.js'
import type { ReadAs } from './text/decode.js'
import { shareLineContents } from './text/line-content.js'
import { contentText } from './text/peel-line.js'
import { TimeReader } from './text/read-time.js'
import type { FindingDigest, InputDigest, InputProblem, UnexplainedDigest } from './triage/digest.js'
import { digestLog, linesAbove } from './triage/digest-log.js'
import { boundRuns, joinDigests, joinUnexplained } from './triage/join-digests.js'

/** What a scan for a catalog looks for. */
export function planFor(catalog: Catalog): ScanPlan {
  const { scanPlan } = catalog
  return (scanPlan && openPlan(scanPlan)) ?? planFromEntries(catalog)
}

export function planFromEntries(catalog: Catalog): WholeScanPlan {
  return planScan(soughtTexts(catalog, vocabulary).map(literalsOf), failureWords)
}

/** As much as is read and diagnosed at a time. */
const SEGMENT_BYTES = 1 << 17
const LONGEST_END = 1 << 16
/** Lines behind a cut that may belong to a message before it. */
const CUT_MARGIN_LINES = 12

export interface LargeInputOptions {
  readonly name: string
  /** Milliseconds since 1970. */
  readonly modified?: number
  /** Its encoding, where its beginning tells. */
  readonly readAs?: ReadAs | undefined
  /** Whether its beginning holds a Markdown table. */
  readonly hasTable: boolean
  /** Of its beginning, as `timeSample` has it. */
  readonly timeSample: string
  /** Is told of findings as they are made; the digest has what they come to. */
  readonly onFindings?: FindingWatch | undefined
}

export type FindingWatch = (findings: readonly Pick<FindingDigest, 'code' | 'registry'>[]) => void

/** What a scan found in one part of a text: plain data, as a worker can send it. */
export interface ScannedPart {
  readonly ranges: readonly FoundRange[]
  /** As the sink was told of them. */
  readonly failures: readonly (readonly FailureShape[])[]
  readonly totals: ScanTotals
}

export class LargeInput implements ScanSink {
  private readonly options: LargeInputOptions
  private readonly catalog: Catalog
  private readonly excerpt: ExcerptBuilder
  private readonly times: TimeReader
  private parts: InputDigest[] = []
  private unexplained: UnexplainedDigest[] = []
  private unexplainedCount = 0
  /** Lines in earlier parts of the input. */
  private earlierLines = 0
  private blankLines = 0
  private excerptEnd = 0
  private lastExcerptLine = 0
  /** Whether nothing was read yet; then, whether the first run takes in the lines above it. */
  private earliest = true
  private beginsAtTop = false
  /** Right above the next segment. */
  private linesAbove: readonly string[] = []
  /** Ranges so near the end of the last part that the next one may have others before them; their lines count from the beginning. */
  private besideNext: FoundRange[] = []
  private excerptLines = 0
  private excerptBlankLines = 0

  constructor(options: LargeInputOptions, catalog: Catalog) {
    this.options = options
    this.catalog = catalog
    this.times = new TimeReader(options.timeSample, options.modified)
    this.excerpt = new ExcerptBuilder(options.hasTable, options.readAs !== undefined)
  }

  range(range: FoundRange): void {
    this.take({ ...range, line: range.line + this.earlierLines })
  }

  private take(range: FoundRange): void {
    for (const _segment of this.segments(range));
  }

  /** Where a segment ends is decided by what has come together, and not by the pieces in which it came. Yields when it has read one. */
  private *segments(range: FoundRange): Generator<void> {
    let rest = behind(range, this.excerptEnd)
    while (rest) {
      const length = segmentEnd(rest.bytes, SEGMENT_BYTES - this.excerpt.byteLength)
      this.excerptEnd = rest.start + (length ?? rest.bytes.length)
      this.excerpt.add({ ...rest, bytes: rest.bytes.subarray(0, length) })
      if (length !== undefined) {
        this.readSegment(false)
        yield
      }
      rest = behind(rest, this.excerptEnd)
    }
  }

  failures(shapes: readonly FailureShape[]): void {
    for (const { bytes, count, line } of shapes) {
      const text = new TextDecoder().decode(bytes).trimEnd()
      const content = contentText(text)
      const score = looksLikeFailure(content)
      if (score === 0) continue
      this.unexplainedCount += count
      const firstSeen = this.times.read(text) ?? null
      this.unexplained.push({ line: line + this.earlierLines + 1, text, count, template: templateOf(content), score, firstSeen })
    }
    if (this.unexplained.length > MOST_KEPT) this.unexplained = joinUnexplained(this.unexplained)
  }

  /**
   * Takes in one of the parts that were scanned by themselves, in order; yields where a tenth of a second may have passed. Around the
   * place where two meet, both have found ranges.
   */
  *addPart({ ranges, failures, totals }: ScannedPart, own: OwnPart): Generator<void> {
    const found = ranges.map((range) => ({ ...range, line: range.line + this.earlierLines }))
    const all = [...this.besideNext, ...found].sort((a, b) => a.start - b.start)
    const isSettled = ({ start }: FoundRange) => start < own.to - SURROUNDINGS
    for (const range of all.filter(isSettled)) yield* this.segments(range)
    this.besideNext = all.filter((range) => !isSettled(range))
    for (const shapes of failures) this.failures(shapes)
    this.endPart(totals)
  }

  /** Ends the part that the sink was told of. */
  endPart({ newlines, blankLines }: ScanTotals): void {
    this.earlierLines += newlines
    this.blankLines += blankLines
  }

  /** @param endsInLine whether the last line has no line end */
  end(byteLength: number, endsInLine: boolean, problem: InputProblem | null): InputDigest {
    for (const range of this.besideNext) this.take(range)
    this.readSegment(true)
    const joined = boundRuns(joinDigests(this.parts, this.catalog))
    const lineCount = this.earlierLines + (endsInLine ? 1 : 0)
    const blank = this.blankLines - this.excerptBlankLines
    const { lineCounts } = joined
    const elsewhere = lineCount - this.excerptLines - blank - this.unexplainedCount
    return {
      ...joined,
      byteLength,
      lineCount,
      ...(this.options.readAs ?? { encoding: joined.encoding, isGuess: joined.isGuess }),
      problem: problem ?? joined.problem,
      runs: joined.runs.map((run, index) => ({
        ...run,
        firstLine: index === 0 && this.beginsAtTop ? 1 : run.firstLine,
        lastLine: (joined.runs[index + 1]?.firstLine ?? lineCount + 1) - 1,
      })),
      lineCounts: {
        ...lineCounts,
        blank: lineCounts.blank + blank,
        unexplained: lineCounts.unexplained + this.unexplainedCount,
        noise: lineCounts.noise + elsewhere,
      },
      unexplained: joinUnexplained([...joined.unexplained, ...this.unexplained]),
    }
  }

  /** Diagnoses what has come together, up to where the last run begins. */
  private readSegment(isEnd: boolean): void {
    const { name, modified, timeSample } = this.options
    const whole = readSource(name, this.excerpt.build(), this.catalog)
    const lineCount = isEnd ? whole.source.lineStarts.length : this.cutAt(whole)
    const log = lineCount === whole.source.lineStarts.length ? whole : this.head(whole, lineCount)
    if (this.earliest) this.beginsAtTop = log.runs[0]?.firstLine === 1
    this.earliest = false
    const diagnosis = diagnose([log], this.catalog)
    const digest = digestLog(log, diagnosis, modified, { timeSample, linesAbove: this.linesAbove })
    this.linesAbove = linesAbove(whole.source, lineCount)
    this.options.onFindings?.(digest.findings)
    this.parts.push({ ...digest, lineCounts: this.countedOnce(log, digest.lineCounts) })
    this.excerpt.dropLines(lineCount)
    if (this.parts.length > MOST_PARTS) this.parts = [boundRuns(joinDigests(this.parts, this.catalog))]
  }

  /** How many lines to diagnose now: those before the last run, if that leaves enough; else up to a place that no match spans. */
  private cutAt({ source, runs, matches }: InputLog): number {
    const total = source.lineStarts.length
    const lastRun = runs.at(-1)
    if (lastRun && runs.length > 1 && lastRun.firstLine - 1 > total / 2) return lastRun.firstLine - 1
    const stretches = [...matches.entries, ...matches.sayings, ...matches.texts].map(({ stretch }) => stretch)
    for (let line = Math.max(1, total - CUT_MARGIN_LINES); line > 1; line--) {
      const at = source.lineStarts[line] as number
      if (!stretches.some(({ start, end }) => start < at && end > at)) return line
    }
    return total
  }

  private head({ name, source, matches }: InputLog, lineCount: number): InputLog {
    const end = source.lineStarts[lineCount] as number
    const isBefore = ({ stretch }: { readonly stretch: { readonly start: number } }) => stretch.start < end
    const kept = {
      entries: matches.entries.filter(isBefore),
      sayings: matches.sayings.filter(isBefore),
      texts: matches.texts.filter(isBefore),
      mentioned: matches.mentioned,
    }
    const head = { ...source, text: source.text.slice(0, end), lineStarts: source.lineStarts.slice(0, lineCount) }
    shareLineContents(source, head)
    return { name, source: head, matches: kept, runs: parseRuns(head, kept, this.catalog) }
  }

  /** The classes of lines, pieces of one very long line counted as one line. */
  private countedOnce({ source }: InputLog, counts: Readonly<Record<LineClass, number>>): Record<LineClass, number> {
    let repeated = 0
    source.lineStarts.forEach((start, index) => {
      const number = source.excerpt?.lineNumbers[index] as number
      if (number === this.lastExcerptLine) repeated++
      else this.excerptLines++
      this.lastExcerptLine = number
      const length = (source.lineStarts[index + 1] ?? source.text.length) - start
      const isBlank = source.text[start + length - 1] === '\n' && (length === 1 || (length === 2 && source.text[start] === '\r'))
      if (isBlank) this.excerptBlankLines++
    })
    return { ...counts, noise: counts.noise - repeated }
  }
}

const MOST_KEPT = 20_000
const MOST_PARTS = 64

/**
 * Where a segment is full: behind the line in which it has its bytes, or further on in a line that goes on and on.
 *
 * @param missing how many bytes it lacks, below 0 where it has more than it should
 * @returns undefined where that is not reached yet
 */
function segmentEnd(bytes: Uint8Array, missing: number): number | undefined {
  const newline = bytes.indexOf(0x0a, Math.max(0, missing - 1))
  const latest = Math.max(1, missing + LONGEST_END)
  const end = newline < 0 ? latest : Math.min(newline + 1, latest)
  return end <= bytes.length ? end : undefined
}

/** The part of a range behind an offset; undefined where it ends before. */
function behind(range: FoundRange, offset: number): FoundRange | undefined {
  const skipped = offset - range.start
  if (skipped <= 0) return range
  if (skipped >= range.bytes.length) return undefined
  const newlines = range.bytes.subarray(0, skipped).reduce((count, byte) => count + Number(byte === 0x0a), 0)
  return { bytes: range.bytes.subarray(skipped), start: offset, line: range.line + newlines }
}

/** The ranges that a scan found, put together to one text in which every line knows its number. */
import { type Decoded, type DecodingProblem, decode } from '../text/decode.js'
import { guessReadAs } from '../text/guess-encoding.js'
import type { SourceText } from '../text/read-text.js'
import type { FoundRange } from './scan-sink.js'

const NEWLINE = 0x0a

export class ExcerptBuilder {
  private bytes = new Uint8Array(1 << 16)
  private length = 0
  /** Offset in the whole text behind the last range. */
  private end = 0
  private readonly hasTable: boolean
  private readonly isUtf8: boolean
  private lineNumbers: number[] = []
  private lineStarts: number[] = []
  private gaps = new Set<number>()

  /**
   * @param hasTable whether the whole text's beginning holds a Markdown table
   * @param isUtf8 whether that is known
   */
  constructor(hasTable: boolean, isUtf8: boolean) {
    this.hasTable = hasTable
    this.isUtf8 = isUtf8
  }

  get byteLength(): number {
    return this.length
  }

  /** Adds a range that begins where the last one ended, or behind it. */
  add({ bytes, start, line }: FoundRange): void {
    const continues = start === this.end && this.length > 0
    const endsInLine = this.length > 0 && this.bytes[this.length - 1] !== NEWLINE
    if (!continues) {
      if (endsInLine) this.append(Uint8Array.of(NEWLINE))
      if (start > 0) this.gaps.add(this.lineNumbers.length)
    }
    const from = this.length
    this.append(bytes)
    let number = line + 1
    if (continues && endsInLine) number++
    else this.beginLine(number++, from)
    for (let at = bytes.indexOf(NEWLINE); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(NEWLINE, at + 1))
      this.beginLine(number++, from + at + 1)
    this.end = start + bytes.length
  }

  private beginLine(number: number, at: number): void {
    this.lineNumbers.push(number)
    this.lineStarts.push(at)
  }

  private append(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.length + bytes.length, this.bytes.length * 2))
      larger.set(this.bytes.subarray(0, this.length))
      this.bytes = larger
    }
    this.bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  /** @param lineCount of the first lines; all of them unless given */
  build(lineCount = this.lineNumbers.length): SourceText {
    const byteLength = this.lineStarts[lineCount] ?? this.length
    const decoded = this.decode(this.bytes.subarray(0, byteLength))
    const lineStarts = [0]
    for (let at = decoded.text.indexOf('\n'); at >= 0 && at + 1 < decoded.text.length; at = decoded.text.indexOf('\n', at + 1))
      lineStarts.push(at + 1)
    const excerpt = { lineNumbers: this.lineNumbers.slice(0, lineCount), gaps: this.gaps, hasTable: this.hasTable }
    return { ...decoded, byteLength, lineStarts: lineCount === 0 ? [] : lineStarts, excerpt }
  }

  /** Bytes from the middle of a text have neither mark nor end. */
  private decode(bytes: Uint8Array): Decoded {
    const guess = this.isUtf8 ? undefined : guessReadAs(bytes)
    const decoded = decode(bytes, { encoding: guess?.encoding ?? 'utf-8', isGuess: false })
    return { ...decoded, isGuess: guess !== undefined, problem: this.renumbered(decoded.problem) }
  }

  private renumbered(problem: DecodingProblem | null): DecodingProblem | null {
    if (problem?.kind !== 'flawed' || !problem.undecodable) return null
    const { count, line } = problem.undecodable
    const undecodable = { count, line: this.lineNumbers[line - 1] ?? line }
    return { ...problem, undecodable, nulls: null, change: null, isCutOff: false }
  }

  /** Whether something was left out before a line; `index` counts from 0. */
  isBehindGap(index: number): boolean {
    return this.gaps.has(index)
  }

  /** Forgets the first lines. */
  dropLines(count: number): void {
    const from = this.lineStarts[count] ?? this.length
    this.bytes.copyWithin(0, from, this.length)
    this.length -= from
    this.lineNumbers = this.lineNumbers.slice(count)
    this.lineStarts = this.lineStarts.slice(count).map((start) => start - from)
    this.gaps = new Set([...this.gaps].flatMap((index) => (index >= count ? [index - count] : [])))
    if (this.lineNumbers.length > 0) this.gaps.add(0)
  }
}

/** Bytes → text with numbered lines. */
import { placeBehind } from './ascending.js'
import { type Decoded, decode, type ReadAs } from './decode.js'

export interface SourceText extends Decoded {
  readonly byteLength: number
  /** Offset of each line's first character in `text`; one element a line. */
  readonly lineStarts: readonly number[]
  /** Where the text is parts of a longer one that was not read whole. */
  readonly excerpt?: Excerpt
}

export interface Excerpt {
  /** For each line its number in the whole text, 1-based. */
  readonly lineNumbers: readonly number[]
  /** Indices of lines before which something was left out. */
  readonly gaps: ReadonlySet<number>
  /** Whether the whole text's beginning holds a Markdown table. */
  readonly hasTable: boolean
}

/** The number of a line in the text as it was given; `line` is 1-based. */
export function originalLine({ excerpt }: SourceText, line: number): number {
  return excerpt ? (excerpt.lineNumbers[line - 1] ?? line) : line
}

/** Reads bytes of any content; never throws. What could not be decoded is named in `problem`. */
export function readText(bytes: Uint8Array, readAs?: ReadAs): SourceText {
  const decoded = decode(bytes, readAs)
  return { ...decoded, byteLength: bytes.length, lineStarts: findLineStarts(decoded.text) }
}

/** The same lines with other words in them. */
export function withText(source: SourceText, text: string): SourceText {
  return { ...source, text, lineStarts: findLineStarts(text) }
}

/** Lines end in LF or CRLF; in CR only where the whole text has no LF (classic Mac OS). A final line end begins no line. */
function findLineStarts(text: string): number[] {
  const lineEnd = text.includes('\n') ? '\n' : '\r'
  const starts: number[] = []
  for (let at = 0; at < text.length; ) {
    starts.push(at)
    const end = text.indexOf(lineEnd, at)
    if (end < 0) break
    at = end + 1
  }
  return starts
}

/** The offset behind the last character of a line, its line end left out. `lineIndex` counts from 0. */
export function lineEndOf(source: SourceText, lineIndex: number): number {
  let end = source.lineStarts[lineIndex + 1] ?? source.text.length
  const start = source.lineStarts[lineIndex] as number
  while (end > start && isLineEnd(source.text.charCodeAt(end - 1))) end--
  return end
}

function isLineEnd(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d
}

/** The text of a line without its line end. `lineIndex` counts from 0. */
export function lineText(source: SourceText, lineIndex: number): string {
  return source.text.slice(source.lineStarts[lineIndex], lineEndOf(source, lineIndex))
}

/** The index of the line that holds an offset of the text. */
export function lineIndexAt(source: SourceText, offset: number): number {
  return Math.max(0, placeBehind(source.lineStarts, offset) - 1)
}

/** The contents of a text's lines: several steps of a diagnosis ask for them, and each line is peeled once. */
import { type Content, LONGEST_PEELED, peelLine } from './peel-line.js'
import { lineEndOf, lineText, type SourceText } from './read-text.js'

const known = new WeakMap<SourceText, Content[]>()

/** Offsets in the line; `lineIndex` counts from 0. */
export function lineContent(source: SourceText, lineIndex: number): Content {
  const contents = known.get(source) ?? []
  if (contents.length === 0) known.set(source, contents)
  contents[lineIndex] ??= peeled(source, lineIndex)
  return contents[lineIndex]
}

/** Lets a text that is the beginning of another one share what is known of its lines. */
export function shareLineContents(whole: SourceText, beginning: SourceText): void {
  const contents = known.get(whole)
  if (contents) known.set(beginning, contents)
}

function peeled(source: SourceText, lineIndex: number): Content {
  const length = lineEndOf(source, lineIndex) - (source.lineStarts[lineIndex] as number)
  return length > LONGEST_PEELED ? { start: 0, end: length } : peelLine(lineText(source, lineIndex))
}

/** The content of a line as text. */
export function lineContentText(source: SourceText, lineIndex: number): string {
  const start = source.lineStarts[lineIndex] as number
  const content = lineContent(source, lineIndex)
  return source.text.slice(start + content.start, start + content.end)
}

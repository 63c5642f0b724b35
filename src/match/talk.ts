/** Failure or talk about failures: a reference page, a table of fixes or a line of source code quotes messages, and nothing has happened. */

import { peelLine } from '../text/peel-line.js'
import { lineEndOf, lineIndexAt, lineText, type SourceText } from '../text/read-text.js'
import { withoutTags } from '../text/squeeze.js'
import type { Match, Stretch } from './match.js'

/** A line around a match: what stands before it, what behind, and the line as a whole. */
interface Surroundings {
  readonly head: string
  readonly tail: string
  readonly line: string
  /** The marks before the line's content, such as `## ` or `| `. */
  readonly marks: string
}

function surroundingsOf(source: SourceText, stretch: Stretch): Surroundings {
  const firstLine = lineIndexAt(source, stretch.start)
  const start = source.lineStarts[firstLine] as number
  const line = lineText(source, firstLine)
  const contentStart = Math.min(start + peelLine(line).start, stretch.start)
  const lastLineEnd = lineEndOf(source, lineIndexAt(source, Math.max(stretch.start, stretch.end - 1)))
  return {
    head: source.text.slice(Math.max(contentStart, stretch.start - LONGEST_HEAD), stretch.start),
    tail: source.text.slice(stretch.end, Math.min(lastLineEnd, stretch.end + LONGEST_HEAD)),
    line: line.slice(0, LONGEST_HEAD),
    marks: source.text.slice(start, contentStart),
  }
}

const LONGEST_HEAD = 1000

// What programs put before a code: a level, an exception's class, an arrow of the person who pastes.
const beforeBareCode = /(?:^|->|=>|→|⇒|:)[\s"'`*[(<]*$/
const afterBareCode = /^[\s"'`*\])>.,:;!]*$/
const levelWords = /^(?:ERROR|WARNING|Error|Warning|[A-Za-z.]*(?:Error|Exception))\s*:?\s*$/

/** Whether a bare code is what a line says, rather than one word in a sentence, a heading of a reference page or a cell of a table. */
export function standsAlone(source: SourceText, stretch: Stretch): boolean {
  const { head, tail, marks } = surroundingsOf(source, stretch)
  if (!afterBareCode.test(tail) || !(levelWords.test(head) || beforeBareCode.test(head))) return false
  return !/[#|]/.test(marks) || isShortPaste(source)
}

const SHORT_PASTE_LINES = 3

/** One or two lines that somebody copied: there a code can be meant however it is set. */
function isShortPaste(source: SourceText): boolean {
  if (source.excerpt) return false
  let lines = 0
  for (let index = 0; index < source.lineStarts.length; index++) {
    if (lineText(source, index).trim() !== '' && ++lines > SHORT_PASTE_LINES) return false
  }
  return true
}

/** Whether a message is quoted in prose, in a table of errors or in source code. */
export function isMention(source: SourceText, match: Match<unknown>): boolean {
  const surroundings = surroundingsOf(source, match.stretch)
  return isInSentence(surroundings, match) || isInTable(source, surroundings) || isInSourceCode(surroundings)
}

// "If you see `An error occurred: …`": words, then at most an opening quote. A log puts a colon, a bracket or a column there.
const sentenceHead = /(?:[A-Za-z\u4e00-\u9fff][\w'’-]*|<[a-z-]+-\d+>)[,，]? ["'`“‘*]*$/
const columns = /(?: {2,}|\t)["'`]*$/

/** A message that begins with a capital begins a line of output; inside a sentence it is quoted. */
function isInSentence({ head }: Surroundings, match: Match<unknown>): boolean {
  const first = match.signature.parts[0]
  const beginsSentence = first !== undefined && 'literal' in first && /^[A-Z]/.test(match.signature.text)
  return beginsSentence && sentenceHead.test(head) && !columns.test(head) && wordCount(head) >= 2
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[A-Za-z\u4e00-\u9fff]/.test(word)).length
}

const cellBorder = /(?<!\\)\|/g
const separatorRow = /^[ \t>]*\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*(?::?-{3,}:?[ \t]*)?\|?[ \t]*$/m

/** Whether a text's beginning holds a Markdown table. */
export function hasTable(text: string): boolean {
  return separatorRow.test(text.slice(0, 100_000))
}

/** A Markdown table of several columns is written by hand. */
function isInTable(source: SourceText, { line, marks }: Surroundings): boolean {
  const borders = line.match(cellBorder)?.length ?? 0
  return marks.includes('|') && borders >= 3 && (source.excerpt?.hasTable ?? hasTable(source.text))
}

const callBeforeQuote =
  /\b(?:print\w*|echo|log\w*|console\.\w+|logger\.\w+|raise \w+|throw new \w+|grep|rg|findstr|assert\w*|expect\w*|contains|includes|match\w*|Write-\w+|Select-String|return|const \w+|let \w+|var \w+|[A-Z][A-Z_]+)\b[^"'`]{0,40}["'`]{1,3}$/

function isInSourceCode({ head, tail }: Surroundings): boolean {
  const call = plainly(head.slice(-LONGEST_CALL))
  return /["'`]$/.test(call) && /["'`]/.test(plainly(tail)) && callBeforeQuote.test(call)
}

const LONGEST_CALL = 240

/** A text as it was before somebody coloured, set or quoted it. */
function plainly(text: string): string {
  return withoutTags(text)
    .replace(/\x1b\[[\d;?]*[A-Za-z]|[\u200b-\u200d\u2060\u00ad\ufeff]|\\(?=["'\\])/g, '')
    .replace(/&quot;|[“”]/g, '"')
    .replace(/&#0?39;|&apos;|[‘’]/g, "'")
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
}

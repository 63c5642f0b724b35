/** Failure or talk about failures: a reference page, a table of fixes or a line of source code quotes messages, and nothing has happened. */

import { lineContent } from '../text/line-content.js'
import { lineEndOf, lineIndexAt, lineText, type SourceText } from '../text/read-text.js'
import { withoutInvisible, withoutTags } from '../text/without-marks.js'
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
  const contentStart = Math.min(start + lineContent(source, firstLine).start, stretch.start)
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
const afterBareCode = /^[\s"'`*\])>.,:;!?。，！？]*$/
const levelWords = /^(?:ERROR|WARNING|Error|Warning|[A-Za-z.]*(?:Error|Exception))\s*:?\s*$/

/** Whether a bare code is what a line says, rather than one word in a sentence, a heading of a reference page or a cell of a table. */
export function standsAlone(source: SourceText, stretch: Stretch): boolean {
  const { head, tail, marks } = surroundingsOf(source, stretch)
  if (!afterBareCode.test(tail) || !(levelWords.test(head) || beforeBareCode.test(head))) return false
  if (sourcePlace.test(head) || (openCall.test(head) && /["'`]/.test(tail))) return false
  const isElement = /^[\s"'`]*$/.test(head) && /^["'`]?,/.test(tail)
  return !(isElement || /[#|]/.test(marks) || isAmongCodes(source, stretch)) || isShortPaste(source)
}

/** The place in a file of sources or of documentation, as grep puts it before a line. */
const sourcePlace = /^\s*[\w./\\-]{1,300}\.(?:py|[jt]sx?|cs|go|java|rb|rs|sh|ps1|md|rst|html?|ya?ml)[:-]\d+[:-]/
const openCall = /\b(?:raise \w+|throw new \w+|(?:print|log|echo|warn|error|assert|expect|includes|contains)\w*)\b[^"'`]{0,40}["'`][^"'`]*$/

const onlyCode = /^[\s"'`*\-•+\d.)(]*[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+[\s"'`*,.;:=\d]*$/

/** Whether the lines beside a code are codes, too: they are listed, and nobody has had them all. */
function isAmongCodes(source: SourceText, { start }: Stretch): boolean {
  const own = lineIndexAt(source, start)
  const isCode = (index: number) =>
    index >= 0 && index < source.lineStarts.length && onlyCode.test(lineText(source, index).slice(0, LONGEST_CODE_LINE))
  const [above, below] = [isCode(own - 1), isCode(own + 1)]
  return (
    onlyCode.test(lineText(source, own).slice(0, LONGEST_CODE_LINE)) &&
    ((above && below) || (above && isCode(own - 2)) || (below && isCode(own + 2)))
  )
}

const LONGEST_CODE_LINE = 200
const SHORT_PASTE_LINES = 2

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
  return (
    isInSentence(surroundings, match) ||
    isInTable(source, surroundings) ||
    isInSourceCode(surroundings) ||
    sourcePlace.test(surroundings.head) ||
    template.test(source.text.slice(match.stretch.start, Math.min(match.stretch.end, match.stretch.start + LONGEST_HEAD) + 3)) ||
    afterItsCode.test(surroundings.head) ||
    (/[A-Z0-9]_[A-Z0-9]+$/.test(match.signature.text) && goesOn.test(surroundings.tail))
  )
}

/** What a program fills in before it prints: the message is not printed yet. */
const template = /['"]\{\d?\}['"]|['"]%[sr]['"]/

/** A row of a table that gives a code, and then what it prints. */
const afterItsCode = /^["'`]?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+["'`]?(?:[,;\t|]| {2,})/

/** What a sentence says of a code: no program goes on like this. */
const goesOn =
  /^["'`”’*]* (?:is|was|are|were|means?|has|have|had|does|will|should|can|could|may|might|no longer|appears?|when|if|which|that|who)\b/

// "If you see `An error occurred: …`": words, then at most an opening quote. A log puts a colon, a bracket or a column there.
const sentenceHead = /(?:[A-Za-z\u4e00-\u9fff][\w'’-]*|<[a-z-]+-\d+>)[,，]? ["'`“‘*]*$/
/** Chinese puts no space before a quotation. */
const quoteInChinese = /[\u4e00-\u9fff]{2}["'`“‘「『*]+$/
const columns = /(?: {2,}|\t)["'`]*$/

/** As much of a head as a word and the marks behind it take. */
const NEAR_HEAD = 100

/** A message that begins with a capital begins a line of output; inside a sentence it is quoted. */
function isInSentence({ head }: Surroundings, match: Match<unknown>): boolean {
  const first = match.signature.parts[0]
  const beginsSentence = first !== undefined && 'literal' in first && /^[A-Z]/.test(match.signature.text)
  const near = head.slice(-NEAR_HEAD)
  if (!beginsSentence) return false
  return quoteInChinese.test(near) || (sentenceHead.test(near) && !columns.test(near) && wordCount(head) >= 2)
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
  return withoutInvisible(withoutTags(text))
    .replace(/\\(?=["'\\])/g, '')
    .replace(/&quot;|[“”]/g, '"')
    .replace(/&#0?39;|&apos;|[‘’]/g, "'")
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
}

/** A text in the three readings that private values are looked for in. */
import { peelLine } from '../text/peel-line.js'
import { isPlainText, type Reading, ReadingBuilder } from './reading.js'

export interface Readings {
  /** Line by line, `\n` between them. */
  readonly apart: Reading
  /** Lines that were surely hard-wrapped, joined; nothing else. */
  readonly unwrapped: Reading
  /** The same with a space where lines were joined: for a value that begins a line. */
  readonly spaced: Reading
  /** Lines that may have been hard-wrapped, joined; nothing else. */
  readonly guessed: Reading
  /** All lines joined. */
  readonly joined: Reading
}

interface Line {
  readonly start: number
  /** Without its line end. */
  readonly end: number
  /** What a program printed of it, without what was put around it. */
  readonly contentStart: number
  readonly contentEnd: number
  /** Nothing in it is escaped or left out. */
  readonly isPlain: boolean
}

/** How sure it is that a line goes on in the next one. */
type Wrapping = 'none' | 'maybe' | 'surely'

export function readLines(text: string): Readings {
  const lines = linesOf(text)
  const wrappings = wrappingsOf(lines)
  const isSure = (index: number) => wrappings[index] === 'surely'
  let joined: Reading | undefined
  return {
    apart: readApart(text, lines),
    get joined() {
      joined ??= readJoined(text, lines)
      return joined
    },
    get unwrapped() {
      return readWrapped(text, lines, isSure)
    },
    get spaced() {
      return readWrapped(text, lines, isSure, SPACE)
    },
    get guessed() {
      return readWrapped(text, lines, (index) => wrappings[index] === 'maybe')
    },
  }
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  const lineEnd = text.includes('\n') ? '\n' : '\r'
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf(lineEnd, start)
    const behind = next < 0 ? text.length : next
    const end = text[behind - 1] === '\r' && behind > start ? behind - 1 : behind
    const content = peelLine(text.slice(start, end))
    lines.push({ start, end, contentStart: start + content.start, contentEnd: start + content.end, isPlain: isPlainText(text, start, end) })
    start = behind + 1
  }
  return lines
}

const LINE_FEED = 0x0a
const SPACE = 0x20

function readApart(text: string, lines: readonly Line[]): Reading {
  const builder = new ReadingBuilder(text)
  for (const { start, end, isPlain } of lines) {
    if (isPlain) builder.keep(start, end)
    else builder.read(start, end)
    if (text.charCodeAt(end) === LINE_FEED) builder.keep(end, end + 1)
    else builder.put(LINE_FEED, end, end, 0)
  }
  return builder.finish()
}

function readJoined(text: string, lines: readonly Line[]): Reading {
  const builder = new ReadingBuilder(text)
  lines.forEach(({ contentStart, contentEnd, isPlain }, index) => {
    if (index > 0) builder.join()
    if (isPlain) builder.keep(contentStart, contentEnd)
    else builder.read(contentStart, contentEnd)
  })
  return builder.finish()
}

/**
 * The lines of which one goes on in the next.
 *
 * @param between a character to put where lines are joined
 */
function readWrapped(text: string, lines: readonly Line[], goesOn: (index: number) => boolean, between?: number): Reading {
  const builder = new ReadingBuilder(text)
  lines.forEach(({ start, end, contentStart, contentEnd }, index) => {
    const isJoined = index > 0 && goesOn(index - 1)
    const isOpen = goesOn(index)
    if (!isJoined && !isOpen) return
    if (isJoined && between !== undefined) builder.put(between, start, start, 0)
    if (isJoined) builder.join()
    builder.read(isJoined ? contentStart : start, isOpen ? contentEnd : end)
    if (!isOpen) builder.put(LINE_FEED, end, end, 0)
  })
  return builder.finish()
}

const NARROWEST_WRAP = 16
const NEIGHBOURHOOD = 12

/**
 * A text that was hard-wrapped has lines of one length that none exceeds. One line as long as its longest neighbour is
 * surely wrapped, the longest of all maybe.
 */
function wrappingsOf(lines: readonly Line[]): Wrapping[] {
  const whole = lines.map(({ start, end }) => end - start)
  const contents = lines.map(({ contentStart, contentEnd }) => contentEnd - contentStart)
  return lines.map((_, index) => {
    if (index + 1 >= lines.length) return 'none'
    const seen = [wrappingBy(whole, index), wrappingBy(contents, index)]
    return seen.includes('surely') ? 'surely' : seen.includes('maybe') ? 'maybe' : 'none'
  })
}

function wrappingBy(lengths: readonly number[], index: number): Wrapping {
  const length = lengths[index] as number
  if (length < NARROWEST_WRAP) return 'none'
  let equals = 0
  for (let near = Math.max(0, index - NEIGHBOURHOOD); near < Math.min(lengths.length, index + NEIGHBOURHOOD); near++) {
    const other = lengths[near] as number
    if (other > length) return 'none'
    if (other === length && near !== index) equals++
  }
  return equals > 0 ? 'surely' : 'maybe'
}

/** Words → lines of a terminal: wrapped to a width at which a Chinese character counts twice. */
import { eastAsianWidth } from 'get-east-asian-width'
import type { Inline, Prose } from '../catalog/prose.js'
import type { Palette, Style } from './palette.js'

/** Text of one style. */
export interface Span {
  readonly text: string
  readonly style?: Style
}

/** ASCII, dashes, typographic quotes, arrows, boxes and our own signs: a column each. */
const narrow = /^[\x20-\x7e·\u2010-\u2027\u2190-\u2193↳\u2500-\u25fc✔✖]*$/

/** The columns that a text takes on a terminal. */
export function columnsOf(text: string): number {
  if (narrow.test(text)) return text.length
  let columns = 0
  for (const character of text) columns += isInvisible(character) ? 0 : eastAsianWidth(character.codePointAt(0) as number)
  return columns
}

function isInvisible(character: string): boolean {
  return /[\p{M}\p{Cf}\u200b]/u.test(character)
}

/** The paragraphs as spans. Without colour, code keeps its backticks and a link's address stands in brackets. */
export function paragraphSpans(prose: Prose, palette: Palette): Span[][] {
  return prose.map((paragraph) => paragraph.flatMap((inline) => inlineSpans(inline, palette)))
}

function inlineSpans(inline: Inline, palette: Palette): Span[] {
  if (typeof inline === 'string') return [{ text: inline }]
  if ('code' in inline) return [{ text: palette.isColoured ? inline.code : `\`${inline.code}\``, style: 'code' }]
  if ('strong' in inline) return inline.strong.flatMap((inner) => restyle(inlineSpans(inner, palette), 'strong'))
  if ('emphasis' in inline) return inline.emphasis.flatMap((inner) => restyle(inlineSpans(inner, palette), 'emphasis'))
  const children = inline.children.flatMap((inner) => inlineSpans(inner, palette))
  const address = wide.test(children.at(-1)?.text.slice(-1) ?? '') ? `（${inline.link}）` : ` (${inline.link})`
  return [...children, { text: address, style: 'quiet' }]
}

function restyle(spans: readonly Span[], style: Style): Span[] {
  return spans.map((span) => ({ style, ...span }))
}

/** The smallest piece that stays on one line. */
interface Piece {
  readonly text: string
  readonly style: Style | undefined
  readonly columns: number
  /** White space stands before it, or the piece may begin a line without any. */
  readonly before: 'space' | 'break' | 'none'
}

/**
 * Lays spans out in lines of at most `width` columns. A word that is longer stands on a line of its own, whole, so that
 * an address can still be copied. Chinese breaks between any two characters, never before closing punctuation.
 */
export function wrapSpans(spans: readonly Span[], width: number, palette: Palette): string[] {
  const lines: Piece[][] = [[]]
  let columns = 0
  for (const word of wordsOf(piecesOf(spans))) {
    const space = word[0]?.before === 'space' && columns > 0 ? 1 : 0
    const wide = word.reduce((sum, piece) => sum + piece.columns, 0)
    if (columns > 0 && columns + space + wide > width) {
      lines.push([...word])
      columns = wide
    } else {
      lines.at(-1)?.push(...word)
      columns += space + wide
    }
  }
  return lines.filter((line) => line.length > 0).map((line) => paintLine(line, palette))
}

/** Pieces between which no line may end, together. */
function wordsOf(pieces: readonly Piece[]): Piece[][] {
  const words: Piece[][] = []
  for (const piece of pieces) {
    const last = words.at(-1)
    if (last && piece.before === 'none') last.push(piece)
    else words.push([piece])
  }
  return words
}

// Punctuation that a line must not begin or end with (Chinese typesetting rules, GB/T 15834).
const closing = /^[，。、；：？！）》」』】”’…·%,.;:?!)\]}]/
const opening = /[（《「『【“‘([{]$/
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\u3000-\u303f]/
const chunk = /\s+|[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\u3000-\u303f]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\u3000-\u303f]+/g

function piecesOf(spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = []
  let afterSpace = false
  for (const { text, style } of spans) {
    for (const [found] of text.matchAll(chunk)) {
      if (/^\s/.test(found)) {
        afterSpace = true
        continue
      }
      const last = pieces.at(-1)
      pieces.push({
        text: found,
        style,
        columns: columnsOf(found),
        before: afterSpace ? 'space' : last && canBreak(last.text, found) ? 'break' : 'none',
      })
      afterSpace = false
    }
  }
  return pieces
}

function canBreak(before: string, behind: string): boolean {
  return (wide.test(before.slice(-1)) || wide.test(behind.charAt(0))) && !closing.test(behind) && !opening.test(before)
}

/** One line; neighbours of one style are painted together. */
function paintLine(pieces: readonly Piece[], palette: Palette): string {
  let line = ''
  let run = ''
  let style = pieces[0]?.style
  pieces.forEach((piece, index) => {
    const text = (piece.before === 'space' && index > 0 ? ' ' : '') + piece.text
    if (piece.style !== style) {
      line += palette.paint(style, run)
      run = ''
      style = piece.style
    }
    run += text
  })
  return line + palette.paint(style, run)
}

/** Puts `first` before the first line and the same width of white space before the others. */
export function hang(lines: readonly string[], first: string, columns: number): string[] {
  return lines.map((line, index) => (index === 0 ? first : ' '.repeat(columns)) + line)
}

/** A text cut to a width, with an ellipsis where something was cut. */
export function cutTo(text: string, width: number, ellipsis: string): string {
  if (columnsOf(text) <= width) return text
  let columns = columnsOf(ellipsis)
  let kept = ''
  for (const character of text) {
    columns += columnsOf(character)
    if (columns > width) break
    kept += character
  }
  return kept + ellipsis
}

/**
 * The same for a text of which a part counts: where that would be cut off, the text begins shortly before it.
 *
 * @param part first character and the one behind the last, from 1
 */
export function cutAround(text: string, part: readonly [number, number] | undefined, width: number, ellipsis: string): string {
  const [start, end] = part ?? [1, 1]
  if (columnsOf(text) <= width || columnsOf(text.slice(0, end - 1)) < width) return cutTo(text.trim(), width, ellipsis)
  const from = Math.max(0, start - 1 - Math.floor(width / 4))
  return cutTo(ellipsis + text.slice(from).trim(), width, ellipsis)
}

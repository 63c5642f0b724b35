/**
 * Squeezed text: what is left of a text when everything is taken out that wrapping, quoting, escaping and
 * typing change: white space, colour codes, escapes, markup, case, width and the shape of quotes. Signatures and
 * logs go through the same function, so a message that was hard-wrapped inside a word still equals its signature.
 */

import { DROP, foldLetter, SPECIAL } from './fold-letter.js'
import { newSqueezedLetters, pushLetter, reserveLetters, type SqueezedLetters } from './squeezed-letters.js'
import { htmlTag } from './without-marks.js'

const BACKSLASH = 0x5c
const ESCAPE = 0x1b

/** Appends the squeezed letters of `text` from `start` to `end` (exclusive). */
export function squeezeInto(into: SqueezedLetters, text: string, start: number, end: number): void {
  reserveLetters(into, end - start)
  const first = into.length
  let { letters, places, length } = into
  let at = start
  while (at < end) {
    const unit = text.charCodeAt(at)
    const folded = foldLetter(unit)
    if (folded > SPECIAL) {
      letters[length] = folded
      places[length++] = at++
    } else if (folded === DROP) {
      at++
    } else {
      into.length = length
      at = squeezeSpecial(into, text, at, end, first)
      length = into.length
    }
  }
  into.length = length
}

/** The squeezed form of a short text of its own, such as a signature's literal. */
export function squeezeLiteral(text: string): string {
  return String.fromCharCode(...own.letters.subarray(0, squeezedLength(text)))
}

/** How many letters the squeezed form of a short text has. */
export function squeezedLength(text: string): number {
  own.length = 0
  squeezeInto(own, text, 0, text.length)
  return own.length
}

const own = newSqueezedLetters(256)

/** Squeezes the construct that begins at `at`; returns the offset behind it. */
function squeezeSpecial(into: SqueezedLetters, text: string, at: number, end: number, first: number): number {
  switch (text.charCodeAt(at)) {
    case BACKSLASH:
      return squeezeEscape(into, text, at, end)
    case ESCAPE:
    case 0x9b:
      return skipTerminalSequence(text, at, end)
    case 0x08: // a backspace takes the letter before it, as on a terminal
      if (into.length > first) into.length--
      return at + 1
    case 0x26:
      return squeezeEntity(into, text, at, end)
    case 0x3c:
      return squeezeTag(into, text, at, end)
    case 0x2a: // '**' is Markdown's strong emphasis; a single star is a letter
      if (text.charCodeAt(at + 1) === 0x2a && at + 1 < end) return at + 2
      pushLetter(into, 0x2a, at)
      return at + 1
    case 0x22:
    case 0x27:
      return squeezeQuote(into, text, at, end)
    case 0x7c: // TeamCity escapes with a bar
      if (at + 1 >= end || !"'[]".includes(text[at + 1] as string)) pushLetter(into, 0x7c, at)
      return at + 1
    case 0x5b:
    case 0x5d:
      return squeezeLink(into, text, at, end)
    default:
      return squeezeMojibake(into, text, at)
  }
}

/** Tables and YAML write a quote twice that stands in a quoted value. */
function squeezeQuote(into: SqueezedLetters, text: string, at: number, end: number): number {
  const quote = text.charCodeAt(at)
  pushLetter(into, quote, at)
  return at + 1 < end && text.charCodeAt(at + 1) === quote ? at + 2 : at + 1
}

const escapedUnit = /u([0-9a-f]{4})|x([0-9a-f]{2})/iy

/** `\n`, `\r`, `\t` go whole, `\u0027` is the character it names, any other backslash goes alone, however many there are. */
function squeezeEscape(into: SqueezedLetters, text: string, at: number, end: number): number {
  let next = at + 1
  while (next < end && text.charCodeAt(next) === BACKSLASH) next++
  if (next >= end) return end
  const letter = text.charCodeAt(next)
  if (letter === 0x6e || letter === 0x72 || letter === 0x74) return next + 1
  escapedUnit.lastIndex = next
  const escaped = escapedUnit.exec(text)
  if (!escaped || escapedUnit.lastIndex > end) return next
  const unit = Number.parseInt((escaped[1] ?? escaped[2]) as string, 16)
  const behind = escapedUnit.lastIndex
  if (unit === ESCAPE) return skipTerminalSequence(text, behind - 1, end)
  pushFolded(into, unit, at)
  return behind
}

/** ECMA-48: CSI … final byte, OSC and other strings … BEL or ST, or ESC and one character. */
function skipTerminalSequence(text: string, at: number, end: number): number {
  let next = at + 1
  const kind = text.charCodeAt(at) === 0x9b ? 0x5b : text.charCodeAt(next++)
  if (kind === 0x5b) {
    while (next < end && text.charCodeAt(next) >= 0x20 && text.charCodeAt(next) < 0x40) next++
    return Math.min(next + 1, end)
  }
  if (!stringSequences.has(kind)) return Math.min(next, end)
  const limit = Math.min(end, next + 2048)
  for (let close = next; close < limit; close++) {
    const unit = text.charCodeAt(close)
    if (unit === 0x07) return close + 1
    if (unit === ESCAPE) return Math.min(close + 2, end)
    if (unit === BACKSLASH && text.startsWith('u0007', close + 1)) return Math.min(close + 6, end)
  }
  return next
}

/** ESC with `]`, `P`, `X`, `^` or `_` begins a string for the terminal or a program behind it. */
const stringSequences: ReadonlySet<number> = new Set([...']PX^_'].map((character) => character.charCodeAt(0)))

const entity = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos|nbsp|lsquo|rsquo|ldquo|rdquo|ndash|mdash|hellip));/iy
const namedEntities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
  ndash: '-',
  mdash: '-',
  hellip: '.',
}

function squeezeEntity(into: SqueezedLetters, text: string, at: number, end: number): number {
  entity.lastIndex = at
  const found = entity.exec(text)
  if (!found || entity.lastIndex > end) {
    pushLetter(into, 0x26, at)
    return at + 1
  }
  const [, hexadecimal, decimal, name] = found
  const unit = name
    ? (namedEntities[name.toLowerCase()] as string).charCodeAt(0)
    : hexadecimal
      ? Number.parseInt(hexadecimal, 16)
      : Number(decimal)
  pushFolded(into, unit, at)
  return entity.lastIndex
}

const webLink = /<https?:[^<>\s]{1,1000}>/y

function squeezeTag(into: SqueezedLetters, text: string, at: number, end: number): number {
  htmlTag.lastIndex = at
  if (htmlTag.test(text) && htmlTag.lastIndex <= end) return htmlTag.lastIndex
  webLink.lastIndex = at
  if (webLink.test(text) && webLink.lastIndex <= end) {
    const behind = webLink.lastIndex
    squeezeInto(into, text, at + 1, behind - 1)
    return behind
  }
  pushLetter(into, 0x3c, at)
  return at + 1
}

const linkBegin = /\[(?=[^[\]\n]{1,500}\]\(https?:)/y
const linkEnd = /\]\(https?:[^()\s]{1,1000}\)/y

/** A Markdown link is its words: `[` goes, and `](address)`. */
function squeezeLink(into: SqueezedLetters, text: string, at: number, end: number): number {
  const link = text.charCodeAt(at) === 0x5b ? linkBegin : linkEnd
  link.lastIndex = at
  if (link.test(text) && link.lastIndex <= end) return link.lastIndex
  pushLetter(into, text.charCodeAt(at), at)
  return at + 1
}

// UTF-8 punctuation read as Windows-1252: U+2019 becomes three characters, of which the third tells which one it was.
const mojibakeQuotes: Readonly<Record<number, string>> = {
  8482: "'",
  732: "'",
  153: "'",
  152: "'",
  339: '"',
  157: '"',
  156: '"',
  8220: '-',
  8221: '-',
  147: '-',
  148: '-',
}

function squeezeMojibake(into: SqueezedLetters, text: string, at: number): number {
  const second = text.charCodeAt(at + 1)
  const quote = second === 0x20ac || second === 0x80 ? mojibakeQuotes[text.charCodeAt(at + 2)] : undefined
  pushLetter(into, quote ? quote.charCodeAt(0) : 0xe2, at)
  return quote ? at + 3 : at + 1
}

function pushFolded(into: SqueezedLetters, unit: number, place: number): void {
  const folded = foldLetter(unit)
  if (folded > SPECIAL) pushLetter(into, folded, place)
  else if (folded === SPECIAL && unit > 0x20 && unit !== BACKSLASH) pushLetter(into, unit, place)
}

/**
 * A text as its reader understands it: JSON, URL and HTML escapes undone, colour codes and invisible marks left out, lines
 * joined where they were hard-wrapped. Each character knows where it stands in the text as written.
 */

import { countFirst, placeBehind } from '../text/ascending.js'

export interface Reading {
  readonly text: string
  /** Where a character begins in the original. */
  startOf(index: number): number
  /** Where a character ends in the original. */
  endOf(index: number): number
  /** How deep a character was escaped; 0 for one that stands there as it is. */
  depthOf(index: number): number
  /** Indices of the characters that begin a line which was joined to the one before, ascending. */
  readonly joins: readonly number[]
}

/** A stretch of the original, offsets in UTF-16 units, `end` exclusive. */
export interface Piece {
  readonly start: number
  readonly end: number
}

/** Characters of a reading that stand in the original one after the other as they are; or one that is written otherwise. */
interface Run {
  /** Index of the first character. */
  readonly at: number
  readonly start: number
  /** Where the one character ends in the original; -1 where there may be many. */
  readonly end: number
  readonly depth: number
}

export class ReadingBuilder {
  readonly #source: string
  readonly #parts: string[] = []
  readonly #runs: Run[] = []
  readonly #joins: number[] = []
  #length = 0
  /** The part of the source that is to be added as it is. */
  #keptFrom = 0
  #keptTo = 0

  /** @param source what is read */
  constructor(source: string) {
    this.#source = source
  }

  join(): void {
    this.#joins.push(this.#length)
  }

  /** Adds a stretch of the source as it is. */
  keep(from: number, to: number): void {
    if (from === to) return
    if (from !== this.#keptTo || this.#keptFrom === this.#keptTo) {
      this.#flush()
      this.#runs.push({ at: this.#length, start: from, end: -1, depth: 0 })
      this.#keptFrom = from
    }
    this.#keptTo = to
    this.#length += to - from
  }

  /** Adds a character that stands in the source in another way, or not at all. */
  put(unit: number, start: number, end: number, depth: number): void {
    this.#flush()
    this.#runs.push({ at: this.#length, start, end, depth })
    this.#parts.push(String.fromCharCode(unit))
    this.#length++
  }

  #flush(): void {
    if (this.#keptFrom < this.#keptTo) this.#parts.push(this.#source.slice(this.#keptFrom, this.#keptTo))
    this.#keptFrom = this.#keptTo
  }

  /** Adds the characters of a stretch of the source that stands on one line. */
  read(from: number, to: number): void {
    const text = this.#source
    let plainFrom = from
    let at = from
    while (at < to) {
      const unit = text.charCodeAt(at)
      if (isPlain(unit)) {
        at++
        continue
      }
      this.keep(plainFrom, at)
      at = this.#readSpecial(text, at, to, unit, from)
      plainFrom = at
    }
    this.keep(plainFrom, to)
  }

  finish(): Reading {
    this.#flush()
    const runs = this.#runs
    const runOf = (index: number) => runs[lastNotBehind(runs, index)] as Run
    return {
      text: this.#parts.length === 1 ? (this.#parts[0] as string) : this.#parts.join(''),
      startOf(index) {
        const { at, start, end } = runOf(index)
        return end < 0 ? start + index - at : start
      },
      endOf(index) {
        const { at, start, end } = runOf(index)
        return end < 0 ? start + index - at + 1 : end
      },
      depthOf: (index) => runOf(index).depth,
      joins: this.#joins,
    }
  }

  /** Reads what begins with a character of meaning; returns the offset behind it. */
  #readSpecial(text: string, at: number, to: number, unit: number, from: number): number {
    if (unit === BACKSLASH) return this.#readBackslashes(text, at, to, from)
    if (unit === PERCENT) return this.#readPercent(text, at, to)
    if (unit === AMPERSAND) return this.#readEntity(text, at, to)
    if (unit === ESCAPE) return skipTerminalSequence(text, at, to)
    if (isFullWidth(unit)) this.put(unit - FULL_WIDTH, at, at + 1, 0)
    else if (!isInvisible(unit)) this.keep(at, at + 1)
    return at + 1
  }

  #readBackslashes(text: string, at: number, to: number, from: number): number {
    let next = at
    while (next < to && text.charCodeAt(next) === BACKSLASH) next++
    const depth = Math.min(next - at, 200)
    const letter = next < to ? (text[next] as string) : ''
    if (letter === '"' || letter === "'" || letter === '/') {
      this.put(letter.charCodeAt(0), at, next + 1, depth)
      return next + 1
    }
    escapedUnit.lastIndex = next
    const escaped = escapedUnit.exec(text)
    if (escaped && escapedUnit.lastIndex <= to) {
      this.put(Number.parseInt((escaped[1] ?? escaped[2]) as string, 16), at, escapedUnit.lastIndex, depth)
      return escapedUnit.lastIndex
    }
    if (/^[nrt]$/.test(letter) && !windowsPath.test(text.slice(Math.max(from, at - LONGEST_PATH), at))) {
      this.put(letter === 't' ? 0x20 : LINE_FEED, at, next + 1, depth)
      return next + 1
    }
    this.put(BACKSLASH, at, next, depth)
    return next
  }

  #readPercent(text: string, at: number, to: number): number {
    percentEscape.lastIndex = at
    const found = percentEscape.exec(text)
    if (!found || percentEscape.lastIndex > to) return this.#readPercents(text, at, to)
    const unit = Number.parseInt(found[2] as string, 16)
    const isLineEnd = unit === LINE_FEED || unit === 0x0d
    this.put(isLineEnd ? LINE_FEED : unit, at, percentEscape.lastIndex, 1 + (found[1] as string).length / 2)
    return percentEscape.lastIndex
  }

  /** A character that is no ASCII has two bytes of UTF-8 or three, each escaped. */
  #readPercents(text: string, at: number, to: number): number {
    percentEscapes.lastIndex = at
    const found = percentEscapes.exec(text)
    if (!found || percentEscapes.lastIndex > to) {
      this.keep(at, at + 1)
      return at + 1
    }
    const bytes = found[0].split('%').slice(1)
    const unit = bytes.reduce((sum, byte, index) => {
      const value = Number.parseInt(byte.slice(-2), 16)
      return index === 0 ? value & (bytes.length === 2 ? 0x1f : 0x0f) : (sum << 6) | (value & 0x3f)
    }, 0)
    this.put(isFullWidth(unit) ? unit - FULL_WIDTH : unit, at, percentEscapes.lastIndex, (found[0].length / bytes.length - 1) / 2)
    return percentEscapes.lastIndex
  }

  #readEntity(text: string, at: number, to: number): number {
    entity.lastIndex = at
    const found = entity.exec(text)
    if (!found || entity.lastIndex > to) {
      this.keep(at, at + 1)
      return at + 1
    }
    const [, hexadecimal, decimal, name] = found
    const unit = name
      ? (entities[name.toLowerCase()] as string).charCodeAt(0)
      : Number.parseInt((hexadecimal ?? decimal) as string, hexadecimal ? 16 : 10)
    this.put(unit, at, entity.lastIndex, 1)
    return entity.lastIndex
  }
}

const LINE_FEED = 0x0a
const BACKSLASH = 0x5c
const PERCENT = 0x25
const AMPERSAND = 0x26
const ESCAPE = 0x1b

const escapedUnit = /u00([0-7][0-9a-f])|x([0-7][0-9a-f])/iy
/** Printable ASCII and line ends, escaped once or again and again (`%252F`). */
const percentEscape = /%((?:25)*)([2-7][0-9a-f]|0[ad])/iy
const percentEscapes = /%(?:25)*(?:[cd][0-9a-f]%(?:25)*[89ab][0-9a-f]|e[0-9a-f](?:%(?:25)*[89ab][0-9a-f]){2})/iy
const entity = /&(?:#x([0-7]?[0-9a-f])|#(\d{1,2}|1[01]\d|12[0-6])|(lt|gt|amp|quot|apos|nbsp));/iy
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' }

/** In a path of Windows `\n` begins a name; elsewhere it is an escaped line end. */
const windowsPath = /(?:^|[^A-Za-z])[A-Za-z]:(?:\\+[^\s\\"'<>|:*?]+(?: [^\s\\"'<>|:*?]+)*)*$|\\Users$/
const LONGEST_PATH = 260

/** Whether a stretch of a text is read as it stands there. */
export function isPlainText(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isPlain(text.charCodeAt(at))) return false
  return true
}

function isPlain(unit: number): boolean {
  return unit < 0x7f
    ? unit !== BACKSLASH && unit !== PERCENT && unit !== AMPERSAND && unit !== ESCAPE
    : unit > 0x9f && unit < 0x2000 && unit !== 0xad
}

/** Letters and marks of ASCII as East Asian texts have them, as wide as their own, are so far behind it. */
const FULL_WIDTH = 0xfee0

function isFullWidth(unit: number): boolean {
  return unit >= 0xff01 && unit <= 0xff5e
}

function isInvisible(unit: number): boolean {
  return (
    unit === 0xad ||
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x2028 && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x2069) ||
    unit === 0xfeff
  )
}

/** ECMA-48: CSI … final byte; any other escape is skipped with the character behind it. */
function skipTerminalSequence(text: string, at: number, to: number): number {
  if (text[at + 1] !== '[') return Math.min(at + 2, to)
  let next = at + 2
  while (next < to && text.charCodeAt(next) >= 0x20 && text.charCodeAt(next) < 0x40) next++
  return Math.min(next + 1, to)
}

function lastNotBehind(runs: readonly Run[], index: number): number {
  return countFirst(runs.length, (place) => (runs[place] as Run).at <= index) - 1
}

/** Where the characters from `start` to `end` of a reading stand in the original: a piece for each line. */
export function piecesOf(reading: Reading, start: number, end: number): Piece[] {
  const pieces: Piece[] = []
  let from = start
  for (let next = placeBehind(reading.joins, start); from < end; next++) {
    const to = Math.min(reading.joins[next] ?? end, end)
    pieces.push({ start: reading.startOf(from), end: reading.endOf(to - 1) })
    from = to
  }
  return pieces
}

/** Whether lines were joined between two indices. */
export function crossesJoin(reading: Reading, start: number, end: number): boolean {
  return (reading.joins[placeBehind(reading.joins, start)] ?? end) < end
}

/**
 * A text as its reader understands it: JSON, URL and HTML escapes undone, colour codes and invisible marks left out, lines
 * joined where they were hard-wrapped. Each character knows where it stands in the text as written.
 */

export interface Reading {
  readonly text: string
  /** For each character where it begins and ends in the original. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** For each character how deep it was escaped; 0 for one that stands there as it is. */
  readonly depths: Uint8Array
  /** Indices of the characters that begin a line which was joined to the one before, ascending. */
  readonly joins: readonly number[]
}

/** A stretch of the original, offsets in UTF-16 units, `end` exclusive. */
export interface Piece {
  readonly start: number
  readonly end: number
}

export class ReadingBuilder {
  readonly #units: Uint16Array
  readonly #starts: Uint32Array
  readonly #ends: Uint32Array
  readonly #depths: Uint8Array
  readonly #joins: number[] = []
  #length = 0

  /** @param capacity at least the number of characters that will be added */
  constructor(capacity: number) {
    this.#units = new Uint16Array(capacity)
    this.#starts = new Uint32Array(capacity)
    this.#ends = new Uint32Array(capacity)
    this.#depths = new Uint8Array(capacity)
  }

  join(): void {
    this.#joins.push(this.#length)
  }

  push(unit: number, start: number, end: number, depth: number): void {
    const at = this.#length++
    this.#units[at] = unit
    this.#starts[at] = start
    this.#ends[at] = end
    this.#depths[at] = depth
  }

  /** Adds the characters of a stretch of text that stands on one line. */
  read(text: string, from: number, to: number): void {
    let at = from
    while (at < to) {
      const unit = text.charCodeAt(at)
      if (isPlain(unit)) this.push(unit, at, ++at, 0)
      else at = this.#readSpecial(text, at, to, unit, from)
    }
  }

  finish(): Reading {
    const length = this.#length
    return {
      text: textOf(this.#units.subarray(0, length)),
      starts: this.#starts.subarray(0, length),
      ends: this.#ends.subarray(0, length),
      depths: this.#depths.subarray(0, length),
      joins: this.#joins,
    }
  }

  /** Reads what begins with a character of meaning; returns the offset behind it. */
  #readSpecial(text: string, at: number, to: number, unit: number, from: number): number {
    if (unit === BACKSLASH) return this.#readBackslashes(text, at, to, from)
    if (unit === PERCENT) return this.#readPercent(text, at, to)
    if (unit === AMPERSAND) return this.#readEntity(text, at, to)
    if (unit === ESCAPE) return skipTerminalSequence(text, at, to)
    if (unit >= 0xff01 && unit <= 0xff5e) this.push(unit - 0xfee0, at, at + 1, 0)
    else if (!isInvisible(unit)) this.push(unit, at, at + 1, 0)
    return at + 1
  }

  #readBackslashes(text: string, at: number, to: number, from: number): number {
    let next = at
    while (next < to && text.charCodeAt(next) === BACKSLASH) next++
    const depth = Math.min(next - at, 200)
    const letter = next < to ? (text[next] as string) : ''
    if (letter === '"' || letter === "'" || letter === '/') {
      this.push(letter.charCodeAt(0), at, next + 1, depth)
      return next + 1
    }
    escapedUnit.lastIndex = next
    const escaped = escapedUnit.exec(text)
    if (escaped && escapedUnit.lastIndex <= to) {
      this.push(Number.parseInt((escaped[1] ?? escaped[2]) as string, 16), at, escapedUnit.lastIndex, depth)
      return escapedUnit.lastIndex
    }
    if (/^[nrt]$/.test(letter) && !windowsPath.test(text.slice(Math.max(from, at - LONGEST_PATH), at))) {
      this.push(letter === 't' ? 0x20 : LINE_FEED, at, next + 1, depth)
      return next + 1
    }
    this.push(BACKSLASH, at, next, depth)
    return next
  }

  #readPercent(text: string, at: number, to: number): number {
    percentEscape.lastIndex = at
    const found = percentEscape.exec(text)
    if (!found || percentEscape.lastIndex > to) {
      this.push(PERCENT, at, at + 1, 0)
      return at + 1
    }
    const unit = Number.parseInt(found[2] as string, 16)
    const isLineEnd = unit === LINE_FEED || unit === 0x0d
    this.push(isLineEnd ? LINE_FEED : unit, at, percentEscape.lastIndex, 1 + (found[1] as string).length / 2)
    return percentEscape.lastIndex
  }

  #readEntity(text: string, at: number, to: number): number {
    entity.lastIndex = at
    const found = entity.exec(text)
    if (!found || entity.lastIndex > to) {
      this.push(AMPERSAND, at, at + 1, 0)
      return at + 1
    }
    const [, hexadecimal, decimal, name] = found
    const unit = name
      ? (entities[name.toLowerCase()] as string).charCodeAt(0)
      : Number.parseInt((hexadecimal ?? decimal) as string, hexadecimal ? 16 : 10)
    this.push(unit, at, entity.lastIndex, 1)
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
const entity = /&(?:#x([0-7]?[0-9a-f])|#(\d{1,2}|1[01]\d|12[0-6])|(lt|gt|amp|quot|apos|nbsp));/iy
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' }

/** In a path of Windows `\n` begins a name; elsewhere it is an escaped line end. */
const windowsPath = /(?:^|[^A-Za-z])[A-Za-z]:(?:\\+[^\s\\"'<>|:*?]+(?: [^\s\\"'<>|:*?]+)*)*$|\\Users$/
const LONGEST_PATH = 260

function isPlain(unit: number): boolean {
  return unit < 0x7f
    ? unit !== BACKSLASH && unit !== PERCENT && unit !== AMPERSAND && unit !== ESCAPE
    : unit > 0x9f && unit < 0x2000 && unit !== 0xad
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

const MOST_ARGUMENTS = 4096

/** Halves of characters that stand alone become U+FFFD each, so that places stay. */
function textOf(units: Uint16Array): string {
  // A decoder of UTF-16 costs a start more than all else that is done with a few lines.
  if (units.length <= MOST_ARGUMENTS && !units.some((unit) => unit >= 0xd800 && unit <= 0xdfff)) return String.fromCharCode(...units)
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units)
}

/** Where the characters from `start` to `end` of a reading stand in the original: a piece for each line. */
export function piecesOf(reading: Reading, start: number, end: number): Piece[] {
  const pieces: Piece[] = []
  let from = start
  for (let next = firstJoinBehind(reading, start); from < end; next++) {
    const to = Math.min(reading.joins[next] ?? end, end)
    pieces.push({ start: reading.starts[from] as number, end: reading.ends[to - 1] as number })
    from = to
  }
  return pieces
}

/** Whether lines were joined between two indices. */
export function crossesJoin(reading: Reading, start: number, end: number): boolean {
  return (reading.joins[firstJoinBehind(reading, start)] ?? end) < end
}

function firstJoinBehind({ joins }: Reading, index: number): number {
  let low = 0
  let high = joins.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((joins[middle] as number) <= index) low = middle + 1
    else high = middle
  }
  return low
}

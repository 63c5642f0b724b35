/**
 * Bytes → stretches of one encoding. A log that several programs wrote to may change its encoding on the way: Windows
 * PowerShell 5.1 appends UTF-16 to a file of bytes, and whatever else appends to its UTF-16 appends bytes.
 */

import { joinBytes } from './join-bytes.js'

export type Utf16 = 'utf-16le' | 'utf-16be'

export interface Stretch {
  /** null where the characters are bytes, or rows of bytes. */
  readonly encoding: Utf16 | null
  readonly bytes: Uint8Array
}

/** The bytes of a text that are not UTF-16. */
export function withoutUtf16(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(0)) return bytes
  const reader = new StretchReader(null)
  const stretches = [...reader.push(bytes), ...reader.end()].filter(({ encoding }) => encoding === null)
  return joinBytes(stretches.map((stretch) => stretch.bytes))
}

/** Bytes that a place is told by, on either side: a change is looked for so far back, too. */
const MARGIN = 4096

/** Cuts a text, given in pieces, where its encoding changes. */
export class StretchReader {
  private encoding: Utf16 | null
  private held: Uint8Array = new Uint8Array(0)

  /** @param encoding of the beginning, without its mark */
  constructor(encoding: Utf16 | null) {
    this.encoding = encoding
  }

  /** The stretches that are sure by now. They share the memory of `chunk`. */
  push(chunk: Uint8Array): Stretch[] {
    return this.read(chunk, false)
  }

  end(): Stretch[] {
    return this.read(new Uint8Array(0), true)
  }

  private read(chunk: Uint8Array, isEnd: boolean): Stretch[] {
    const bytes = this.held.length === 0 ? chunk : joinBytes([this.held, chunk])
    const stretches: Stretch[] = []
    let start = 0
    for (;;) {
      const change = this.encoding ? endOfUtf16(bytes, start, this.encoding, isEnd) : startOfUtf16(bytes, start)
      if (!change) break
      if (change.at > start) stretches.push({ encoding: this.encoding, bytes: bytes.subarray(start, change.at) })
      start = change.at
      this.encoding = change.to
    }
    const end = isEnd ? bytes.length : Math.max(start, bytes.length - this.unsure(bytes.subarray(start)))
    if (end > start) stretches.push({ encoding: this.encoding, bytes: bytes.subarray(start, end) })
    // A copy: the slice of a Buffer is none.
    this.held = new Uint8Array(bytes.subarray(end))
    return stretches
  }

  /** How many bytes at the end the next piece may show to be of another encoding. */
  private unsure(bytes: Uint8Array): number {
    // Nearly every text is bytes without a zero: only the last may be half a unit.
    if (this.encoding === null && !bytes.includes(0)) return 1
    return MARGIN + ((bytes.length - MARGIN) & 1)
  }
}

interface Change {
  readonly at: number
  readonly to: Utf16 | null
}

const NEWLINE = 0x0a

/** Units of two bytes that have to be plain letters before bytes are taken for UTF-16. */
const PLAIN_UNITS = 8

function startOfUtf16(bytes: Uint8Array, start: number): Change | undefined {
  const first = bytes.indexOf(0, start)
  for (let zero = first; zero >= 0; zero = bytes.indexOf(0, zero + 1)) {
    // The first zero may stand before it, in a line that is not plain.
    const near = first > start && zero - first < MARGIN && (zero - first) % 2 === 0 ? first : zero
    if (zero > start && isPlainUtf16(bytes, zero - 1, 0)) return { at: lineStart(bytes, near - 1, start), to: 'utf-16le' }
    if (isPlainUtf16(bytes, zero, 1)) return { at: lineStart(bytes, near, start), to: 'utf-16be' }
  }
  return undefined
}

/** @param letter which byte of each unit is the letter, 0 or 1 */
function isPlainUtf16(bytes: Uint8Array, at: number, letter: 0 | 1): boolean {
  if (at + 2 * PLAIN_UNITS > bytes.length) return false
  for (let unit = at; unit < at + 2 * PLAIN_UNITS; unit += 2) {
    if (!isPlain(bytes[unit + letter] as number) || bytes[unit + 1 - letter] !== 0) return false
  }
  return true
}

/** What is appended begins on a line of its own, and may begin with letters that are not plain. */
function lineStart(bytes: Uint8Array, at: number, least: number): number {
  const start = at === 0 ? 0 : bytes.lastIndexOf(NEWLINE, at - 1) + 1
  const isNear = start >= least && at - start < MARGIN && (at - start) % 2 === 0
  return isNear && !bytes.subarray(start, at).includes(0) && plainRow(bytes, start, at) === undefined ? start : at
}

/** Plain bytes in a row that no text in UTF-16 has: sixteen rare Chinese characters. */
const PLAIN_BYTES = 32
const PLAIN_BYTES_AT_END = 12

function endOfUtf16(bytes: Uint8Array, start: number, encoding: Utf16, isEnd: boolean): Change | undefined {
  const row = plainRow(bytes, start, bytes.length) ?? (isEnd ? plainEnd(bytes, start) : undefined)
  return row === undefined ? undefined : { at: behindNewline(bytes, row, start, encoding), to: null }
}

/** Where the first row of so many plain bytes begins. */
function plainRow(bytes: Uint8Array, start: number, end: number): number | undefined {
  for (let from = start; from + PLAIN_BYTES <= end; ) {
    const other = lastOther(bytes, from, from + PLAIN_BYTES)
    if (other < from) return from
    from = other + 1
  }
  return undefined
}

function plainEnd(bytes: Uint8Array, start: number): number | undefined {
  const row = lastOther(bytes, Math.max(start, bytes.length - PLAIN_BYTES), bytes.length) + 1
  return bytes.length - row >= PLAIN_BYTES_AT_END && row > start ? row : undefined
}

/** The last byte of a range that is not plain; one before the range where all are. */
function lastOther(bytes: Uint8Array, from: number, to: number): number {
  let at = to - 1
  while (at >= from && isPlain(bytes[at] as number)) at--
  return at
}

/** Behind the last line end in UTF-16 before a place, where one is near. */
function behindNewline(bytes: Uint8Array, place: number, start: number, encoding: Utf16): number {
  // The second byte of a unit of a big-endian line end is plain itself.
  const whole = place + ((place - start) & 1)
  for (let unit = whole - 2; unit >= Math.max(start, whole - MARGIN); unit -= 2) {
    const [high, low] = encoding === 'utf-16le' ? [bytes[unit + 1], bytes[unit]] : [bytes[unit], bytes[unit + 1]]
    if (high === 0 && low === NEWLINE) return unit + 2
  }
  return whole
}

function isPlain(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b
}

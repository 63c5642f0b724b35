/** Text in two-byte units, or with line ends of its own kind, as the UTF-8 with newlines that a scan reads; in pieces, as it comes. */

export type Transcoder = (chunk: Uint8Array) => Uint8Array

/** UTF-16 to UTF-8. Half a unit, and half a pair of surrogates, wait for the next piece. */
export function utf16Transcoder(isLittleEndian: boolean): Transcoder {
  let oddByte = -1
  let highSurrogate = 0
  return (chunk) => {
    const utf8 = new Uint8Array(chunk.length * 2 + 8)
    let length = 0
    let at = 0
    while (at < chunk.length) {
      const first = oddByte >= 0 ? oddByte : (chunk[at++] as number)
      if (at >= chunk.length) {
        oddByte = first
        break
      }
      oddByte = -1
      const second = chunk[at++] as number
      const unit = isLittleEndian ? first | (second << 8) : (first << 8) | second
      if (unit < 0x80) utf8[length++] = unit
      else if (unit >= 0xd800 && unit < 0xdc00) highSurrogate = unit
      else if (unit >= 0xdc00 && unit < 0xe000) {
        length = writeUtf8(utf8, length, highSurrogate ? 0x10000 + ((highSurrogate - 0xd800) << 10) + (unit - 0xdc00) : 0xfffd)
        highSurrogate = 0
      } else length = writeUtf8(utf8, length, unit)
    }
    return utf8.subarray(0, length)
  }
}

function writeUtf8(bytes: Uint8Array, start: number, point: number): number {
  let at = start
  if (point < 0x800) bytes[at++] = 0xc0 | (point >> 6)
  else {
    if (point < 0x10000) bytes[at++] = 0xe0 | (point >> 12)
    else {
      bytes[at++] = 0xf0 | (point >> 18)
      bytes[at++] = 0x80 | ((point >> 12) & 0x3f)
    }
    bytes[at++] = 0x80 | ((point >> 6) & 0x3f)
  }
  bytes[at++] = 0x80 | (point & 0x3f)
  return at
}

const RETURN = 0x0d
const NEWLINE = 0x0a

/** Classic Mac OS ends its lines with a return alone. */
export function returnTranscoder(): Transcoder {
  return (chunk) => chunk.map((byte) => (byte === RETURN ? NEWLINE : byte))
}

/** Bytes → characters. */

export interface Decoded {
  readonly text: string
  /** WHATWG name in lower case, such as `utf-8`. */
  readonly encoding: string
  /** What could not be read, for the reader of a report; null where all of it could. */
  readonly problem: DecodingProblem | null
}

export type DecodingProblem = { readonly kind: 'undecodable'; readonly characters: number } | { readonly kind: 'binary' }

const byteOrderMarks: readonly { encoding: string; bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

/** Decodes by byte order mark, then by where the zero bytes stand, then as UTF-8, then as the code page that fits. Never throws. */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingByHead(bytes) ?? unmarkedEncoding(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, encoding, problem: problemOf(text) }
}

/** Decodes bytes from the middle of a text that is neither marked nor UTF-16. */
export function decodeUnmarked(bytes: Uint8Array): Decoded {
  const encoding = unmarkedEncoding(bytes)
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  const replaced = countReplaced(text)
  return { text, encoding, problem: replaced > 0 ? { kind: 'undecodable', characters: replaced } : null }
}

/** The encoding that a text's first bytes give away: by its mark, or by where zeros stand; undefined for any other. */
export function encodingByHead(head: Uint8Array): string | undefined {
  return markedEncoding(head) ?? utf16WithoutMark(head)
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  return byteOrderMarks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))?.encoding
}

const SAMPLE_BYTES = 4096

/** UTF-16 of a mostly Latin text has a zero in nearly every second byte, always on the same side. */
function utf16WithoutMark(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES & ~1)
  const pairs = sample.length >> 1
  if (pairs < 2) return undefined
  let zeroFirst = 0
  let zeroSecond = 0
  for (let pair = 0; pair < pairs; pair++) {
    if (sample[2 * pair] === 0) zeroFirst++
    if (sample[2 * pair + 1] === 0) zeroSecond++
  }
  if (zeroSecond > pairs * 0.4 && zeroFirst < pairs * 0.1) return 'utf-16le'
  if (zeroFirst > pairs * 0.4 && zeroSecond < pairs * 0.1) return 'utf-16be'
  return undefined
}

function unmarkedEncoding(bytes: Uint8Array): string {
  return decodesAs('utf-8', bytes) ? 'utf-8' : codePageOf(bytes)
}

/** A text that is no UTF-8: Chinese Windows writes GB18030, Western Windows its own page; a few bad bytes leave it UTF-8. */
function codePageOf(bytes: Uint8Array): string {
  const asUtf8 = new TextDecoder('utf-8').decode(bytes)
  const replaced = countReplaced(asUtf8)
  if (countBeyondAscii(asUtf8) - replaced > replaced) return 'utf-8'
  return standsInPairs(bytes) && decodesAs('gb18030', bytes) ? 'gb18030' : 'windows-1252'
}

/** Chinese characters are two high bytes, nearly always; a Western letter with an accent is one between plain letters. */
function standsInPairs(bytes: Uint8Array): boolean {
  let high = 0
  let alone = 0
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] as number) < 0x80) continue
    high++
    if ((bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80) alone++
  }
  return alone < high * 0.2
}

function decodesAs(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function countReplaced(text: string): number {
  return text.match(/\ufffd/g)?.length ?? 0
}

function countBeyondAscii(text: string): number {
  return text.match(/[^\0-\x7f]/g)?.length ?? 0
}

function problemOf(text: string): DecodingProblem | null {
  const sample = text.slice(0, SAMPLE_BYTES)
  const controls = sample.match(/[\0-\x06\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0
  if (controls > sample.length * 0.1) return { kind: 'binary' }
  const replaced = countReplaced(text)
  return replaced > 0 ? { kind: 'undecodable', characters: replaced } : null
}

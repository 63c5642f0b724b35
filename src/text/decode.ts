/** Bytes → characters. */
import { StretchReader, type Utf16, withoutUtf16 } from './stretches.js'

export interface Decoded {
  readonly text: string
  /** WHATWG name in lower case, such as `utf-8`. */
  readonly encoding: string
  /** Whether the bytes only make the encoding likely. */
  readonly isGuess: boolean
  /** What could not be read, for the reader of a report; null where all of it could. */
  readonly problem: DecodingProblem | null
}

export type DecodingProblem = { readonly kind: 'binary' } | TextFlaws

/** What is wrong with a text of which the rest was read. Lines are 1-based. */
export interface TextFlaws {
  readonly kind: 'flawed'
  /** Characters that could not be decoded, and the line of the first; null where there are none. */
  readonly undecodable: Counted | null
  /** NUL characters, as a file has them that was not written to its end. */
  readonly nulls: Counted | null
  /** Where the encoding changes for the first time, and to which one. */
  readonly change: { readonly encoding: string; readonly line: number } | null
  /** It ends in the middle of a character. */
  readonly isCutOff: boolean
}

export interface Counted {
  readonly count: number
  readonly line: number
}

/** An encoding that a text is read in, by its WHATWG name: by somebody's word, or for want of a better guess. */
export interface ReadAs {
  readonly encoding: string
  readonly isGuess: boolean
}

/**
 * Decodes in the encoding given; else by byte order mark, by where zero bytes stand, as UTF-8, or else as Windows-1252, in
 * which any bytes are a text: guess-encoding.ts knows better. Never throws.
 */
export function decode(bytes: Uint8Array, readAs?: ReadAs): Decoded {
  if (readAs && !readAs.isGuess) return { ...read(bytes, readAs.encoding, true), isGuess: false }
  const ascii = readAscii(bytes)
  if (ascii) return ascii
  const certain = encodingByHead(bytes)
  if (certain) return { ...read(bytes, certain), isGuess: false }
  if (isUtf8(bytes)) return { ...read(bytes, 'utf-8'), isGuess: false }
  return { ...read(bytes, readAs?.encoding ?? 'windows-1252'), isGuess: true }
}

/** A text in ASCII without zeros, as most logs are; undefined for any other. Nothing has to be found out about it. */
export function readAscii(bytes: Uint8Array): Decoded | undefined {
  const text = decodeStrictly('utf-8', bytes)
  if (text?.length !== bytes.length || text.includes('\0')) return undefined
  return { text, encoding: 'utf-8', problem: isBinary(text) ? { kind: 'binary' } : null, isGuess: false }
}

function read(bytes: Uint8Array, encoding: string, isForced = false): Omit<Decoded, 'isGuess'> {
  const reader = new TextReader(encoding, isForced)
  const text = reader.push(bytes) + reader.end()
  return { text, encoding, problem: isBinary(text) ? { kind: 'binary' } : flawsOf(text, bytes, reader) }
}

function flawsOf(text: string, bytes: Uint8Array, { change, isCutOff }: TextReader): TextFlaws | null {
  const written = countIn(text, '\ufffd') > 0 ? countReplacements(bytes) : 0
  const undecodable = counted(text, '\ufffd', written + (isCutOff ? 1 : 0))
  const nulls = counted(text, '\0')
  return undecodable || nulls || change || isCutOff ? { kind: 'flawed', undecodable, nulls, change, isCutOff } : null
}

function counted(text: string, character: string, known = 0): Counted | null {
  const count = countIn(text, character) - known
  return count > 0 ? { count, line: lineAt(text, text.indexOf(character)) } : null
}

function countIn(text: string, character: string): number {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++
  return count
}

/** Replacement characters that somebody before us has written, in UTF-8. */
function countReplacements(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count++
  }
  return count
}

function lineAt(text: string, end: number): number {
  const lineEnd = text.includes('\n') ? '\n' : '\r'
  let line = 1
  for (let at = text.indexOf(lineEnd); at >= 0 && at < end; at = text.indexOf(lineEnd, at + 1)) line++
  return line
}

/** Decodes a text that comes in pieces, and whose encoding may change on the way. */
export class TextReader {
  private readonly encoding: string
  private readonly stretches: StretchReader | null
  private decoder: InstanceType<typeof TextDecoder>
  private current: string
  /** Line ends so far. */
  private lineEnds = 0
  change: TextFlaws['change'] = null
  isCutOff = false

  /** @param isForced whether all of it is read in that encoding, whatever it looks like */
  constructor(encoding: string, isForced = false) {
    const utf16 = encoding === 'utf-16le' || encoding === 'utf-16be' ? encoding : null
    this.encoding = encoding
    this.stretches = isForced ? null : new StretchReader(utf16)
    this.current = encoding
    this.decoder = new TextDecoder(encoding)
  }

  push(bytes: Uint8Array): string {
    if (!this.stretches) return this.decoder.decode(bytes, { stream: true })
    return this.stretches
      .push(bytes)
      .map((stretch) => this.read(stretch.encoding, stretch.bytes))
      .join('')
  }

  end(): string {
    const text = this.stretches ? this.stretches.end().map((stretch) => this.read(stretch.encoding, stretch.bytes)) : []
    const rest = this.decoder.decode()
    this.isCutOff = rest !== ''
    return text.join('') + rest
  }

  private read(utf16: Utf16 | null, bytes: Uint8Array): string {
    const encoding = utf16 ?? (this.encoding.startsWith('utf-16') ? 'utf-8' : this.encoding)
    const before = encoding === this.current ? '' : this.decoder.decode()
    if (encoding !== this.current) {
      this.change ??= { encoding, line: this.lineEnds + 1 }
      this.decoder = new TextDecoder(encoding)
      this.current = encoding
    }
    const text = before + this.decoder.decode(bytes, { stream: true })
    // Where a change is only matters for the first.
    if (!this.change) this.lineEnds += countIn(text, '\n')
    return text
  }
}

const byteOrderMarks: readonly { encoding: string; bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

/** The encoding that a text's first bytes give away: by its mark, or by where zeros stand; undefined for any other. */
export function encodingByHead(head: Uint8Array): string | undefined {
  return markOf(head)?.encoding ?? utf16WithoutMark(head)
}

/** The mark that a text begins with; undefined where it has none. */
export function markOf(head: Uint8Array): { readonly encoding: string; readonly bytes: readonly number[] } | undefined {
  return byteOrderMarks.find((mark) => mark.bytes.every((byte, index) => head[index] === byte))
}

const SAMPLE_BYTES = 4096

/** UTF-16 of a mostly Latin text has a zero in nearly every second byte, always on the same side. */
function utf16WithoutMark(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES & ~1)
  const pairs = sample.length >> 1
  if (pairs < 2 || beginsInBytes(sample)) return undefined
  let zeroFirst = 0
  let zeroSecond = 0
  let zeroBoth = 0
  for (let pair = 0; pair < pairs; pair++) {
    const [isFirst, isSecond] = [sample[2 * pair] === 0, sample[2 * pair + 1] === 0]
    if (isFirst && isSecond) zeroBoth++
    else if (isFirst) zeroFirst++
    else if (isSecond) zeroSecond++
  }
  if (zeroBoth > pairs * 0.1) return undefined
  if (zeroSecond > pairs * 0.4 && zeroFirst < pairs * 0.1) return 'utf-16le'
  if (zeroFirst > pairs * 0.4 && zeroSecond < pairs * 0.1) return 'utf-16be'
  return undefined
}

/** UTF-16 may come further on; of the beginning of one that has no mark the first letters tell. */
function beginsInBytes(sample: Uint8Array): boolean {
  return sample.length >= 8 && sample.subarray(0, 8).every((byte) => byte >= 0x09 && byte < 0x7f)
}

/** Whether bytes are UTF-8, or were but for a few that are broken. */
export function isUtf8(all: Uint8Array): boolean {
  if (decodesAs('utf-8', all)) return true
  const bytes = withoutUtf16(all)
  const text = new TextDecoder('utf-8').decode(bytes)
  const replaced = countIn(text, '\ufffd')
  return replaced === 0 || countBeyondAscii(text) - replaced > replaced
}

/** Whether bytes are a text in an encoding, of which the end may be missing. */
export function decodesAs(encoding: string, bytes: Uint8Array): boolean {
  return decodeStrictly(encoding, bytes) !== undefined
}

function decodeStrictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return undefined
  }
}

function countBeyondAscii(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) count++
  return count
}

/** Control characters that no log holds, whatever colours it; NULs are told apart from them. */
const controls = /[\x01-\x06\x0e-\x1a\x1c-\x1f\x7f]/g

function isBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE_BYTES)
  return (sample.match(controls)?.length ?? 0) > sample.length * 0.03
}

/** The encoding of bytes that are neither UTF-8 nor UTF-16, by the words that they would be. */
import { analyse } from 'chardet'
import { decodesAs, encodingByHead, isUtf8, type ReadAs } from './decode.js'
import { encodingNamed } from './encoding-names.js'
import { withoutUtf16 } from './stretches.js'

/** How a text is to be read whose bytes do not say it; undefined where they do. */
export function guessReadAs(bytes: Uint8Array): ReadAs | undefined {
  return encodingByHead(bytes) || isUtf8(bytes) ? undefined : { encoding: guessEncoding(bytes), isGuess: true }
}

/** An input with the encoding that its bytes make likely, where it is needed and nobody has said it. */
export function withGuess<Input extends { readonly bytes: Uint8Array; readonly readAs?: ReadAs | undefined }>(input: Input): Input {
  return { ...input, readAs: input.readAs ?? guessReadAs(input.bytes) }
}

/** Below it the library has seen too few characters to tell. */
const LEAST_CONFIDENCE = 30
const SAMPLE_BYTES = 1 << 16

/** The code page that a text is in, by its WHATWG name. Windows writes logs in that of the country. */
export function guessEncoding(all: Uint8Array): string {
  const bytes = withoutUtf16(all)
  const words = wordsBeyondAscii(bytes)
  const candidates = analyse(words)
    .map(({ name, confidence }) => ({ encoding: windowsPages[name] ?? name.toLowerCase(), confidence }))
    .filter(({ encoding }) => !encoding.startsWith('utf') && encoding !== 'ascii' && encodingNamed(encoding) !== undefined)
    .filter(({ encoding }) => !multiByte.has(encoding) || decodesAs(encoding, bytes))
  const [best] = candidates.toSorted((a, b) => b.confidence - a.confidence)
  if (best && best.confidence >= LEAST_CONFIDENCE) return best.encoding
  // Few characters tell too little: two bytes each are most often Chinese, single ones Western.
  return standsInPairs(words) && decodesAs('gb18030', bytes) ? 'gb18030' : 'windows-1252'
}

const multiByte: ReadonlySet<string> = new Set(['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr', 'iso-2022-jp'])

/** What the library calls by the name of the standard is in practice the page of Windows that extends it. */
const windowsPages: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-2': 'windows-1250',
  'ISO-8859-9': 'windows-1254',
}

/** The words that are not plain ASCII, which tells nothing and outweighs them. */
function wordsBeyondAscii(bytes: Uint8Array): Uint8Array {
  const words = new Uint8Array(Math.min(bytes.length, SAMPLE_BYTES) + 1)
  let length = 0
  let wordStart = 0
  let isBeyond = false
  for (let at = 0; at <= bytes.length && length < SAMPLE_BYTES; at++) {
    const byte = bytes[at] ?? SPACE
    if (byte > SPACE) {
      isBeyond ||= byte >= 0x80
      continue
    }
    if (isBeyond) {
      const word = bytes.subarray(wordStart, Math.min(at, wordStart + SAMPLE_BYTES - length))
      words.set(word, length)
      length += word.length
      words[length++] = SPACE
    }
    wordStart = at + 1
    isBeyond = false
  }
  return words.subarray(0, length)
}

const SPACE = 0x20

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

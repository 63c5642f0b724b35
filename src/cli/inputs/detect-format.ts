/** What a file is, from its first bytes: names lie. */

export type Format = 'gzip' | 'zip' | 'zstd' | 'tar' | 'plain'

/** Archives that are known and not read. */
export type UnreadFormat = 'xz' | 'bzip2' | '7z' | 'rar' | 'lz4'

/** Bytes that tell: a tar header is a block of 512. */
export const HEAD_BYTES = 512

const marks: readonly { readonly format: Format | UnreadFormat; readonly bytes: readonly number[] }[] = [
  { format: 'gzip', bytes: [0x1f, 0x8b, 8] },
  { format: 'zip', bytes: [0x50, 0x4b, 3, 4] },
  { format: 'zip', bytes: [0x50, 0x4b, 5, 6] }, // an empty one
  { format: 'zip', bytes: [0x50, 0x4b, 7, 8] }, // split in volumes
  { format: 'zstd', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { format: 'xz', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0] },
  { format: 'bzip2', bytes: [0x42, 0x5a, 0x68] },
  { format: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { format: 'rar', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 7] },
  { format: 'lz4', bytes: [0x04, 0x22, 0x4d, 0x18] },
]

export function detectFormat(head: Uint8Array): Format | UnreadFormat {
  const known = marks.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte))
  // "BZh" alone could begin a text; a block of bzip2 begins with the digits of pi.
  if (known && (known.format !== 'bzip2' || (head[4] === 0x31 && head[5] === 0x41))) return known.format
  return isTarHeader(head) ? 'tar' : 'plain'
}

/** Whether bytes are an archive, or a text that is compressed. */
export function isPacked(bytes: Uint8Array): boolean {
  return detectFormat(bytes.subarray(0, HEAD_BYTES)) !== 'plain'
}

const CHECKSUM_AT = 148
const CHECKSUM_BYTES = 8
const SPACE = 0x20

/** A tar header holds the sum of its own bytes, the sum's field counted as spaces; that holds for the oldest kind, too. */
function isTarHeader(head: Uint8Array): boolean {
  if (head.length < HEAD_BYTES || head[0] === 0) return false
  const field = String.fromCharCode(...head.subarray(CHECKSUM_AT, CHECKSUM_AT + CHECKSUM_BYTES))
  const stated = /^ {0,6}([0-7]{1,7})[ \0]/.exec(field)?.[1]
  if (stated === undefined) return false
  let sum = 0
  for (let at = 0; at < HEAD_BYTES; at++) {
    sum += at >= CHECKSUM_AT && at < CHECKSUM_AT + CHECKSUM_BYTES ? SPACE : (head[at] as number)
  }
  return sum === Number.parseInt(stated, 8)
}

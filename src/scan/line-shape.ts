/** A quick fingerprint of a line in which values do not count, so that a failure that was met a million times is looked at once. */

const DELIMITER = 0
const LETTER = 1
const DIGIT = 2

const kinds = new Uint8Array(256).fill(LETTER)
for (let byte = 0; byte < 0x80; byte++) {
  const character = String.fromCharCode(byte)
  if (/[0-9]/.test(character)) kinds[byte] = DIGIT
  else if (!/[A-Za-z]/.test(character)) kinds[byte] = DELIMITER
}

const PRIME = 0x01000193
const OTHER_PRIME = 0x85ebca6b | 0
const VALUE = 0x5bd1e995 | 0

/** Words of letters with a number behind them are names of failures, such as AADSTS53003; shorter ones are values. */
const SHORTEST_NAME = 4

/**
 * Lines of one shape differ at most in words that have digits in them; status numbers of three digits, and names such as
 * AADSTS53003, are part of the shape.
 *
 * @returns an integer below 2 ** 53
 */
export function lineShape(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0
  let other = end > start ? 7 : 0
  let at = start
  while (at < end) {
    const kind = kinds[bytes[at] as number] as number
    if (kind === DELIMITER) {
      hash = Math.imul(hash ^ (bytes[at] as number), PRIME)
      at++
      continue
    }
    const wordEnd = endOfWord(bytes, at, end)
    const word = isValue(bytes, at, wordEnd) ? VALUE : hashWord(bytes, at, wordEnd)
    hash = Math.imul(hash ^ word, PRIME)
    other = Math.imul(other ^ word, OTHER_PRIME) ^ (hash >>> 13)
    at = wordEnd
  }
  return (hash >>> 0) * 0x200000 + (other >>> 11)
}

function endOfWord(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  while (at < end && kinds[bytes[at] as number] !== DELIMITER) at++
  return at
}

function isValue(bytes: Uint8Array, start: number, end: number): boolean {
  let letters = 0
  while (start + letters < end && kinds[bytes[start + letters] as number] === LETTER) letters++
  if (letters === end - start) return false
  let digits = 0
  while (start + letters + digits < end && kinds[bytes[start + letters + digits] as number] === DIGIT) digits++
  const isPlain = letters + digits === end - start
  if (isPlain && letters >= SHORTEST_NAME) return false
  const first = bytes[start] as number
  return !(isPlain && letters === 0 && digits === 3 && first >= 0x31 && first <= 0x35)
}

function hashWord(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), PRIME)
  return hash
}

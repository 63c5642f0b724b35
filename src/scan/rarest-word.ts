/** Which 32-bit words of a string stand seldom in a text. Bytes are folded: letters without case, by clearing bit 5. */

export const FOLD = 0xdf
export const FOLD_WORD = 0xdfdfdfdf | 0

/** The word at an offset, as a processor reads it. */
export function wordAt(bytes: Uint8Array, offset: number): number {
  return (
    (bytes[offset] as number) |
    ((bytes[offset + 1] as number) << 8) |
    ((bytes[offset + 2] as number) << 16) |
    ((bytes[offset + 3] as number) << 24)
  )
}

const COUNT_BITS = 16
const MULTIPLIER = 0x9e3779b1 | 0

function countIndex(word: number): number {
  return Math.imul(word, MULTIPLIER) >>> (32 - COUNT_BITS)
}

/** Counts the words that begin anywhere in a text, folded, by their hash. */
export function countWords(text: Uint8Array): Uint32Array {
  const counts = new Uint32Array(1 << COUNT_BITS)
  let word = 0
  for (let at = 0; at < text.length; at++) {
    word = (word >>> 8) | (((text[at] as number) & FOLD) << 24)
    if (at < 3) continue
    const index = countIndex(word)
    counts[index] = (counts[index] as number) + 1
  }
  return counts
}

/** Where the rarest whole word lies in a string that begins `phase` bytes behind a multiple of four; undefined where it has none. */
export function rarestWord(string: Uint8Array, phase: number, counts: Uint32Array): number | undefined {
  let best: number | undefined
  let least = Number.MAX_SAFE_INTEGER
  for (let offset = (4 - phase) % 4; offset + 4 <= string.length; offset += 4) {
    const count = counts[countIndex(wordAt(string, offset))] as number
    if (count >= least) continue
    least = count
    best = offset
  }
  return best
}

/** How often words of a string will stand in a text without the string, roughly: for each way it may lie, as often as its rarest word. */
export function expectedCost(string: Uint8Array, counts: Uint32Array): number {
  let cost = 0
  for (let phase = 0; phase < 4; phase++) {
    const offset = rarestWord(string, phase, counts)
    cost += offset === undefined ? EDGES_COST : (counts[countIndex(wordAt(string, offset))] as number)
  }
  return cost
}

/** The words that stand for all neighbours of a short string fill the table. */
const EDGES_COST = 30

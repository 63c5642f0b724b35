/** The kernel in JavaScript: for runtimes that run no WebAssembly. It compares no strings, so it leaves more to its caller. */
import { type FilterTables, firstGramOf, hashNear, hashOf, IS_SOUGHT, nearMasks } from './filter-tables.js'
import { BLOCK_BYTES, CAPACITY, type Kernel } from './kernel.js'
import { FOLD_WORD } from './rarest-word.js'

const NEWLINE = 0x0a
const RETURN = 0x0d
/** What came before the text, and room for the bytes beside its last word; multiples of four. */
const BEFORE = 4
const BEHIND = 4

export function createScriptKernel(tables: FilterTables): Kernel {
  const { known, near } = tables
  const all = new Uint8Array(BEFORE + CAPACITY + BEHIND)
  const bytes = all.subarray(BEFORE, BEFORE + CAPACITY)
  const words = new Int32Array(all.buffer, BEFORE, CAPACITY / 4)
  const halves = new Uint16Array(all.buffer)
  const candidates = new Int32Array(BLOCK_BYTES / 4)
  const grams = new Int32Array(BLOCK_BYTES / 4)

  /** The bytes before a word and behind it, two of each. */
  function bytesAround(index: number): number {
    const half = BEFORE / 2 + 2 * index
    return (halves[half - 1] as number) | ((halves[half + 2] as number) << 16)
  }

  /** Whether a newline has another before it, or another and a return. */
  function endsBlank(at: number): boolean {
    return all[at - 1] === NEWLINE || (all[at - 1] === RETURN && all[at - 2] === NEWLINE)
  }

  return {
    bytes,
    candidates,
    grams,
    sift(from, to) {
      let count = 0
      for (let index = from >> 2; index < to >> 2; index++) {
        const word = (words[index] as number) & FOLD_WORD
        const is = known[hashOf(word)] as number
        if (is === 0) continue
        if (near[hashNear(word, bytesAround(index) & (nearMasks[is & ~IS_SOUGHT] as number))] === 0) continue
        const first = firstGramOf(tables, word)
        if (first < 0) continue
        candidates[count] = index << 2
        grams[count++] = first
      }
      return count
    },
    countLines(from, to) {
      let [newlines, blanks] = [0, 0]
      for (let at = bytes.indexOf(NEWLINE, from); at >= 0 && at < to; at = bytes.indexOf(NEWLINE, at + 1)) {
        newlines++
        blanks += Number(endsBlank(BEFORE + at))
      }
      return { newlines, blanks }
    },
    restart: () => void all.fill(NEWLINE, 0, BEFORE),
    moveToFront: (from, filled) => void all.copyWithin(BEFORE - 2, BEFORE + from - 2, BEFORE + filled),
  }
}

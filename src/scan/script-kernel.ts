/** The kernel in JavaScript: for runtimes that run no WebAssembly. */
import { BLOCK_BYTES, CAPACITY, FOLD_WORD, isBlankEnd, type Kernel, MULTIPLIER, TABLE_BITS } from './kernel.js'

const NEWLINE = 0x0a
const SHIFT = 32 - TABLE_BITS
/** What came before the text; a multiple of four. */
const BEFORE = 4

export function createScriptKernel(table: Uint8Array): Kernel {
  const all = new Uint8Array(BEFORE + CAPACITY).fill(NEWLINE, 0, BEFORE)
  const bytes = all.subarray(BEFORE)
  const words = new Int32Array(all.buffer, BEFORE, CAPACITY / 4)
  const candidates = new Int32Array(BLOCK_BYTES / 4 + 1)

  function isIn(index: number): number {
    return table[Math.imul((words[index] as number) & FOLD_WORD, MULTIPLIER) >>> SHIFT] as number
  }

  return {
    bytes,
    words,
    candidates,
    sift(from, to) {
      let count = 0
      for (let index = from >> 2; index < to >> 2; index += 4) {
        const a = isIn(index)
        const b = isIn(index + 1)
        const c = isIn(index + 2)
        const d = isIn(index + 3)
        // One branch that is hardly ever taken costs less than four; behind it each is written, and stays where it passes.
        if ((a | b | c | d) === 0) continue
        candidates[count] = index << 2
        count += a
        candidates[count] = (index << 2) + 4
        count += b
        candidates[count] = (index << 2) + 8
        count += c
        candidates[count] = (index << 2) + 12
        count += d
      }
      return count
    },
    newlines(from, to) {
      let count = 0
      for (let at = bytes.indexOf(NEWLINE, from); at >= 0 && at < to; at = bytes.indexOf(NEWLINE, at + 1)) count++
      return count
    },
    blanks(from, to) {
      let count = 0
      for (let at = bytes.indexOf(NEWLINE, from); at >= 0 && at < to; at = bytes.indexOf(NEWLINE, at + 1)) {
        count += Number(isBlankEnd(all, BEFORE + at))
      }
      return count
    },
    moveToFront: (from, filled) => void all.copyWithin(BEFORE - 2, BEFORE + from - 2, BEFORE + filled),
  }
}

/** The letters that may stand beside a string, as bits: what a quick look at a byte or two can tell. */
import { DROPPED, folds, MARK, UNSURE } from './byte-folds.js'

/** Of what may stand between any two letters: spaces, and marks that wrapping and markup put there. */
const BETWEEN = 1
/** Of all other marks. */
const OTHER_MARK = 1 << 31

/** Letters and digits have a bit each, some of them the same one; what may be the beginning of anything has none. */
export const letterBits = Int32Array.from(folds, (fold, byte) => {
  if (fold === UNSURE) return 0
  if (fold === DROPPED || fold === MARK) return BETWEEN
  return /[a-z0-9]/.test(String.fromCharCode(fold)) ? 1 << (byte & 31) : OTHER_MARK
})

export const ANY_LETTER = -1

/**
 * The bit of the letter that stands beside a string, where one does; all of them where none is known, where it is beyond ASCII, or
 * where it is a mark that may be left out. Whatever has a bit, behind what may stand in between or not, stands there only if it is one
 * of these.
 */
export function letterBeside(character: string | undefined): number {
  if (character === undefined || character >= '\x7f') return ANY_LETTER
  const bit = letterBits[character.charCodeAt(0)] as number
  return bit === BETWEEN ? ANY_LETTER : bit
}

/** Bytes in between that are passed over, as in kernel.wat. */
const MOST_BETWEEN = 3

/** The bit of what stands at a place, or, step by step, behind what may stand in between; 0 where that may be anything. */
export function letterAt(bytes: Uint8Array, at: number, step: number): number {
  let bit = BETWEEN
  for (let place = at; bit === BETWEEN && place !== at + step * (MOST_BETWEEN + 1); place += step)
    bit = letterBits[bytes[place] ?? 0] as number
  return bit === BETWEEN ? 0 : bit
}

/** The part of a scan that sees every byte. */

/** Bytes of a text that are held at a time. */
export const CAPACITY = 192 * 1024
/** Words that are looked at before any is compared: few enough to stay in the processor's cache. */
export const BLOCK_BYTES = 1 << 15
export const TABLE_BITS = 18
export const MULTIPLIER = 0x9e3779b1 | 0
export const FOLD_WORD = 0xdfdfdfdf | 0

/** A text that is held in part, and the loops over it. Places are offsets in `bytes`. */
export interface Kernel {
  readonly bytes: Uint8Array
  /** The same memory; the words lie at multiples of four. */
  readonly words: Int32Array
  /** Places of words, in order, that `sift` has found. */
  readonly candidates: Int32Array
  /**
   * Finds the words whose hash is in the table.
   *
   * @param from a multiple of 16, as is `to`; BLOCK_BYTES apart at most
   * @returns how many candidates there are
   */
  sift(from: number, to: number): number
  newlines(from: number, to: number): number
  /** Newlines that end a line with nothing in it. */
  blanks(from: number, to: number): number
  /** Moves the bytes from a place up to `filled` to the beginning. */
  moveToFront(from: number, filled: number): void
}

/** Whether a newline ends a line with nothing in it. */
export function isBlankEnd(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== 0x0a) return false
  return bytes[at - 1] === 0x0a || (bytes[at - 1] === 0x0d && bytes[at - 2] === 0x0a)
}

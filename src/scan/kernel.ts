/** The part of a scan that sees every byte. */

/** Bytes of a text that are held at a time. */
export const CAPACITY = 192 * 1024
/** Words that are looked at before any is compared: few enough to stay in the processor's cache. */
export const BLOCK_BYTES = 1 << 15

export interface LineCount {
  readonly newlines: number
  /** Newlines that end a line with nothing in it. */
  readonly blanks: number
}

/** A text that is held in part, and the loops over it. Places are offsets in `bytes`. */
export interface Kernel {
  readonly bytes: Uint8Array
  /** Places of words, in order, that `sift` has found. */
  readonly candidates: Int32Array
  /** For each of them where in the filter's grams those begin of which one may stand there. */
  readonly grams: Int32Array
  /**
   * Finds the words that may be part of a string which is looked for, and loses none.
   *
   * @param from a multiple of 16, as is `to`; BLOCK_BYTES apart at most
   * @returns how many candidates there are
   */
  sift(from: number, to: number): number
  countLines(from: number, to: number): LineCount
  /** Another text begins: nothing comes before it. */
  restart(): void
  /** Moves the bytes from a place up to `filled` to the beginning. */
  moveToFront(from: number, filled: number): void
}

/** Where squeezed text is put, letter by letter; it grows as it is filled. */

/** Letters of squeezed text in the order of the original, each with the place it came from. */
export interface SqueezedLetters {
  /** UTF-16 units, folded; only the first `length` count. */
  letters: Uint16Array
  /** For each letter its offset in the original text, in UTF-16 units. */
  places: Uint32Array
  length: number
}

/** A letter that no text contains: no match runs across it. */
export const BARRIER = 0xffff

export function newSqueezedLetters(capacity: number): SqueezedLetters {
  return { letters: new Uint16Array(capacity), places: new Uint32Array(capacity), length: 0 }
}

/** Ends a stretch of text: what stands before and after does not belong together. */
export function squeezeBarrier(into: SqueezedLetters, place: number): void {
  reserveLetters(into, 1)
  pushLetter(into, BARRIER, place)
}

/** Adds a letter; there has to be room for it. */
export function pushLetter(into: SqueezedLetters, letter: number, place: number): void {
  into.letters[into.length] = letter
  into.places[into.length++] = place
}

/** Makes room for so many more letters. */
export function reserveLetters(into: SqueezedLetters, more: number): void {
  const needed = into.length + more
  if (needed <= into.letters.length) return
  const capacity = Math.max(needed, into.letters.length * 2)
  const { letters, places } = into
  into.letters = new Uint16Array(capacity)
  into.letters.set(letters)
  into.places = new Uint32Array(capacity)
  into.places.set(places)
}

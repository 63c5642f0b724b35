/** What becomes of a byte when text is squeezed: a folded letter, or DROPPED, UNSURE or MARK. */
import { squeezeLiteral } from '../text/squeeze.js'

export const DROPPED = 0
/** A line's end, an escape, an entity, a tag, a byte beyond ASCII: anything may follow, so nothing is rejected. */
export const UNSURE = 1
/** A mark that is dropped in some places, and a letter in others. */
export const MARK = 2

export const folds = new Uint8Array(256).fill(UNSURE)
for (let byte = 0x20; byte < 0x7f; byte++) {
  const character = String.fromCharCode(byte)
  if ('[]*`()'.includes(character)) folds[byte] = MARK
  else if (!'\\&<%'.includes(character)) folds[byte] = squeezeLiteral(character).charCodeAt(0) || DROPPED
}
folds[0x09] = DROPPED

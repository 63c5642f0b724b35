import type { SqueezedLetters } from '../text/squeezed-letters.js'

/** Whether a squeezed literal begins at a letter of the block. */
export function standsAt(block: SqueezedLetters, literal: string, start: number): boolean {
  if (start + literal.length > block.length) return false
  for (let index = 0; index < literal.length; index++) {
    if (block.letters[start + index] !== literal.charCodeAt(index)) return false
  }
  return true
}

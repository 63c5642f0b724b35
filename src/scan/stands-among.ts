/** Whether bytes around a piece can be the literal that it is a piece of: a look at the raw text that rejects all but a few. */
import { DROPPED, folds, MARK, UNSURE } from './byte-folds.js'
import type { Context } from './scan-plan.js'

/** As far from a piece as other literals of its signature are looked for, in bytes. */
const FARTHEST_COMPANION = 240

const squeezed = new Uint8Array(2 * FARTHEST_COMPANION + 64)

/** Whether one of the companions stands near a piece, whatever stands between its letters that are no letters. */
function hasCompanion({ companions }: Context, bytes: Uint8Array, at: number, end: number): boolean {
  let length = 0
  for (let place = Math.max(0, at - FARTHEST_COMPANION); place < Math.min(end, at + FARTHEST_COMPANION); place++) {
    const fold = folds[bytes[place] as number] as number
    if (fold > MARK) squeezed[length++] = fold
  }
  return companions.some((companion) => isIn(companion, length))
}

/** Whether letters stand in the first ones of `squeezed`. */
function isIn(letters: string, length: number): boolean {
  const first = letters.charCodeAt(0)
  for (let at = squeezed.indexOf(first); at >= 0 && at + letters.length <= length; at = squeezed.indexOf(first, at + 1)) {
    let index = 1
    while (index < letters.length && squeezed[at + index] === letters.charCodeAt(index)) index++
    if (index === letters.length) return true
  }
  return false
}

/** Letters compared on either side: one more would reject next to nothing. */
const MOST_COMPARED = 12

/**
 * @param at where the piece begins in the bytes
 * @param end behind the last valid byte
 */
export function standsAmong(context: Context, bytes: Uint8Array, at: number, byteLength: number, end: number): boolean {
  const { letters } = context
  const agrees = agree(letters, context.start - 1, bytes, at - 1, end, -1) && agree(letters, context.end, bytes, at + byteLength, end, 1)
  return agrees && (context.companions.length === 0 || hasCompanion(context, bytes, at, end))
}

/**
 * Whether what stands at a place, and on from there step by step, can be the letters from an index on.
 *
 * @param step 1 or -1, in the bytes as in the letters
 */
function agree(letters: string, from: number, bytes: Uint8Array, at: number, end: number, step: number): boolean {
  const last = step > 0 ? Math.min(letters.length, from + MOST_COMPARED) : Math.max(-1, from - MOST_COMPARED)
  for (let index = from, place = at; index !== last && place >= 0 && place < end; place += step) {
    const fold = folds[bytes[place] as number] as number
    if (fold === DROPPED) continue
    if (fold === UNSURE) return true
    const letter = letters.charCodeAt(index)
    if (fold === MARK ? bytes[place] === letter : fold === letter) index += step
    else if (fold !== MARK) return letter > 0x7e
  }
  return true
}

/** The letters that may stand beside a string, as bits: what a quick look at one byte can tell. */

/** Letters and digits have a bit each, some of them the same one; other bytes have none. */
export const letterBits = Int32Array.from({ length: 256 }, (_, byte) =>
  /[a-z0-9]/i.test(String.fromCharCode(byte)) ? 1 << (byte & 31) : 0,
)

export const ANY_LETTER = -1

/**
 * The bit of the letter that stands beside a string, where one does; all of them where none is known, or it is beyond ASCII. What
 * stands there in a text may be any mark, but a letter or a digit, with or without a space before it, only if it has that bit.
 */
export function letterBeside(character: string | undefined): number {
  return character !== undefined && character < '\x7f' ? (letterBits[character.charCodeAt(0)] as number) : ANY_LETTER
}

const SPACE = 0x20

/** The bit of what stands at a place, or, where that is a space, one step on; 0 where it is no letter. */
export function letterAt(bytes: Uint8Array, at: number, step: number): number {
  return letterBits[bytes[bytes[at] === SPACE ? at + step : at] ?? SPACE] as number
}

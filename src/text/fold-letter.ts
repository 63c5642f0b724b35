/** Which letters are alike in squeezed text: case, width and the shape of quotes and dashes do not count. */
import { BARRIER } from './squeezed-letters.js'

export const DROP = 0
/** A construct begins, or may begin: what stands behind it decides. */
export const SPECIAL = 1

/** What becomes of an ASCII character: dropped, looked at more closely, or replaced by this unit. */
const asciiFold = new Uint16Array(128)
for (let unit = 0x21; unit < 0x7f; unit++) asciiFold[unit] = unit
for (let unit = 0x41; unit <= 0x5a; unit++) asciiFold[unit] = unit + 0x20
for (const mark of '\\&<*[]|"\'\x1b\b') asciiFold[mark.charCodeAt(0)] = SPECIAL
asciiFold['`'.charCodeAt(0)] = DROP

/** @returns what stands for a UTF-16 unit; DROP where nothing does, SPECIAL where it takes a closer look */
export function foldLetter(unit: number): number {
  return unit < 128 ? (asciiFold[unit] as number) : foldWide(unit)
}

const singleQuotes = new Set([0x2018, 0x2019, 0x201a, 0x201b, 0x2032, 0xff07])
const doubleQuotes = new Set([0x201c, 0x201d, 0x201e, 0x201f, 0x2033, 0xff02])

/** Beyond ASCII. */
function foldWide(unit: number): number {
  if (unit === 0xe2 || unit === 0x9b) return SPECIAL
  if (unit < 0xa1) return DROP // C1 controls and the no-break space
  if (unit < 0x2000) return unit === 0xad || unit === 0x1680 || unit === 0x180e ? DROP : unit === 0xb4 ? 0x27 : unit
  if (unit <= 0x206f) return foldPunctuation(unit)
  if (unit >= 0xff01 && unit <= 0xff5e) return foldFullWidth(unit)
  if (unit === 0x2212 || unit === 0xfe58 || unit === 0xfe63) return 0x2d
  return unit === 0x3000 || unit === 0xfeff || unit === BARRIER ? DROP : unit
}

function foldPunctuation(unit: number): number {
  if (singleQuotes.has(unit)) return 0x27
  if (doubleQuotes.has(unit)) return 0x22
  if (unit >= 0x2010 && unit <= 0x2015) return 0x2d
  const invisible = unit <= 0x200f || (unit >= 0x2028 && unit <= 0x202f) || unit >= 0x205f
  return invisible ? DROP : unit
}

function foldFullWidth(unit: number): number {
  const folded = asciiFold[unit - 0xfee0] as number
  return folded > SPECIAL ? folded : unit - 0xfee0
}

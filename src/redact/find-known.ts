/** Where values that are known by now stand in a reading, whatever stands around them. */
import { emptyHash, withUnit } from './known-index.js'
import type { PrivateValues } from './private-values.js'
import type { Reading } from './reading.js'

export interface KnownHit {
  /** In lower case. */
  readonly value: string
  readonly start: number
  readonly end: number
}

/** A value counts where it does not begin or end inside a word: `contoso` in `contoso-prod`, not in `contosoprod`. */
export function findKnown({ text }: Reading, { index }: PrivateValues): KnownHit[] {
  const hits: KnownHit[] = []
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at)
    const start = at++
    if (isWordUnit(unit)) {
      let hash = withUnit(emptyHash, unit)
      for (; at < text.length; at++) {
        const next = text.charCodeAt(at)
        if (!isWordUnit(next)) break
        hash = withUnit(hash, next)
      }
      if (!index.mayHold(hash)) continue
    } else if (unit > 0x7f) while (at < text.length && text.charCodeAt(at) > 0x7f) at++
    else continue
    addHits(text, start, at, index, hits)
  }
  return hits
}

/** The values that begin with, or around, the word from `from` to `to`. */
function addHits(text: string, from: number, to: number, index: PrivateValues['index'], hits: KnownHit[]): void {
  for (const { offset, length, values } of index.beginningWith(lowerCase(text.slice(from, to)))) {
    const start = from - offset
    const end = start + length
    if (start < 0 || end > text.length || isInsideWord(text, start) || isInsideWord(text, end)) continue
    const value = lowerCase(text.slice(start, end))
    if (values.has(value)) hits.push({ value, start, end })
  }
}

/** In lower case without a change of length, which some letters bring about. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

function isInsideWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && isWordUnit(text.charCodeAt(at - 1)) && isWordUnit(text.charCodeAt(at))
}

/** A letter of ASCII, or a digit. */
function isWordUnit(unit: number): boolean {
  const lower = unit | 0x20
  return (lower >= 0x61 && lower <= 0x7a) || (unit >= 0x30 && unit <= 0x39)
}

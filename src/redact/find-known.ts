/** Where values that are known by now stand in a reading, whatever stands around them. */
import type { PrivateValues } from './private-values.js'
import type { Reading } from './reading.js'

export interface KnownHit {
  readonly value: string
  readonly start: number
  readonly end: number
}

const words = /[a-z0-9]+|[^\0-\x7f]+/g

/** A value counts where it does not begin or end inside a word: `contoso` in `contoso-prod`, not in `contosoprod`. */
export function findKnown({ text }: Reading, values: PrivateValues): KnownHit[] {
  const lower = lowerCase(text)
  const hits: KnownHit[] = []
  for (const { 0: word, index } of lower.matchAll(words)) {
    for (const { value, offset } of values.beginningWith(word)) {
      const start = index - offset
      const end = start + value.length
      if (start >= 0 && lower.startsWith(value, start) && !isInsideWord(lower, start) && !isInsideWord(lower, end))
        hits.push({ value, start, end })
    }
  }
  return hits
}

/** In lower case without a change of length, which some letters bring about. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

const asciiLetter = /[a-z0-9]/

function isInsideWord(lower: string, at: number): boolean {
  return at > 0 && at < lower.length && asciiLetter.test(lower[at - 1] as string) && asciiLetter.test(lower[at] as string)
}

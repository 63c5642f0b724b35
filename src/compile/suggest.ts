/** "Did you mean": the known word that a mistyped one comes closest to. */
import { editDistance } from '../search/edit-distance.js'

/**
 * What to write instead of an unknown word, as a sentence.
 *
 * @returns `Did you mean "…"?` where a known word is near; else `otherwise`, which lists the known words unless given.
 */
export function suggest(word: string, known: readonly string[], otherwise = listWords(known)): string {
  const near = nearestWord(word, known)
  return near === undefined ? otherwise : `Did you mean "${near}"?`
}

function listWords(known: readonly string[]): string {
  return known.length === 1 ? `Only "${known[0]}" is known here.` : `Known are: ${known.join(', ')}.`
}

function nearestWord(word: string, known: readonly string[]): string | undefined {
  let nearest: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    const tolerable = Math.ceil(Math.max(word.length, candidate.length) / 3)
    if (distance <= tolerable && distance < least) {
      nearest = candidate
      least = distance
    }
  }
  return nearest
}

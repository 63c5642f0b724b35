/** "Did you mean": the known word that a mistyped one comes closest to. */

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

/** Levenshtein's distance, one row of the table at a time. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 0; i < one.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < other.length; j++) {
      const replaced = (row[j] as number) + (one[i] === other[j] ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] as number) + 1, (next[j] as number) + 1))
    }
    row = next
  }
  return row[other.length] as number
}

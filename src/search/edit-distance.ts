/**
 * How many typing slips part two words: a letter left out, added, changed, or two neighbours swapped
 * (optimal string alignment).
 */
export function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let least = Math.min(at(previous, column) + 1, at(current, column - 1) + 1, at(previous, column - 1) + (same ? 0 : 1))
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) least = Math.min(least, at(beforePrevious, column - 2) + 1)
      current.push(least)
    }
    beforePrevious = previous
    previous = current
  }
  return at(previous, b.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY
}

/** The candidates nearest to a misspelt word, nearest first; none where all are further than a slip in four letters. */
export function nearest<T>(word: string, candidates: readonly T[], spellings: (candidate: T) => readonly string[]): T[] {
  const limit = Math.max(1, Math.floor(word.length / 4))
  const distanceTo = (spelling: string) =>
    Math.abs(spelling.length - word.length) > limit ? Number.POSITIVE_INFINITY : editDistance(word, spelling)
  return candidates
    .map((candidate) => ({ candidate, distance: Math.min(...spellings(candidate).map(distanceTo)) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .filter(({ distance }, _, ranked) => distance <= (ranked[0]?.distance ?? 0) + 1)
    .map(({ candidate }) => candidate)
}

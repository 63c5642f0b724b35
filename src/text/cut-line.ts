/** Long lines, cut around what counts in them. */

/** Characters that a credential is made of. */
const tokenCharacter = /[\w.~+/=-]/

/**
 * The part of a line that may be looked at for what to show around a message: what stands far from it is left out. The
 * part never begins inside a word: of a credential that is cut nobody could tell that it is one.
 *
 * @param columns of the message: first column and the one behind the last, from 1
 * @param margin characters kept before and behind it
 */
export function partAround(line: string, [start, end]: readonly [number, number], margin: number): { from: number; to: number } {
  let from = Math.max(0, start - 1 - margin)
  while (from > 0 && from < line.length && tokenCharacter.test(line[from] as string)) from++
  return { from, to: Math.min(line.length, Math.max(start, end) + margin) }
}

const KEPT_MARGIN = 2000

/** A line as it is kept for later: whole, unless it is very long. */
export function cutLine(line: string, columns?: readonly [number, number]): { text: string; columns?: readonly [number, number] } {
  const { from, to } = partAround(line, columns ?? [1, 1], KEPT_MARGIN)
  const text = line.slice(from, to)
  return columns ? { text, columns: [Math.max(1, columns[0] - from), Math.max(1, Math.min(columns[1] - from, text.length + 1))] } : { text }
}

/** Changes to a text, and where its places go by them. */
import { countFirst } from '../text/ascending.js'

export interface Edit {
  readonly start: number
  readonly end: number
  /** What stands there instead. */
  readonly text: string
}

export function moved({ start, end, text }: Edit, by: number): Edit {
  return { start: start + by, end: end + by, text }
}

/** @param edits in order, none overlapping another */
export function offsetMapOf(edits: readonly Edit[]): (original: number) => number {
  const shifts: number[] = [0]
  for (const { start, end, text } of edits) shifts.push((shifts.at(-1) as number) + text.length - (end - start))
  return (original) => {
    const next = countBefore(edits, original)
    const within = edits[next - 1]
    if (within !== undefined && original < within.end) return within.start + (shifts[next - 1] as number)
    return original + (shifts[next] as number)
  }
}

/** How many edits begin before an offset. */
function countBefore(edits: readonly Edit[], offset: number): number {
  return countFirst(edits.length, (place) => (edits[place] as Edit).start < offset)
}

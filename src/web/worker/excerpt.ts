/** Which lines of a log are worth showing: all of a short one; of a long one those that the report speaks of, and their neighbours. */

/** First and last line, 1-based, both included. */
export type LineRange = readonly [number, number]

const SHORT_LOG = 400
const NEIGHBOURS = 5
/** Fewer hidden lines than this are not worth a fold. */
const SHORTEST_FOLD = 4
const MOST_LINES = 1500

/** @param marked lines that the report speaks of, in any order */
export function excerptOf(lineCount: number, marked: readonly number[]): LineRange[] {
  if (lineCount === 0) return []
  if (lineCount <= SHORT_LOG) return [[1, lineCount]]
  const ranges: [number, number][] = [[1, NEIGHBOURS]]
  let shown = NEIGHBOURS
  for (const line of [...new Set(marked)].sort((a, b) => a - b)) {
    const first = Math.max(1, line - NEIGHBOURS)
    const last = Math.min(lineCount, line + NEIGHBOURS)
    const before = ranges.at(-1) as [number, number]
    if (first <= before[1] + SHORTEST_FOLD) {
      shown += Math.max(0, last - before[1])
      before[1] = Math.max(before[1], last)
    } else {
      ranges.push([first, last])
      shown += last - first + 1
    }
    if (shown >= MOST_LINES) break
  }
  return ranges
}

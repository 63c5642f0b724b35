/** How often something happened in each stretch of time, in bounded memory; the same whatever the order in which it was told. */

export interface TimeCounts {
  /** Length of a stretch; one of `STRETCHES`. */
  readonly minutes: number
  /** The stretches in which it happened, ascending: minutes since 1970 at the beginning, and how often. */
  readonly counts: readonly (readonly [start: number, count: number])[]
}

const MINUTE = 60_000
const MOST_STRETCHES = 200

/** Lengths in minutes. Each is a multiple of the one before, so that counts of a finer one add up to those of a coarser one. */
const STRETCHES = [1, 2, 10, 30, 60, 120, 360, 720, 1440, 10_080, 40_320, 524_160, 5_241_600] as const

/** @param moments in milliseconds since 1970, in any order */
export function countTimes(moments: readonly number[]): TimeCounts {
  return bounded(
    coarsened(
      moments.map((at) => [Math.floor(at / MINUTE), 1]),
      1,
    ),
    MOST_STRETCHES,
  )
}

export function addTimes(parts: readonly TimeCounts[]): TimeCounts {
  const minutes = coarsest(parts)
  return bounded(
    coarsened(
      parts.flatMap(({ counts }) => counts),
      minutes,
    ),
    MOST_STRETCHES,
  )
}

// As arguments of one call a hundred thousand would be too many.
function coarsest(parts: readonly TimeCounts[]): number {
  return parts.reduce((most, { minutes }) => Math.max(most, minutes), 1)
}

/** The finest stretches of which so many at most lie between the first moment and the last one of all. */
export function spanning(all: readonly TimeCounts[], most: number): { minutes: number; first: number; stretches: number } | undefined {
  const counted = all.filter(({ counts }) => counts.length > 0)
  if (counted.length === 0) return undefined
  const starts = (at: number) => counted.map(({ counts }) => (counts.at(at) as readonly [number, number])[0])
  const first = starts(0).reduce((one, other) => Math.min(one, other))
  const last = starts(-1).reduce((one, other) => Math.max(one, other))
  const least = coarsest(counted)
  const stretchesOf = (minutes: number) => Math.floor(last / minutes) - Math.floor(first / minutes) + 1
  const minutes = STRETCHES.find((one) => one >= least && stretchesOf(one) <= most) ?? (STRETCHES.at(-1) as number)
  return { minutes, first: Math.floor(first / minutes) * minutes, stretches: Math.min(most, stretchesOf(minutes)) }
}

/** The counts in stretches of another length, a multiple of theirs. */
export function coarsened(counts: TimeCounts['counts'], minutes: number): TimeCounts {
  const sums = new Map<number, number>()
  for (const [start, count] of counts) {
    const key = Math.floor(start / minutes) * minutes
    sums.set(key, (sums.get(key) ?? 0) + count)
  }
  return { minutes, counts: [...sums].sort(([a], [b]) => a - b) }
}

function bounded(counted: TimeCounts, most: number): TimeCounts {
  if (counted.counts.length <= most) return counted
  const coarser = STRETCHES.find((minutes) => minutes > counted.minutes)
  return coarser === undefined ? counted : bounded(coarsened(counted.counts, coarser), most)
}

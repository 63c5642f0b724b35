/** Queries whose right answers are known × a way to search → how good the way is. */

/** One query as somebody types it. */
export interface KnownQuery {
  readonly kind: string
  readonly query: string
  /** The ranking was not tuned to it. */
  readonly heldBack?: boolean
  /** The codes of which one should stand first; none where nothing should be found. */
  readonly right: readonly string[]
}

export interface Way {
  readonly name: string
  /** Codes, best first. */
  search(query: string): readonly string[]
}

/** Shares from 0 to 1. */
export interface Figures {
  readonly queries: number
  /** A right entry stands first. */
  readonly recallAt1: number
  /** A right entry is among the first three. */
  readonly recallAt3: number
  /** The mean of 1 / place of the first right entry. */
  readonly meanReciprocalRank: number
}

/** How the way does where something should be found. */
export function figuresOf(way: Way, queries: readonly KnownQuery[]): Figures {
  const places = queries.filter(hasAnswer).map(({ query, right }) => placeOfFirst(right, way.search(query)))
  const share = (part: number) => (places.length === 0 ? 0 : part / places.length)
  return {
    queries: places.length,
    recallAt1: share(places.filter((place) => place <= 1).length),
    recallAt3: share(places.filter((place) => place <= 3).length),
    meanReciprocalRank: share(places.reduce((sum, place) => sum + 1 / place, 0)),
  }
}

/** Of the queries that should find nothing, how many do, from 0 to 1. */
export function shareOfSilence(way: Way, queries: readonly KnownQuery[]): number {
  const unanswerable = queries.filter((query) => !hasAnswer(query))
  return unanswerable.filter(({ query }) => way.search(query).length === 0).length / unanswerable.length
}

export function hasAnswer({ right }: KnownQuery): boolean {
  return right.length > 0
}

/** From 1; infinite where none of them is there. */
function placeOfFirst(right: readonly string[], found: readonly string[]): number {
  const index = found.findIndex((code) => right.includes(code))
  return index < 0 ? Number.POSITIVE_INFINITY : index + 1
}

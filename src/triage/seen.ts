/** When something was seen first and last. */
import type { Moment } from '../text/read-time.js'

/** Null where no line says when. */
export interface SeenMoments {
  readonly firstSeen: Moment | null
  readonly lastSeen: Moment | null
}

/** @param moments in any order */
export function seenAt(moments: readonly Moment[]): SeenMoments {
  return { firstSeen: earliest(moments) ?? null, lastSeen: latestOf(moments) ?? null }
}

/** From when the first of them was seen to when the last was. */
export function seenInAny(all: readonly SeenMoments[]): SeenMoments {
  return {
    firstSeen: earliest(all.flatMap(({ firstSeen }) => firstSeen ?? [])) ?? null,
    lastSeen: latestOf(all.flatMap(({ lastSeen }) => lastSeen ?? [])) ?? null,
  }
}

function earliest(moments: readonly Moment[]): Moment | undefined {
  return moments.reduce<Moment | undefined>((first, moment) => (first && first.at <= moment.at ? first : moment), undefined)
}

export function latestOf(moments: readonly Moment[]): Moment | undefined {
  return moments.reduce<Moment | undefined>((last, moment) => (last && last.at >= moment.at ? last : moment), undefined)
}

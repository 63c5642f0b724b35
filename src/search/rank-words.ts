/** Slots × index → how much each entry gains. */
import type { ReadQuery, Slot } from './read-query.js'
import type { SearchIndex } from './search-index.js'

export interface WordScores {
  /** By the entry's place in the catalog. */
  readonly gains: Float32Array
  /** How much of what was asked the entry answers, from 0 to 1. */
  readonly coverages: Float32Array
}

export function scoreEntries({ slots }: ReadQuery, index: SearchIndex): WordScores {
  const gains = new Float32Array(index.entryCount)
  const covered = new Float32Array(index.entryCount)
  for (const slot of slots) {
    const best = bestOf(slot, index)
    for (let entry = 0; entry < gains.length; entry++) {
      const gain = best[entry] as number
      if (gain === 0) continue
      gains[entry] = (gains[entry] as number) + gain
      covered[entry] = (covered[entry] as number) + Math.min(gain, slot.potential)
    }
  }
  const wanted = slots.reduce((sum, { potential }) => sum + potential, 0)
  const coverages = wanted === 0 ? covered : covered.map((sum) => sum / wanted)
  return { gains, coverages }
}

function bestOf({ alternatives }: Slot, index: SearchIndex): Float32Array {
  const best = new Float32Array(index.entryCount)
  const sum = new Float32Array(index.entryCount)
  for (const { terms, factor } of alternatives) {
    if (terms.length > 1) sum.fill(0)
    for (const term of terms) {
      index.forEachEntry(term, (entry, weight) => {
        const gain = weight * factor + (terms.length > 1 ? (sum[entry] as number) : 0)
        if (terms.length > 1) sum[entry] = gain
        if (gain > (best[entry] as number)) best[entry] = gain
      })
    }
  }
  return best
}

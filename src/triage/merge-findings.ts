/** What becomes of findings of one entry when they are put together. */
import type { WeighedCause } from '../diagnose/diagnosis.js'
import type { FindingDigest } from './digest.js'

export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

const likelihoods = ['confirmed', 'likely', 'possible', 'ruled-out'] as const

/** Each cause as likely as it is where most speaks for it: ruled out only where it is so everywhere. */
export function mergeCauses(findings: readonly FindingDigest[]): WeighedCause[] {
  const strongest = new Map<string, WeighedCause>()
  for (const cause of findings.flatMap(({ causes }) => causes)) {
    const known = strongest.get(cause.id)
    if (!known || likelihoods.indexOf(cause.likelihood) < likelihoods.indexOf(known.likelihood)) strongest.set(cause.id, cause)
  }
  return [...strongest.values()].sort((a, b) => likelihoods.indexOf(a.likelihood) - likelihoods.indexOf(b.likelihood))
}

/** What becomes of findings of one entry when they are put together. */
import { LIKELIHOODS } from '../catalog/entry.js'
import type { WeighedCause } from '../diagnose/diagnosis.js'
import type { FindingDigest } from './digest.js'

/** Each cause as likely as it is where most speaks for it: ruled out only where it is so everywhere. */
export function mergeCauses(findings: readonly FindingDigest[]): WeighedCause[] {
  const strongest = new Map<string, WeighedCause>()
  for (const cause of findings.flatMap(({ causes }) => causes)) {
    const known = strongest.get(cause.id)
    if (!known || LIKELIHOODS.indexOf(cause.likelihood) < LIKELIHOODS.indexOf(known.likelihood)) strongest.set(cause.id, cause)
  }
  return [...strongest.values()].sort((a, b) => LIKELIHOODS.indexOf(a.likelihood) - LIKELIHOODS.indexOf(b.likelihood))
}

/** All that several findings know: of each name the first value. */
export function mergeFacts(all: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  const merged = new Map<string, string>()
  for (const facts of all) {
    for (const [name, value] of Object.entries(facts)) if (!merged.has(name)) merged.set(name, value)
  }
  return Object.fromEntries(merged)
}

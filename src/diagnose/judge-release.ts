/** How the release of the Azure CLI that a log names stands to those that print what was found. */
import type { CatalogEntry } from '../catalog/entry.js'
import { isPrintedBy, releaseFitOf } from '../catalog/release.js'
import type { DiagnosedRun, Finding, JudgedRelease } from './diagnosis.js'

/**
 * How the release in a finding's runs fits its entry; of several the one that fits best.
 *
 * @param runs with their ids as places
 * @returns null where the log names no release, or the entry is not bound to any
 */
export function judgeRelease({ entry, runs: ids }: Finding, runs: readonly DiagnosedRun[]): JudgedRelease | null {
  if (entry.since === null && entry.until === null) return null
  const judged = ids
    .flatMap((id) => runs[id] ?? [])
    .flatMap(({ environment: { azureCli } }) => (azureCli === undefined ? [] : { installed: azureCli, fit: releaseFitOf(entry, azureCli) }))
  return judged.find(({ fit }) => fit === 'printing') ?? judged.at(-1) ?? null
}

/** Whether a run can have printed this at all: true where it names no release. */
export function canPrint(entry: CatalogEntry, { environment: { azureCli } }: DiagnosedRun): boolean {
  return azureCli === undefined || isPrintedBy(azureCli, entry)
}

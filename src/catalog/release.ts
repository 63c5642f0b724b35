/** Releases of the Azure CLI, and which of them print an entry. */
import type { CatalogEntry, Cause, Condition } from './entry.js'

/** Compares dotted versions by their numbers: negative where `a` is older, 0 where they are the same. A leading `v` and what follows the numbers do not count. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [versionNumbers(a), versionNumbers(b)]
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function versionNumbers(version: string): number[] {
  return (/^v?(\d+(?:\.\d+)*)/.exec(version)?.[1] ?? '0').split('.').map(Number)
}

/** How a release stands to those that print an entry: older than the first, newer than the last, or one of them. */
export const RELEASE_FITS = ['older', 'printing', 'newer'] as const
export type ReleaseFit = (typeof RELEASE_FITS)[number]

export function releaseFitOf({ since, until }: Pick<CatalogEntry, 'since' | 'until'>, release: string): ReleaseFit {
  if (since !== null && compareVersions(release, since) < 0) return 'older'
  return until !== null && compareVersions(release, until) > 0 ? 'newer' : 'printing'
}

/** Whether a release prints an entry, as far as is known. */
export function isPrintedBy(release: string, entry: CatalogEntry): boolean {
  return releaseFitOf(entry, release) === 'printing'
}

/** Whether a release alone rules a cause out, whatever a log says. */
export function isRuledOutIn(release: string, { evidence }: Cause): boolean {
  return evidence.some(({ likelihood, all }) => likelihood === 'ruled-out' && all.every((condition) => isTrueOf(release, condition)))
}

function isTrueOf(release: string, condition: Condition): boolean {
  if (condition.kind !== 'version' || condition.of !== 'azureCli') return false
  return compareVersions(release, condition.version) < 0 === (condition.comparison === 'below')
}

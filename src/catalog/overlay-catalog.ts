import type { Catalog } from './entry.js'

/**
 * Lays one catalog over another: where both have a code, the upper one's entry and words count.
 *
 * @param digest of the result; computed by the caller, as hashing is not the same in every runtime.
 */
export function overlayCatalog(lower: Catalog, upper: Catalog, digest: string): Catalog {
  const upperCodes = new Set(upper.entries.map((entry) => entry.code))
  const entries = [...lower.entries.filter((entry) => !upperCodes.has(entry.code)), ...upper.entries]
  return {
    digest,
    entries: entries.sort((a, b) => (a.code < b.code ? -1 : 1)),
    words: (code, locale) => (upperCodes.has(code) ? upper : lower).words(code, locale),
  }
}

import { aliasesOf } from './aliases.js'
import type { Catalog } from './entry.js'

/**
 * Lays one catalog over another: where both have a code, the upper one's entry and words count.
 *
 * @param digest of the result; computed by the caller, as hashing is not the same in every runtime.
 */
export function overlayCatalog(lower: Catalog, upper: Catalog, digest: string): Catalog {
  const upperCodes = new Set(upper.codes)
  const ownerOf = (code: string) => (upperCodes.has(code) ? upper : lower)
  const codes = [...new Set([...lower.codes, ...upper.codes])].sort()
  const entries = codes.flatMap((code) => ownerOf(code).entry(code) ?? [])
  return {
    digest,
    codes,
    entries,
    aliases: aliasesOf(entries),
    entry: (code) => ownerOf(code).entry(code),
    inferable: entries.filter(({ foundWhen }) => foundWhen.length > 0),
    words: (code, locale) => ownerOf(code).words(code, locale),
    signatures: null,
    searchIndex: null,
  }
}

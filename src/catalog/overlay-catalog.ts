import { aliasesOf } from './aliases.js'
import type { Catalog, EntryWords, Locale } from './entry.js'

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
    originOf: (code) => ownerOf(code).originOf(code),
    signatures: null,
    searchIndex: null,
    scanPlan: null,
  }
}

/** Words for some entries of a catalog. */
export interface WordsOverlay {
  /** Null for an entry whose words stay. */
  words(code: string, locale: Locale): EntryWords | null
  originOf(code: string): string | null
}

/** Lays words alone over a catalog; what is matched stays, and so do the signatures that the build made ready. */
export function overlayWords(lower: Catalog, digest: string, upper: WordsOverlay): Catalog {
  return {
    digest,
    codes: lower.codes,
    signatures: lower.signatures,
    aliases: lower.aliases,
    searchIndex: null,
    get scanPlan() {
      return lower.scanPlan
    },
    get entries() {
      return lower.entries
    },
    get inferable() {
      return lower.inferable
    },
    entry: (code) => lower.entry(code),
    words: (code, locale) => upper.words(code, locale) ?? lower.words(code, locale),
    originOf: (code) => upper.originOf(code) ?? lower.originOf(code),
  }
}

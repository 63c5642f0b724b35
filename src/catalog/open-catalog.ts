import type { Catalog, CatalogEntry, EntryWords, Locale } from './entry.js'

/** The compiled catalog's language-neutral half, as index.json and the library's data module carry it. */
export interface CatalogData {
  readonly digest: string
  readonly entries: readonly CatalogEntry[]
}

/**
 * Makes a catalog of compiled data. Words are read and parsed when they are first asked for:
 * explaining a log needs those of a few entries only.
 *
 * @param readWords gives the JSON text of one entry's words; null where that language lacks them.
 */
export function openCatalog(data: CatalogData, readWords: (code: string, locale: Locale) => string | null): Catalog {
  const read = new Map<string, EntryWords>()
  return {
    digest: data.digest,
    entries: data.entries,
    words(code, locale) {
      const key = `${locale} ${code}`
      const known = read.get(key)
      if (known !== undefined) return known
      const json = readWords(code, locale) ?? readWords(code, 'en')
      if (json === null) throw new Error(`The catalog has no entry ${code}`)
      const words = JSON.parse(json) as EntryWords
      read.set(key, words)
      return words
    },
  }
}

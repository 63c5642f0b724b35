import type { Catalog, CatalogEntry, EntryWords, Locale } from './entry.js'

/** A compiled catalog, wherever it is kept. */
export interface CatalogSource {
  readonly digest: string
  /** Sorted. */
  readonly codes: readonly string[]
  readonly aliases: Catalog['aliases']
  /** Codes of the entries that have no signature of their own. */
  readonly inferable: readonly string[]
  readonly signatures: Uint8Array | null
  readonly readSearchIndex: () => Uint8Array | null
  readonly readScanPlan: () => Uint8Array | null
  /** The JSON text of one entry. */
  readonly readEntry: (code: string) => string
  /** The JSON text of one entry's words; null where that language lacks them. */
  readonly readWords: (code: string, locale: Locale) => string | null
  /** Where an entry comes from that does not ship with the program; none does if absent. */
  readonly originOf?: (code: string) => string | null
}

/** Makes a catalog of compiled data. Entries and words are read and parsed when they are first asked for: explaining a log needs a few. */
export function openCatalog({
  digest,
  codes,
  aliases,
  inferable,
  signatures,
  readSearchIndex,
  readScanPlan,
  readEntry,
  readWords,
  originOf = () => null,
}: CatalogSource): Catalog {
  const known = new Set(codes)
  const entryOf = remembering((code) => JSON.parse(readEntry(code)) as CatalogEntry)
  const wordsOf = (locale: Locale) =>
    remembering((code) => JSON.parse((readWords(code, locale) ?? readWords(code, 'en')) as string) as EntryWords)
  const words = { en: wordsOf('en'), 'zh-CN': wordsOf('zh-CN') }
  const allEntries = remembering(() => codes.map(entryOf))
  return {
    digest,
    codes,
    aliases,
    signatures,
    get searchIndex() {
      return readSearchIndex()
    },
    get scanPlan() {
      return readScanPlan()
    },
    get entries() {
      return allEntries('')
    },
    get inferable() {
      return inferable.map(entryOf)
    },
    entry: (code) => (known.has(code) ? entryOf(code) : undefined),
    words(code, locale) {
      if (!known.has(code)) throw new Error(`The catalog has no entry ${code}`)
      return words[locale](code)
    },
    originOf,
  }
}

function remembering<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(key)
    made.set(key, value)
    return value
  }
}

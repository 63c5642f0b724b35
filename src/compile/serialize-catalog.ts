/** The compiled catalog as files: an index to load whole, and words of which one entry is read without the others. */
import { type CatalogEntry, type EntryWords, LOCALES, type Locale } from '../catalog/entry.js'
import type { CompiledCatalog } from './compile-catalog.js'

export interface CatalogFiles {
  readonly 'index.json': string
  /** One JSON object (EntryWords) an entry, one a line, in the order of the index. */
  readonly 'en.json': string
  readonly 'zh-CN.json': string
  /** All of it as a module, for the library and the page. */
  readonly 'built-in.js': string
}

/** What index.json holds. */
export interface CatalogIndex {
  /** `sha256:` and 64 hexadecimal digits over entries and words. */
  readonly digest: string
  /** Sorted by code. */
  readonly entries: readonly CatalogEntry[]
  /** Where an entry's words stand in the file of each language: byte offset and length in UTF-8. */
  readonly words: Readonly<Record<Locale, WordPlaces>>
}

type WordPlaces = Readonly<Record<string, readonly [byteOffset: number, byteLength: number]>>

/**
 * Writes a catalog as text; the same catalog always gives the same bytes.
 *
 * @param sha256 the hash of a text's UTF-8 bytes, as 64 hexadecimal digits
 */
export function serializeCatalog(
  { entries, words }: CompiledCatalog,
  sha256: (text: string) => string,
): { readonly digest: string; readonly files: CatalogFiles } {
  const files = { en: serializeWords(words.en), 'zh-CN': serializeWords(words['zh-CN']) }
  const digest = `sha256:${sha256([JSON.stringify(entries), ...LOCALES.map((locale) => files[locale].text)].join('\n'))}`
  const index: CatalogIndex = { digest, entries, words: { en: files.en.places, 'zh-CN': files['zh-CN'].places } }
  return {
    digest,
    files: {
      'index.json': `${JSON.stringify(index)}\n`,
      'en.json': files.en.text,
      'zh-CN.json': files['zh-CN'].text,
      'built-in.js': moduleText({ digest, entries }, words),
    },
  }
}

/** Words stay JSON texts there: of most entries they are never parsed. */
function moduleText(data: Pick<CatalogIndex, 'digest' | 'entries'>, words: CompiledCatalog['words']): string {
  const texts = (locale: Locale) => Object.fromEntries([...words[locale]].map(([code, entryWords]) => [code, JSON.stringify(entryWords)]))
  const wordTexts = Object.fromEntries(LOCALES.map((locale) => [locale, texts(locale)]))
  return `export const data = ${JSON.stringify(data)}\nexport const words = ${JSON.stringify(wordTexts)}\n`
}

function serializeWords(words: ReadonlyMap<string, EntryWords>): { readonly text: string; readonly places: WordPlaces } {
  const utf8 = new TextEncoder()
  const places: Record<string, readonly [number, number]> = {}
  const lines: string[] = []
  let byteOffset = 0
  for (const [code, entryWords] of words) {
    const line = JSON.stringify(entryWords)
    const byteLength = utf8.encode(line).length
    places[code] = [byteOffset, byteLength]
    lines.push(`${line}\n`)
    byteOffset += byteLength + 1
  }
  return { text: lines.join(''), places }
}

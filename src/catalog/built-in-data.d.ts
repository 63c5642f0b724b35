/** The shape of dist/catalog/built-in-data.js, which the build writes from the compiled catalog and imports in this file's place. */
import type { Locale } from './entry.js'
import type { CatalogSource } from './open-catalog.js'

type JsonTexts = Readonly<Record<string, string>>

export declare const data: Pick<CatalogSource, 'digest' | 'codes' | 'aliases' | 'inferable'> & {
  /** The JSON text of each entry, by code; of most of them it is never parsed. */
  readonly entries: JsonTexts
  /** The JSON text of each entry's words, by code. */
  readonly words: Readonly<Record<Locale, JsonTexts>>
}

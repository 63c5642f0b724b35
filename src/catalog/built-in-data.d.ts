/** The shape of dist/catalog/built-in.js, which the build writes from the compiled catalog and imports in this file's place. */
import type { Locale } from './entry.js'
import type { CatalogData } from './open-catalog.js'

export declare const data: CatalogData
/** The JSON text of each entry's words, by code. */
export declare const words: Readonly<Record<Locale, Readonly<Record<string, string>>>>

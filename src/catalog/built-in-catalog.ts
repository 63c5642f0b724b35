import { data } from './built-in-data.js'
import type { Catalog } from './entry.js'
import { openCatalog } from './open-catalog.js'

/** The catalog that ships with the package, held in memory: for the library and the page. */
export const builtInCatalog: Catalog = openCatalog({
  ...data,
  signatures: null,
  readSearchIndex: () => null,
  readScanPlan: () => null,
  readEntry: (code) => data.entries[code] as string,
  readWords: (code, locale) => data.words[locale][code] ?? null,
})

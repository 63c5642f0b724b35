import type { Catalog } from '../catalog/entry.js'
import { openCatalog } from '../catalog/open-catalog.js'
import type { CompiledCatalog } from './compile-catalog.js'

/** The compiled catalog in memory as the program uses it: for running its examples, and for laying it over another. */
export function openCompiled({ entries, words }: CompiledCatalog, digest: string): Catalog {
  return openCatalog({ digest, entries }, (code, locale) => {
    const entryWords = words[locale].get(code)
    return entryWords === undefined ? null : JSON.stringify(entryWords)
  })
}

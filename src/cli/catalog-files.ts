import { openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalog, Locale } from '../catalog/entry.js'
import { type CatalogData, openCatalog } from '../catalog/open-catalog.js'

/** index.json: the entries, and where in each language's file the words of a code lie: first byte, length in bytes. */
interface CatalogIndex extends CatalogData {
  readonly words: Readonly<Record<Locale, Readonly<Record<string, readonly [number, number]>>>>
}

/**
 * Opens a compiled catalog on disk. The words stay there until they are asked for, and are read at their offsets:
 * parsing all of them would cost a tenth of the start-up time.
 *
 * @param folder holding index.json and a file of words for each language.
 */
export function openCatalogFiles(folder: string): Catalog {
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as CatalogIndex
  const descriptors = new Map<Locale, number>()
  return openCatalog(index, (code, locale) => {
    const place = index.words[locale][code]
    if (place === undefined) return null
    let descriptor = descriptors.get(locale)
    if (descriptor === undefined) {
      descriptor = openSync(join(folder, `${locale}.json`), 'r')
      descriptors.set(locale, descriptor)
    }
    const [offset, byteLength] = place
    const bytes = Buffer.allocUnsafe(byteLength)
    readSync(descriptor, bytes, 0, byteLength, offset)
    return bytes.toString('utf8')
  })
}

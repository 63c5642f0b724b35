import { openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalog, Locale } from '../catalog/entry.js'
import { openCatalog } from '../catalog/open-catalog.js'
import type { CatalogIndex } from '../compile/serialize-catalog.js'

/**
 * Opens a compiled catalog on disk. Entries and words stay there until they are asked for, and are read at their
 * offsets: parsing all of them would cost more than the rest of a start.
 *
 * @param folder holding index.json, signatures.bin, search.bin, scan.bin, entries.json, and a file of words for each language.
 */
export function openCatalogFiles(folder: string): Catalog {
  const { digest, codes, aliases, inferable, entries, words } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as CatalogIndex
  const lineOf = new Map(codes.map((code, line) => [code, line]))
  const readLine = (file: string, lengths: readonly number[]) => {
    const read = lineReader(join(folder, file), lengths)
    return (code: string) => read(lineOf.get(code) as number)
  }
  const wordLines: Record<Locale, (code: string) => string> = {
    en: readLine('en.json', words.en),
    'zh-CN': readLine('zh-CN.json', words['zh-CN']),
  }
  return openCatalog({
    ...{ digest, codes, aliases, inferable },
    signatures: readFileSync(join(folder, 'signatures.bin')),
    readSearchIndex: () => readFileSync(join(folder, 'search.bin')),
    readScanPlan: () => readFileSync(join(folder, 'scan.bin')),
    readEntry: readLine('entries.json', entries),
    readWords: (code, locale) => wordLines[locale](code) || null,
  })
}

/** Reads single lines of a file whose lines have these lengths, in bytes with the line's end. */
function lineReader(path: string, lengths: readonly number[]): (line: number) => string {
  let descriptor: number | undefined
  return (line) => {
    descriptor ??= openSync(path, 'r')
    const offset = lengths.slice(0, line).reduce((sum, length) => sum + length, 0)
    const bytes = Buffer.allocUnsafe((lengths[line] as number) - 1)
    readSync(descriptor, bytes, 0, bytes.length, offset)
    return bytes.toString('utf8')
  }
}

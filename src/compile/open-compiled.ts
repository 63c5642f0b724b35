import { aliasesOf } from '../catalog/aliases.js'
import type { Catalog } from '../catalog/entry.js'
import { openCatalog } from '../catalog/open-catalog.js'
import type { CompiledCatalog } from './compile-catalog.js'

/**
 * The compiled catalog in memory as the program uses it: for running its examples, and for laying it over another.
 *
 * @param root the folder of its pages, where it is not the one that ships
 */
export function openCompiled({ entries, words }: CompiledCatalog, digest: string, root?: string): Catalog {
  const byCode = new Map(entries.map((entry) => [entry.code, JSON.stringify(entry)]))
  return openCatalog({
    digest,
    codes: entries.map(({ code }) => code),
    aliases: aliasesOf(entries),
    inferable: inferableCodes(entries),
    signatures: null,
    readSearchIndex: () => null,
    readScanPlan: () => null,
    readEntry: (code) => byCode.get(code) as string,
    readWords(code, locale) {
      const entryWords = words[locale].get(code)
      return entryWords === undefined ? null : JSON.stringify(entryWords)
    },
    originOf(code) {
      const entry = root === undefined ? undefined : entries.find((candidate) => candidate.code === code)
      return entry ? `${root}/${entry.group}/${code}.md` : null
    },
  })
}

export function inferableCodes(entries: CompiledCatalog['entries']): string[] {
  return entries.filter(({ foundWhen }) => foundWhen.length > 0).map(({ code }) => code)
}

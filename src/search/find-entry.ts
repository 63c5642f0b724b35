import type { Catalog, CatalogEntry } from '../catalog/entry.js'
import { codeKey, codeWords } from './code-key.js'
import { nearest } from './edit-distance.js'

/** What a name stands for: one entry, or those it may be meant for (likeliest first; none where it resembles nothing). */
export type EntryLookUp =
  | { readonly kind: 'found'; readonly entry: CatalogEntry; readonly by: 'code' | 'alias' | 'beginning' }
  | { readonly kind: 'near'; readonly entries: readonly CatalogEntry[] }

/** Finds the entry of a code in any spelling: any case and separators, an alias, an unambiguous beginning, a help link. */
export function findEntry(name: string, catalog: Catalog): EntryLookUp {
  const key = codeKey(name)
  if (key === '') return { kind: 'near', entries: [] }
  const byCode = catalog.entries.find((entry) => codeKey(entry.code) === key)
  if (byCode !== undefined) return { kind: 'found', entry: byCode, by: 'code' }
  const byAlias = catalog.entries.find((entry) => entry.aliases.some((alias) => codeKey(alias) === key))
  if (byAlias !== undefined) return { kind: 'found', entry: byAlias, by: 'alias' }
  // CMK for CMK_ERROR, even where a longer code begins the same way.
  const beginning =
    catalog.entries.find((entry) => codeKey(entry.code) === `${key}ERROR`) ??
    only(catalog.entries.filter((entry) => codeKey(entry.code).startsWith(key)))
  if (beginning !== undefined) return { kind: 'found', entry: beginning, by: 'beginning' }
  return { kind: 'near', entries: nearEntries(name, key, catalog.entries) }
}

function nearEntries(name: string, key: string, entries: readonly CatalogEntry[]): readonly CatalogEntry[] {
  const sameBeginning = entries.filter((entry) => beginsWith(entry, key))
  if (sameBeginning.length > 0) return sameBeginning
  const words = codeWords(name)
  const sameWords = entries.filter((entry) => {
    const own = codeWords(entry.code)
    return words.every((word) => own.includes(word))
  })
  return sameWords.length > 0 ? sameWords : nearest(key, entries, spellings)
}

function beginsWith(entry: CatalogEntry, key: string): boolean {
  return codeKey(entry.code).startsWith(key) || entry.aliases.some((alias) => codeKey(alias).startsWith(key))
}

function spellings(entry: CatalogEntry): string[] {
  return [entry.code, ...entry.aliases].map(codeKey).flatMap((key) => [key, key.replace(/ERROR$/, '')])
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined
}

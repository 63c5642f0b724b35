import type { Catalog, CatalogEntry } from '../catalog/entry.js'
import { codeKey, codeWords } from './code-key.js'
import { nearest } from './edit-distance.js'

/** What a name stands for: one entry, or those it may be meant for (likeliest first; none where it resembles nothing). */
export type EntryLookUp =
  | { readonly kind: 'found'; readonly entry: CatalogEntry; readonly by: 'code' | 'alias' | 'beginning' }
  | { readonly kind: 'near'; readonly entries: readonly CatalogEntry[] }

export type NamedEntry = Extract<EntryLookUp, { readonly kind: 'found' }>

/** Finds the entry of a code in any spelling: any case and separators, an alias, an unambiguous beginning, a help link. */
export function findEntry(name: string, catalog: Catalog): EntryLookUp {
  const named = entryNamed(name, catalog)
  if (named !== undefined) return named
  const near = nearCodes(name, codeKey(name), namesOf(catalog))
  return { kind: 'near', entries: near.flatMap((code) => catalog.entry(code) ?? []) }
}

/** The entry that a name stands for; undefined where it could be meant for several, or for none. */
export function entryNamed(name: string, catalog: Catalog): NamedEntry | undefined {
  const key = codeKey(name)
  if (key === '') return undefined
  const found = (code: string, by: NamedEntry['by']): NamedEntry => ({ kind: 'found', entry: catalog.entry(code) as CatalogEntry, by })
  const byCode = catalog.codes.find((code) => codeKey(code) === key)
  if (byCode !== undefined) return found(byCode, 'code')
  const byAlias = catalog.aliases.find(([alias]) => codeKey(alias) === key)
  if (byAlias !== undefined) return found(byAlias[1], 'alias')
  // CMK for CMK_ERROR, even where a longer code begins the same way.
  const beginning =
    catalog.codes.find((code) => codeKey(code) === `${key}ERROR`) ?? only(catalog.codes.filter((code) => codeKey(code).startsWith(key)))
  return beginning === undefined ? undefined : found(beginning, 'beginning')
}

/** A code, with all names of its entry. */
interface Names {
  readonly code: string
  readonly keys: readonly string[]
}

function namesOf({ codes, aliases }: Catalog): Names[] {
  const keysByCode = new Map(codes.map((code) => [code, [codeKey(code)]]))
  for (const [alias, code] of aliases) keysByCode.get(code)?.push(codeKey(alias))
  return [...keysByCode].map(([code, keys]) => ({ code, keys }))
}

function nearCodes(name: string, key: string, names: readonly Names[]): string[] {
  if (key === '') return []
  const sameBeginning = names.filter(({ keys }) => keys.some((own) => own.startsWith(key)))
  if (sameBeginning.length > 0) return codesOf(sameBeginning)
  if (/^\d+$/.test(key)) return []
  const words = codeWords(name)
  const sameWords = names.filter(({ code }) => {
    const own = codeWords(code)
    return words.every((word) => own.includes(word))
  })
  return codesOf(
    sameWords.length > 0 ? sameWords : nearest(key, names, ({ keys }) => keys.flatMap((own) => [own, own.replace(/ERROR$/, '')])),
  )
}

function codesOf(names: readonly Names[]): string[] {
  return names.map(({ code }) => code)
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined
}

/** What to offer where nothing was found. */
import Fuse from 'fuse.js'
import type { Catalog, CatalogEntry } from '../catalog/entry.js'
import { codeWords } from './code-key.js'
import { scoreEntries } from './rank-words.js'
import type { ReadQuery } from './read-query.js'
import type { SearchIndex } from './search-index.js'

const MOST_OFFERED = 3
/** An entry that answers so much of the query is worth offering, though it is no result. */
const LEAST_COVERAGE = 0.15
/** fuse.js: 0 takes exact words alone, 1 anything. */
const FUZZINESS = 0.45

/** The entries that answer a part of the query, then those whose code or alias looks like it; few, or none. */
export function nearestCodes(query: string, read: ReadQuery, index: SearchIndex, catalog: Catalog): CatalogEntry[] {
  const { gains, coverages } = scoreEntries(read, index)
  const byWords = [...gains.keys()]
    .filter((at) => (coverages[at] as number) >= LEAST_COVERAGE)
    .sort((one, other) => (gains[other] as number) - (gains[one] as number))
    .flatMap((at) => catalog.entry(catalog.codes[at] as string) ?? [])
  if (byWords.length > 0) return byWords.slice(0, MOST_OFFERED)
  const names = catalog.entries.flatMap((entry) =>
    [entry.code, ...entry.aliases].map((name) => ({ entry, name: codeWords(name).join(' ') })),
  )
  const fuse = new Fuse(names, { keys: ['name'], threshold: FUZZINESS, ignoreLocation: true })
  const alike = fuse.search(codeWords(query).join(' ').slice(0, 32)).map(({ item }) => item.entry)
  return [...new Set(alike)].slice(0, MOST_OFFERED)
}

import type { Catalog, CatalogEntry } from './entry.js'

export function aliasesOf(entries: readonly CatalogEntry[]): Catalog['aliases'] {
  return entries.flatMap(({ code, aliases }) => aliases.map((alias) => [alias, code] as const))
}

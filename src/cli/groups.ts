import type { Catalog, CatalogEntry } from '../catalog/entry.js'
import { compareGroups } from '../catalog/groups.js'
import { nearest } from '../search/edit-distance.js'
import { compareText } from '../text/compare-text.js'
import type { Messages } from './messages.js'
import { printable } from './printable.js'
import { UsageError } from './usage-error.js'

/** @throws UsageError for a group that the catalog does not have, with those that it has. */
export function checkGroup(group: string | undefined, catalog: Catalog, messages: Messages): void {
  if (group === undefined) return
  const groups = [...new Set(catalog.entries.map((entry) => entry.group))].sort()
  if (groups.includes(group)) return
  const [near] = nearest(group, groups, (candidate) => [candidate])
  throw new UsageError(messages.noSuchGroup(printable(group), near ?? null, groups))
}

/** All entries, or those of one group, under their groups. */
export function entriesByGroup(catalog: Catalog, group: string | undefined): CatalogEntry[] {
  return catalog.entries
    .filter((entry) => group === undefined || entry.group === group)
    .sort((one, other) => compareGroups(one.group, other.group) || compareText(one.code, other.code))
}

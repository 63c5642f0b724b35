/** The groups of the catalog that the program knows by name. Any other folder of pages is a group, too. */
import type { RunKind } from './entry.js'

/** The codes that `az acr check-health` prints: they count bare, and stand first where entries are listed. */
export const PRINTED_CODES = 'check-health'

/** What a run is of, where nothing tells but an entry of this group. */
export const runKindsByGroup: Readonly<Record<string, RunKind>> = {
  'docker-client': 'docker',
  kubernetes: 'kubernetes',
  'helm-oci': 'helm',
  'tasks-build': 'task',
}

/** The order of groups, for sorting. */
export function compareGroups(one: string, other: string): number {
  return Number(other === PRINTED_CODES) - Number(one === PRINTED_CODES) || (one < other ? -1 : one > other ? 1 : 0)
}

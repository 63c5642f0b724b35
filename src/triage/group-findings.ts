/** Root causes by registry: each with all that followed from it. */
import type { CatalogEntry } from '../catalog/entry.js'
import type { FindingDigest } from './digest.js'
import { earliest, latestOf } from './digest-log.js'
import type { PlacedFinding } from './merge-digests.js'
import type { FindingGroup } from './triage.js'

/**
 * @param byFinding the findings of all inputs, those of one code and registry together
 * @returns one group for each that is, in some input, nobody's consequence; the largest first
 */
export function groupFindings(
  byFinding: readonly (readonly PlacedFinding[])[],
  all: readonly PlacedFinding[],
  entryOf: (code: string) => CatalogEntry,
): FindingGroup[] {
  const followers = followersByCause(all)
  return byFinding
    .map((group) => group.filter(({ finding }) => finding.consequenceOf === null))
    .filter((own) => own.length > 0)
    .map((own) => toGroup(own, followers, entryOf))
    .sort((a, b) => b.count - a.count || b.inputs.length - a.inputs.length || compareNames(a, b))
}

function toGroup(
  own: readonly PlacedFinding[],
  followers: ReadonlyMap<string, readonly FindingDigest[]>,
  entryOf: (code: string) => CatalogEntry,
): FindingGroup {
  const { code, registry } = (own[0] as PlacedFinding).finding
  const findings = own.map(({ finding }) => finding)
  const followersOf = (input: number) => (followers.get(`${input} ${code}`) ?? []).filter((one) => concernOne(one.registry, registry))
  return {
    code,
    registry,
    severity: entryOf(code).severity,
    state: findings.some(({ state }) => state === 'open') ? 'open' : 'cleared',
    count: findings.reduce((sum, { count }) => sum + count, 0),
    inputs: [...new Set(own.map(({ input }) => input))],
    firstSeen: earliest(findings.flatMap(({ firstSeen }) => firstSeen ?? [])) ?? null,
    lastSeen: latestOf(findings.flatMap(({ lastSeen }) => lastSeen ?? [])) ?? null,
    consequences: [...new Set(own.flatMap(({ input }) => followersOf(input).map((follower) => follower.code)))],
  }
}

function concernOne(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b
}

/** What followed from a code in an input. */
function followersByCause(all: readonly PlacedFinding[]): Map<string, FindingDigest[]> {
  const followers = new Map<string, FindingDigest[]>()
  for (const { input, finding } of all) {
    if (finding.consequenceOf === null) continue
    const key = `${input} ${finding.consequenceOf}`
    followers.set(key, [...(followers.get(key) ?? []), finding])
  }
  return followers
}

function compareNames(a: FindingGroup, b: FindingGroup): number {
  const [left, right] = [`${a.code} ${a.registry ?? ''}`, `${b.code} ${b.registry ?? ''}`]
  return left < right ? -1 : left > right ? 1 : 0
}

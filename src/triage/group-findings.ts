/** Root causes by registry: each with all that followed from it. */
import type { CatalogEntry } from '../catalog/entry.js'
import { groupBy } from '../diagnose/group-by.js'
import { compareText } from '../text/compare-text.js'
import { TraitFinder } from './common-traits.js'
import type { InputDigest } from './digest.js'
import { firstOf } from './digest-log.js'
import type { EpisodeFollower } from './follow-episodes.js'
import type { PlacedFinding } from './merge-digests.js'
import { seenInAny } from './seen.js'
import { addTimes } from './time-counts.js'
import type { FindingGroup } from './triage.js'

const MOST_HOSTS = 200
const MOST_EPISODES = 100

/**
 * @param byFinding the findings of all inputs, those of one code and registry together
 * @returns one group for each that is, in some input, nobody's consequence; the largest first
 */
export function groupFindings(
  byFinding: readonly (readonly PlacedFinding[])[],
  digests: readonly InputDigest[],
  entryOf: (code: string) => CatalogEntry,
  follower: EpisodeFollower,
): FindingGroup[] {
  const consequences = groupBy(byFinding.flat(), ({ input, finding }) => causeKey(input, finding.consequenceOf))
  const setting = { entryOf, follower, consequences, traits: new TraitFinder(digests) }
  return byFinding
    .map((group) => group.filter(({ finding }) => finding.consequenceOf === null))
    .filter((own) => own.length > 0)
    .map((own) => toGroup(own, setting))
    .sort((a, b) => b.count - a.count || b.inputs.length - a.inputs.length || compareNames(a, b))
}

interface Setting {
  readonly entryOf: (code: string) => CatalogEntry
  readonly follower: EpisodeFollower
  /** By `causeKey` of what each follows from. */
  readonly consequences: ReadonlyMap<string, readonly PlacedFinding[]>
  readonly traits: TraitFinder
}

function toGroup(own: readonly PlacedFinding[], { entryOf, follower, consequences, traits }: Setting): FindingGroup {
  const { code, registry } = (own[0] as PlacedFinding).finding
  const findings = own.map(({ finding }) => finding)
  const inputs = [...new Set(own.map(({ input }) => input))]
  const consequencesIn = (input: number) =>
    (consequences.get(causeKey(input, code)) ?? []).filter(({ finding }) => concernOne(finding.registry, registry))
  const { episodes } = follower.follow(own)
  return {
    code,
    registry,
    severity: entryOf(code).severity,
    state: findings.some(({ state }) => state === 'open') ? 'open' : 'cleared',
    count: findings.reduce((sum, { count }) => sum + count, 0),
    inputs,
    ...seenInAny(findings),
    consequences: [...new Set(own.flatMap(({ input }) => consequencesIn(input).map(({ finding }) => finding.code)))],
    hosts: firstOf(findings.flatMap(({ hosts }) => hosts).sort(), MOST_HOSTS),
    episodes: episodes.slice(0, MOST_EPISODES),
    episodeCount: episodes.length,
    // That the inputs of a registry's failure name the registry goes without saying.
    traits: traits.traitsOf(inputs, (kind) => kind === 'loginServer' && registry !== null),
    times: addTimes(findings.map(({ times }) => times)),
  }
}

function concernOne(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b
}

/** @param code null for what follows from nothing */
function causeKey(input: number, code: string | null): string {
  return `${input} ${code}`
}

function compareNames(a: FindingGroup, b: FindingGroup): number {
  return compareText(`${a.code} ${a.registry ?? ''}`, `${b.code} ${b.registry ?? ''}`)
}

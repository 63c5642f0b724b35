/** Digests of many inputs → one picture: findings over all of them, groups of root causes, and what stays unexplained. */
import { type Catalog, type CatalogEntry, ENTRY_SEVERITIES } from '../catalog/entry.js'
import type { DiagnosedRun, Diagnosis } from '../diagnose/diagnosis.js'
import { groupBy } from '../diagnose/group-by.js'
import { verdictOf } from '../diagnose/verdict.js'
import { compareText } from '../text/compare-text.js'
import { addLineCounts, type FindingDigest, type InputDigest } from './digest.js'
import { EpisodeFollower } from './follow-episodes.js'
import { groupFindings } from './group-findings.js'
import { mergeCauses, mergeFacts } from './merge-findings.js'
import { rankUnexplained } from './rank-unexplained.js'
import { seenInAny } from './seen.js'
import type { QuotedPlace, Triage, TriagedFinding } from './triage.js'

/** A finding of one input, and that input's id. */
export interface PlacedFinding {
  readonly input: number
  readonly finding: FindingDigest
}

/** @param digests in the order of the report; an input's id is its place among them */
export function mergeDigests(digests: readonly InputDigest[], catalog: Catalog, excludedCount = 0): Triage {
  const { runs, firstIds } = numberRuns(digests)
  const placed = digests.flatMap(({ findings }, input) => findings.map((finding): PlacedFinding => ({ input, finding })))
  const entryOf = (code: string) => catalog.entry(code) as CatalogEntry
  const follower = new EpisodeFollower(digests, entryOf)
  const byKey = groupBy(placed, ({ finding }) => `${finding.code} ${finding.registry ?? ''}`)
  const groups = [...byKey.values()].map((group) => settle(group, follower))
  return {
    verdict: verdictOver(digests, groups.flat(), entryOf),
    inputs: digests,
    excludedCount,
    runs,
    findings: groups.map((group) => mergeFindings(group, entryOf, firstIds)).sort(compareFindings),
    groups: groupFindings(groups, digests, entryOf, follower),
    lineCounts: addLineCounts(digests),
    unexplained: rankUnexplained(digests),
  }
}

function numberRuns(digests: readonly InputDigest[]): { runs: DiagnosedRun[]; firstIds: number[] } {
  const firstIds: number[] = []
  const runs: DiagnosedRun[] = []
  digests.forEach((digest, input) => {
    firstIds.push(runs.length)
    for (const { triedAt: _triedAt, succeededAt: _succeededAt, ...run } of digest.runs) runs.push({ ...run, input, id: runs.length })
  })
  return { runs, firstIds }
}

/** Findings of one code and registry, those cleared that are over in a later part of the same log. */
function settle(group: readonly PlacedFinding[], follower: EpisodeFollower): PlacedFinding[] {
  const { cleared } = follower.follow(group)
  return group.map(({ input, finding }) => ({ input, finding: cleared.has(finding) ? { ...finding, state: 'cleared' } : finding }))
}

/** The gravest first. */
const verdicts = ['failing', 'warnings', 'healthy'] as const

/** The gravest of the inputs' verdicts; that of an input looks at what is open still. */
function verdictOver(
  digests: readonly InputDigest[],
  placed: readonly PlacedFinding[],
  entryOf: (code: string) => CatalogEntry,
): Diagnosis['verdict'] {
  const byInput = groupBy(placed, ({ input }) => input)
  const present = new Set(
    digests.map((digest, input) => {
      const findings = (byInput.get(input) ?? []).map(({ finding }) => finding)
      const isAsItWas = findings.every((finding) => digest.findings.includes(finding))
      if (isAsItWas) return digest.verdict
      return verdictOf(
        findings.map(({ state, code }) => ({ state, entry: entryOf(code) })),
        digest.runs,
      )
    }),
  )
  return verdicts.find((verdict) => present.has(verdict)) ?? 'inconclusive'
}

const MOST_EVIDENCE = 20

function mergeFindings(
  group: readonly PlacedFinding[],
  entryOf: (code: string) => CatalogEntry,
  firstRunIds: readonly number[],
): TriagedFinding {
  const [first] = group as [PlacedFinding]
  const findings = group.map(({ finding }) => finding)
  const roles = new Set(findings.map(({ role }) => role))
  const isOwn = roles.has('root-cause') || roles.has('independent')
  return {
    entry: entryOf(first.finding.code),
    registry: first.finding.registry,
    role: roles.has('root-cause') ? 'root-cause' : roles.has('independent') ? 'independent' : 'consequence',
    consequenceOf: isOwn ? null : first.finding.consequenceOf,
    state: findings.some(({ state }) => state === 'open') ? 'open' : 'cleared',
    runs: group.flatMap(({ input, finding }) => finding.runs.map((id) => (firstRunIds[input] as number) + id)),
    count: findings.reduce((sum, { count }) => sum + count, 0),
    facts: mergeFacts(findings.map(({ facts }) => facts)),
    knownFacts: mergeFacts(findings.map(({ knownFacts }) => knownFacts)),
    causes: mergeCauses(group.map(placeCauses)),
    release: findings.map(({ release }) => release).find((release) => release !== null) ?? null,
    inputs: [...new Set(group.map(({ input }) => input))],
    evidence: sampleEvidence(group),
    ...seenInAny(findings),
  }
}

/** Within a digest its own input is the only one. */
function placeCauses({ input, finding }: PlacedFinding): FindingDigest {
  const causes = finding.causes.map((cause) => ({
    ...cause,
    because: cause.because.map((reason) => ('place' in reason && reason.place ? { ...reason, place: { ...reason.place, input } } : reason)),
  }))
  return { ...finding, causes }
}

/** The first lines of every input, then, where there is room, the others. */
function sampleEvidence(group: readonly PlacedFinding[]): QuotedPlace[] {
  const lines = group.flatMap(({ input, finding }) => finding.evidence.map((line, rank) => ({ ...line, input, rank })))
  return lines
    .sort((a, b) => a.rank - b.rank || a.input - b.input)
    .slice(0, MOST_EVIDENCE)
    .map(({ rank: _rank, ...place }) => place)
}

function compareFindings(a: TriagedFinding, b: TriagedFinding): number {
  return (
    Number(a.state === 'cleared') - Number(b.state === 'cleared') ||
    Number(a.role === 'consequence') - Number(b.role === 'consequence') ||
    ENTRY_SEVERITIES.indexOf(a.entry.severity) - ENTRY_SEVERITIES.indexOf(b.entry.severity) ||
    b.inputs.length - a.inputs.length ||
    b.count - a.count ||
    compareText(a.entry.code, b.entry.code) ||
    compareText(a.registry ?? '', b.registry ?? '')
  )
}

/** Digests of the parts of one input, in order → the digest of the whole. */
import type { Catalog, CatalogEntry } from '../catalog/entry.js'
import { groupBy } from '../diagnose/group-by.js'
import { findRoots, isCleared, type LinkableFinding } from '../diagnose/link-findings.js'
import { orderFindings } from '../diagnose/order-findings.js'
import { verdictOf } from '../diagnose/verdict.js'
import type { ReadAs } from '../text/decode.js'
import {
  addLineCounts,
  type FindingDigest,
  type InputDigest,
  MOST_HOSTS,
  MOST_QUOTED,
  MOST_UNEXPLAINED,
  type QuotedLine,
  type RunDigest,
  type UnexplainedDigest,
} from './digest.js'
import { firstOf } from './digest-log.js'
import { mergeCauses, mergeFacts } from './merge-findings.js'
import { seenInAny } from './seen.js'
import { addTimes } from './time-counts.js'

/** Runs kept at an input's beginning and at its end: what a success at the end has cleared is still known. */
const MOST_RUNS = 5000

/** @param parts one at least; line numbers are those of the whole input */
export function joinDigests(parts: readonly InputDigest[], catalog: Catalog): InputDigest {
  const [first] = parts as [InputDigest]
  if (parts.length === 1) return first
  const firstIds = parts.map((_, index) => parts.slice(0, index).reduce((sum, { runs }) => sum + runs.length, 0))
  const runs = parts.flatMap((part, index) => part.runs.map((run): RunDigest => ({ ...run, id: run.id + (firstIds[index] as number) })))
  const findings = parts.flatMap((part, index) =>
    part.findings.map((finding) => renumber(finding, (id) => id + (firstIds[index] as number))),
  )
  const judged = judge(joinFindings(findings), runs, catalog)
  return {
    ...first,
    verdict: verdictOf(judged, runs),
    byteLength: sum(parts, ({ byteLength }) => byteLength),
    lineCount: sum(parts, ({ lineCount }) => lineCount),
    ...readAsOf(parts),
    problem: parts.find(({ problem }) => problem !== null)?.problem ?? null,
    runs,
    findings: judged.map(({ entry: _entry, sightings: _sightings, ...finding }) => ({
      ...finding,
      evidence: withoutInput(finding.evidence),
    })),
    lineCounts: addLineCounts(parts),
    unexplained: joinUnexplained(parts.flatMap(({ unexplained }) => unexplained)),
    hosts: firstOf(
      parts.flatMap(({ hosts }) => hosts),
      MOST_HOSTS,
    ),
  }
}

/** Which input a line stands in is for those to say who have several. */
function withoutInput(evidence: Judged['evidence']): QuotedLine[] {
  return evidence.map(({ input: _input, ...line }) => line)
}

/** Parts in plain ASCII say nothing of the encoding. */
function readAsOf(parts: readonly InputDigest[]): ReadAs {
  const { encoding, isGuess } = parts.find((part) => part.encoding !== 'utf-8') ?? (parts[0] as InputDigest)
  return { encoding, isGuess }
}

/** @param newId undefined where the run was left out */
function renumber(finding: FindingDigest, newId: (id: number) => number | undefined): FindingDigest {
  return {
    ...finding,
    runs: finding.runs.flatMap((id) => newId(id) ?? []),
    spells: finding.spells.flatMap((spell) => {
      const run = spell.run === null ? null : newId(spell.run)
      return run === undefined ? [] : [{ ...spell, run }]
    }),
  }
}

function sum(parts: readonly InputDigest[], of: (part: InputDigest) => number): number {
  return parts.reduce((total, part) => total + of(part), 0)
}

/** All of one entry for one registry together; what names no registry belongs with the only one that is named. */
function joinFindings(findings: readonly FindingDigest[]): FindingDigest[] {
  const byCode = groupBy(findings, ({ code }) => code)
  const groups = [...byCode.values()].flatMap((sameCode) => {
    const named = new Set(sameCode.flatMap(({ registry }) => registry ?? []))
    const only = named.size === 1 ? [...named][0] : undefined
    return [...groupBy(sameCode, ({ registry }) => registry ?? only ?? '').values()]
  })
  return groups.map(joinGroup)
}

function joinGroup(group: readonly FindingDigest[]): FindingDigest {
  const [first] = group as [FindingDigest]
  const registry = group.find((finding) => finding.registry)?.registry ?? null
  return {
    ...first,
    registry,
    runs: [...new Set(group.flatMap(({ runs }) => runs))].sort((a, b) => a - b),
    count: group.reduce((total, { count }) => total + count, 0),
    facts: mergeFacts(group.map(({ facts }) => facts)),
    knownFacts: mergeFacts(group.map(({ knownFacts }) => knownFacts)),
    causes: mergeCauses(group),
    evidence: group.flatMap(({ evidence }) => evidence).slice(0, MOST_QUOTED),
    ...seenInAny(group),
    spells: group.flatMap(({ spells }) => spells).sort((a, b) => a.firstLine - b.firstLine),
    times: addTimes(group.map(({ times }) => times)),
    hosts: firstOf(
      group.flatMap(({ hosts }) => hosts),
      MOST_HOSTS,
    ),
  }
}

type Judged = Omit<FindingDigest, 'evidence'> &
  LinkableFinding & { readonly evidence: readonly (QuotedLine & { readonly input: number })[] }

/** What follows from what, and what is over, is asked again over the whole input. */
function judge(findings: readonly FindingDigest[], runs: readonly RunDigest[], catalog: Catalog): Judged[] {
  const linkable = findings.map((finding) => ({
    ...finding,
    entry: catalog.entry(finding.code) as CatalogEntry,
    evidence: finding.evidence.map((line) => ({ input: 0, ...line })),
    sightings: finding.spells.map(({ lastLine }) => ({ line: lastLine })),
  }))
  const roots = findRoots(linkable)
  const judged = linkable.map((finding, index): Judged => {
    const root = roots[index]
    const hasFollowers = roots.includes(finding)
    return {
      ...finding,
      role: root ? 'consequence' : hasFollowers ? 'root-cause' : 'independent',
      consequenceOf: root?.code ?? null,
      state: isCleared(finding, runs) ? 'cleared' : 'open',
    }
  })
  return orderFindings(judged)
}

export function joinUnexplained(lines: readonly UnexplainedDigest[]): UnexplainedDigest[] {
  const groups = [...groupBy(lines, ({ template }) => template).values()]
  return groups
    .map((group) => {
      const first = group.reduce((one, other) => (other.line < one.line ? other : one))
      return { ...first, count: group.reduce((total, { count }) => total + count, 0) }
    })
    .sort((a, b) => b.score - a.score || a.line - b.line)
    .slice(0, MOST_UNEXPLAINED)
}

/** The digest with the first and the last of its runs, where it has more than a report can carry; as it is where not. */
export function boundRuns(digest: InputDigest): InputDigest {
  if (digest.runs.length <= 2 * MOST_RUNS) return digest
  const kept = [...digest.runs.slice(0, MOST_RUNS), ...digest.runs.slice(-MOST_RUNS)]
  const newIds = new Map(kept.map(({ id }, index) => [id, index]))
  return {
    ...digest,
    runs: kept.map((run, id) => ({ ...run, id })),
    findings: digest.findings.map((finding) => renumber(finding, (id) => newIds.get(id))),
  }
}

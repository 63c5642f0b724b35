/** Matches and runs → diagnosis: findings with their causes weighed, grouped and ordered, and what stays unexplained. */
import type { Catalog } from '../catalog/entry.js'
import { accountLines } from './account-lines.js'
import { collectFindings } from './collect-findings.js'
import type { DiagnosedFinding, DiagnosedRun, Diagnosis, EvidencePlace, Finding, InputLog, LinePlace } from './diagnosis.js'
import { findInferred } from './find-inferred.js'
import { groupBy } from './group-by.js'
import { judgeRelease } from './judge-release.js'
import { findRoots, isCleared } from './link-findings.js'
import { numberRuns } from './number-runs.js'
import { orderFindings } from './order-findings.js'
import { findingsByRun, placeTexts, type Scene, setScene } from './scene.js'
import { verdictOf } from './verdict.js'
import { weighCauses } from './weigh-causes.js'

export function diagnose(logs: readonly InputLog[], catalog: Catalog): Diagnosis {
  const runs = numberRuns(logs)
  const texts = placeTexts(logs, runs)
  const matched = collectFindings(logs, runs)
  const found = [...matched, ...findInferred(catalog, runs, findingsByRun(matched), texts)]
  const roots = findRoots(found)
  const followers = groupBy(found.keys(), (index) => roots[index])
  const byRun = findingsByRun(found)
  const judged = found.map((finding, index) => {
    const relatives = {
      root: roots[index] ?? null,
      followers: (followers.get(finding) ?? []).map((follower) => found[follower] as Finding),
    }
    return judge(finding, relatives, runs, setScene(finding, runs, byRun, texts))
  })
  const findings = orderFindings(judged)
  const { counts, unexplained } = accountLines(
    logs,
    findings.flatMap(({ places, evidence }) => [...places, ...evidence]),
  )
  return { verdict: verdictOf(findings, runs), runs, findings, lineCounts: counts, unexplained }
}

/** What a finding follows from, and what follows from it. */
interface Relatives {
  readonly root: Finding | null
  readonly followers: readonly Finding[]
}

function judge(finding: Finding, { root, followers }: Relatives, runs: readonly DiagnosedRun[], scene: Scene): DiagnosedFinding {
  const causes = weighCauses(scene)
  return {
    ...finding,
    evidence: withCauseEvidence(finding, causes),
    role: root ? 'consequence' : followers.length > 0 ? 'root-cause' : 'independent',
    consequenceOf: root?.entry.code ?? null,
    state: isCleared(finding, runs) ? 'cleared' : 'open',
    causes,
    release: judgeRelease(finding, runs),
    knownFacts: knownFactsOf(finding, [...(root ? [root] : []), ...followers], scene.runs),
  }
}

/** The lines whose text makes a cause likely belong to what the finding rests on. */
function withCauseEvidence(finding: Finding, causes: DiagnosedFinding['causes']): EvidencePlace[] {
  const places = causes
    .filter(({ likelihood }) => likelihood !== 'ruled-out')
    .flatMap(({ because }) => because.flatMap((reason) => (reason.kind === 'text' ? (reason.place ?? []) : [])))
  const isKnown = (place: LinePlace, others: readonly LinePlace[]) =>
    others.some(({ input, line }) => input === place.input && line === place.line)
  const others = places.filter((place, index) => !isKnown(place, finding.evidence) && !isKnown(place, places.slice(0, index)))
  return [...finding.evidence, ...others]
}

/** Facts flow along a chain: the address that one line names goes into the command that another entry offers. */
function knownFactsOf(finding: Finding, relatives: readonly Finding[], runs: readonly DiagnosedRun[]): Record<string, string> {
  const facts: Record<string, string> = {}
  for (const { environment, registry, names } of runs.toReversed()) Object.assign(facts, names, registry ? { registry } : {}, environment)
  for (const relative of relatives.toReversed()) Object.assign(facts, relative.facts)
  return Object.assign(facts, finding.facts)
}

/** Matches and runs → diagnosis: findings with their causes weighed, grouped and ordered, and what stays unexplained. */
import type { Catalog } from '../catalog/entry.js'
import { accountLines } from './account-lines.js'
import { collectFindings } from './collect-findings.js'
import type { DiagnosedFinding, DiagnosedRun, Diagnosis, EvidencePlace, Finding, InputLog, LinePlace } from './diagnosis.js'
import { findInferred } from './find-inferred.js'
import { findRoots, isCleared } from './link-findings.js'
import { numberRuns } from './number-runs.js'
import { orderFindings } from './order-findings.js'
import { verdictOf } from './verdict.js'
import { type Scene, textsIn, weighCauses } from './weigh-causes.js'

export function diagnose(logs: readonly InputLog[], catalog: Catalog): Diagnosis {
  const runs = numberRuns(logs)
  const matched = collectFindings(logs, runs)
  const sceneOf = (finding: Finding, findings: readonly Finding[]) => setScene(finding, findings, logs, runs)
  const found = [...matched, ...findInferred(catalog, runs, (finding) => sceneOf(finding, matched))]
  const roots = findRoots(found)
  const findings = orderFindings(found.map((finding, index) => judge(finding, index, found, roots, runs, sceneOf(finding, found))))
  const { counts, unexplained } = accountLines(
    logs,
    findings.flatMap(({ evidence }) => evidence),
  )
  return { verdict: verdictOf(findings, runs), runs, findings, lineCounts: counts, unexplained }
}

function setScene(finding: Finding, findings: readonly Finding[], logs: readonly InputLog[], runs: readonly DiagnosedRun[]): Scene {
  const isShared = (ids: readonly number[]) => ids.some((id) => finding.runs.includes(id))
  return {
    finding,
    runs: runs.filter((run) => finding.runs.includes(run.id)),
    findings: findings.filter((other) => isShared(other.runs)),
    texts: textsIn(logs, runs, finding),
  }
}

function judge(
  finding: Finding,
  index: number,
  findings: readonly Finding[],
  roots: readonly (Finding | null)[],
  runs: readonly DiagnosedRun[],
  scene: Scene,
): DiagnosedFinding {
  const root = roots[index] ?? null
  const followers = findings.filter((_, other) => roots[other] === finding)
  const causes = weighCauses(scene)
  return {
    ...finding,
    evidence: withCauseEvidence(finding, scene, causes),
    role: root ? 'consequence' : followers.length > 0 ? 'root-cause' : 'independent',
    consequenceOf: root?.entry.code ?? null,
    state: isCleared(finding, runs) ? 'cleared' : 'open',
    causes,
    knownFacts: knownFactsOf(finding, [...(root ? [root] : []), ...followers], scene.runs),
  }
}

/** The lines whose text makes a cause likely belong to what the finding rests on. */
function withCauseEvidence(finding: Finding, scene: Scene, causes: DiagnosedFinding['causes']): EvidencePlace[] {
  const places = causes
    .filter(({ likelihood }) => likelihood !== 'ruled-out')
    .flatMap(({ because }) => because.flatMap((reason) => (reason.kind === 'text' ? (scene.texts.get(reason.text) ?? []) : [])))
  const isKnown = (place: LinePlace, others: readonly LinePlace[]) =>
    others.some(({ input, line }) => input === place.input && line === place.line)
  const others = places.filter((place, index) => !isKnown(place, finding.evidence) && !isKnown(place, places.slice(0, index)))
  return [...finding.evidence, ...others]
}

/** Facts flow along a chain: the address that one line names goes into the command that another entry offers. */
function knownFactsOf(finding: Finding, relatives: readonly Finding[], runs: readonly DiagnosedRun[]): Record<string, string> {
  const pools = [
    finding.facts,
    ...relatives.map(({ facts }) => facts),
    ...runs.map(({ environment, registry }) => ({ ...(registry ? { registry } : {}), ...(environment as Record<string, string>) })),
  ]
  return Object.assign({}, ...pools.reverse())
}

/** Entries without a signature of their own: what the rest of the log shows makes them a finding. */
import type { Catalog } from '../catalog/entry.js'
import type { Because, DiagnosedRun, Finding } from './diagnosis.js'
import { allHold, type Scene } from './weigh-causes.js'

export function findInferred(catalog: Catalog, runs: readonly DiagnosedRun[], sceneOf: (finding: Finding) => Scene): Finding[] {
  const { inferable } = catalog
  return runs.flatMap((run) =>
    inferable.flatMap((entry) => {
      const candidate = emptyFinding(entry, run)
      const scene = sceneOf(candidate)
      const because = entry.foundWhen.map((conditions) => allHold(conditions, scene)).find((reasons) => reasons !== undefined)
      return because ? [{ ...candidate, facts: factsOf(scene, candidate), evidence: evidenceOf(because, run) }] : []
    }),
  )
}

function emptyFinding(entry: Finding['entry'], run: DiagnosedRun): Finding {
  return { entry, registry: run.registry, runs: [run.id], count: 1, facts: {}, evidence: [] }
}

function factsOf(scene: Scene, finding: Finding): Record<string, string> {
  const pools = scene.findings.map(({ facts }) => facts)
  return Object.assign({}, ...pools, finding.registry ? { registry: finding.registry } : {})
}

function evidenceOf(because: readonly Because[], run: DiagnosedRun): Finding['evidence'] {
  const lines = because.flatMap((reason) => ('place' in reason && reason.place?.input === run.input ? [reason.place.line] : []))
  return [...new Set(lines)].sort((a, b) => a - b).map((line) => ({ input: run.input, line }))
}

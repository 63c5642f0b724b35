/** Entries without a signature of their own: what the rest of the log shows makes them a finding. */
import type { Catalog } from '../catalog/entry.js'
import { inOrder } from './collect-findings.js'
import type { Because, DiagnosedRun, Finding } from './diagnosis.js'
import { canPrint } from './judge-release.js'
import { allHold, type Scene } from './weigh-causes.js'

export function findInferred(catalog: Catalog, runs: readonly DiagnosedRun[], sceneOf: (finding: Finding) => Scene): Finding[] {
  const { inferable } = catalog
  return runs.flatMap((run) =>
    inferable
      .filter((entry) => canPrint(entry, run))
      .flatMap((entry) => {
        const candidate = emptyFinding(entry, run)
        const scene = sceneOf(candidate)
        const because = entry.foundWhen.map((conditions) => allHold(conditions, scene)).find((reasons) => reasons !== undefined)
        return because ? [{ ...candidate, facts: factsOf(scene, candidate), ...placesOf(because, run) }] : []
      }),
  )
}

function emptyFinding(entry: Finding['entry'], run: DiagnosedRun): Finding {
  return { entry, registry: run.registry, runs: [run.id], count: 1, facts: {}, places: [], sightings: [], evidence: [] }
}

function factsOf(scene: Scene, finding: Finding): Record<string, string> {
  const pools = scene.findings.map(({ facts }) => facts)
  return Object.assign({}, ...pools, finding.registry ? { registry: finding.registry } : {})
}

function placesOf(because: readonly Because[], run: DiagnosedRun): Pick<Finding, 'places' | 'sightings' | 'evidence'> {
  const lines = because.flatMap((reason) => ('place' in reason && reason.place?.input === run.input ? [reason.place] : []))
  const places = inOrder(lines)
  return { places, sightings: places.slice(0, 1), evidence: places }
}

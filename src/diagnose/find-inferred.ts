/** Entries without a signature of their own: what the rest of the log shows makes them a finding. */
import type { Catalog } from '../catalog/entry.js'
import { firstPlaces, inOrder } from './collect-findings.js'
import type { Because, DiagnosedRun, Finding } from './diagnosis.js'
import { groupBy } from './group-by.js'
import { canPrint } from './judge-release.js'
import { type FindingsByRun, type Scene, setScene, type Texts } from './scene.js'
import { allHold } from './weigh-causes.js'

/** @param matched the findings that signatures made, by run */
export function findInferred(catalog: Catalog, runs: readonly DiagnosedRun[], matched: FindingsByRun, texts: Texts): Finding[] {
  const { inferable } = catalog
  const found = runs.flatMap((run) =>
    inferable
      .filter((entry) => canPrint(entry, run))
      .flatMap((entry) => {
        const candidate = emptyFinding(entry, run)
        const scene = setScene(candidate, runs, matched, texts)
        const because = reasonFor(entry, scene)
        return because ? [{ ...candidate, facts: factsIn(run, matched), ...placesOf(because, run) }] : []
      }),
  )
  return joinSame(found)
}

function emptyFinding(entry: Finding['entry'], run: DiagnosedRun): Finding {
  return { entry, registry: run.registry, runs: [run.id], count: 1, facts: {}, places: [], sightings: [], evidence: [] }
}

/** The first of the entry's conditions that hold together. */
function reasonFor({ foundWhen }: Finding['entry'], scene: Scene): Because[] | undefined {
  for (const conditions of foundWhen) {
    const because = allHold(conditions, scene)
    if (because) return because
  }
  return undefined
}

function factsIn({ id, registry }: DiagnosedRun, matched: FindingsByRun): Record<string, string> {
  const facts: Record<string, string> = {}
  for (const finding of matched.get(id)?.values() ?? []) Object.assign(facts, finding.facts)
  return registry ? { ...facts, registry } : facts
}

function placesOf(because: readonly Because[], run: DiagnosedRun): Pick<Finding, 'places' | 'sightings' | 'evidence'> {
  const lines = because.flatMap((reason) => ('place' in reason && reason.place?.input === run.input ? [reason.place] : []))
  const places = inOrder(lines)
  return { places, sightings: places.slice(0, 1), evidence: places }
}

/** What was found in several runs of one registry is one finding. */
function joinSame(found: readonly Finding[]): Finding[] {
  return [...groupBy(found, ({ entry, registry }) => `${entry.code} ${registry ?? ''}`).values()].map(joinFindings)
}

function joinFindings(group: readonly Finding[]): Finding {
  const first = group[0] as Finding
  if (group.length === 1) return first
  const places = inOrder(group.flatMap((finding) => finding.places))
  return {
    ...first,
    runs: group.flatMap(({ runs }) => runs),
    count: group.length,
    facts: group.reduceRight<Record<string, string>>((facts, finding) => Object.assign(facts, finding.facts), {}),
    places,
    sightings: inOrder(group.flatMap(({ sightings }) => sightings)),
    evidence: firstPlaces(places),
  }
}

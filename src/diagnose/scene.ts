/** What the runs of a finding show: all that its conditions may ask for, indexed once for all findings. */
import { lineIndexAt } from '../text/read-text.js'
import type { DiagnosedRun, Finding, InputLog, LinePlace } from './diagnosis.js'
import { runAt } from './number-runs.js'

export interface Scene {
  readonly finding: Finding
  /** The runs the finding was seen in. */
  readonly runs: readonly DiagnosedRun[]
  /** The first finding of a code in any of these runs; it may be this one. */
  findingOf(code: string): Finding | undefined
  /** Where a condition's text stands in these runs: on a line that the finding rests on, else the first place. */
  placeOf(text: string): LinePlace | undefined
}

/** Where texts of conditions stand in the logs. */
export interface Texts {
  /** The first place of each text in a run, by the run's id. */
  readonly byRun: ReadonlyMap<number, ReadonlyMap<string, LinePlace>>
  /** What stands on a line, by `input:line`. */
  readonly byLine: ReadonlyMap<string, ReadonlySet<string>>
}

export function placeTexts(logs: readonly InputLog[], runs: readonly DiagnosedRun[]): Texts {
  const byRun = new Map<number, Map<string, LinePlace>>()
  const byLine = new Map<string, Set<string>>()
  logs.forEach(({ source, matches }, input) => {
    for (const { signature, stretch } of matches.texts) {
      const place = { input, line: lineIndexAt(source, stretch.start) + 1 }
      const run = runAt(runs, input, place.line)
      if (!run) continue
      const places = byRun.get(run.id) ?? new Map<string, LinePlace>()
      byRun.set(run.id, places)
      if (!places.has(signature.owner)) places.set(signature.owner, place)
      byLine.set(keyOf(place), (byLine.get(keyOf(place)) ?? new Set()).add(signature.owner))
    }
  })
  return { byRun, byLine }
}

function keyOf({ input, line }: LinePlace): string {
  return `${input}:${line}`
}

/** Findings by the runs they were seen in. */
export type FindingsByRun = ReadonlyMap<number, ReadonlyMap<string, Finding>>

/** @returns the first finding of each code, by the run's id */
export function findingsByRun(findings: readonly Finding[]): FindingsByRun {
  const byRun = new Map<number, Map<string, Finding>>()
  for (const finding of findings) {
    for (const id of finding.runs) {
      const byCode = byRun.get(id) ?? new Map<string, Finding>()
      byRun.set(id, byCode)
      if (!byCode.has(finding.entry.code)) byCode.set(finding.entry.code, finding)
    }
  }
  return byRun
}

/** @param runs with their ids as places */
export function setScene(finding: Finding, runs: readonly DiagnosedRun[], findings: FindingsByRun, texts: Texts): Scene {
  return {
    finding,
    runs: finding.runs.flatMap((id) => runs[id] ?? []),
    findingOf: (code) => firstIn(finding.runs, (id) => findings.get(id)?.get(code)),
    placeOf(text) {
      const own = finding.evidence.find((place) => texts.byLine.get(keyOf(place))?.has(text))
      return own ?? firstIn(finding.runs, (id) => texts.byRun.get(id)?.get(text))
    },
  }
}

function firstIn<Value>(ids: readonly number[], find: (id: number) => Value | undefined): Value | undefined {
  for (const id of ids) {
    const value = find(id)
    if (value !== undefined) return value
  }
  return undefined
}

/** Evidence × what the log shows → how likely each cause is, and why. */
import type { Condition, Evidence, FactTest, Likelihood } from '../catalog/entry.js'
import { compareVersions } from '../log/ladder.js'
import { lineIndexAt } from '../text/read-text.js'
import { addressSort } from './address.js'
import type { Because, DiagnosedRun, Finding, InputLog, LinePlace, WeighedCause } from './diagnosis.js'
import { runAt } from './number-runs.js'

/** All that a condition may ask about one finding. */
export interface Scene {
  readonly finding: Finding
  /** The runs the finding was seen in. */
  readonly runs: readonly DiagnosedRun[]
  /** Every finding of the same runs, its own included. */
  readonly findings: readonly Finding[]
  /** Where each text of a condition stands in those runs, by its wording. */
  readonly texts: ReadonlyMap<string, LinePlace>
}

const order: readonly Likelihood[] = ['confirmed', 'likely', 'possible', 'ruled-out']

/** The finding's causes, likeliest first; among equals in the order of the page. */
export function weighCauses(scene: Scene): WeighedCause[] {
  const causes = scene.finding.entry.causes.map(({ id, evidence }) => ({ id, ...weigh(evidence, scene) }))
  return causes.sort((a, b) => order.indexOf(a.likelihood) - order.indexOf(b.likelihood))
}

/** A cause that is ruled out stays so whatever speaks for it; else the strongest line that holds decides. */
function weigh(evidence: readonly Evidence[], scene: Scene): Omit<WeighedCause, 'id'> {
  const holding = evidence.flatMap((line) => {
    const because = allHold(line.all, scene)
    return because ? [{ likelihood: line.likelihood, because }] : []
  })
  const strongest = (['ruled-out', 'confirmed', 'likely'] as const).find((likelihood) =>
    holding.some((line) => line.likelihood === likelihood),
  )
  if (!strongest) return { likelihood: 'possible', because: [] }
  const reasons = holding.filter((line) => line.likelihood === strongest).flatMap((line) => line.because)
  return { likelihood: strongest, because: [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()] }
}

/** The reasons, where every condition holds. */
export function allHold(conditions: readonly Condition[], scene: Scene): Because[] | undefined {
  const reasons = conditions.map((condition) => hold(condition, scene))
  return reasons.every((reason) => reason !== undefined) ? reasons : undefined
}

/** The reason why a condition holds; undefined where it does not. */
function hold(condition: Condition, scene: Scene): Because | undefined {
  switch (condition.kind) {
    case 'finding':
      return holdFinding(condition.code, condition.present, scene)
    case 'fact':
      return holdFact(condition.name, condition.test, scene)
    case 'check':
      return holdCheck(condition, scene)
    case 'version':
      return holdVersion(condition, scene)
    case 'cloud': {
      const { cloud } = condition
      return scene.runs.some(({ environment }) => environment.cloud === cloud) ? { kind: 'cloud', cloud } : undefined
    }
    case 'text': {
      const place = scene.texts.get(condition.text)
      if ((place !== undefined) !== condition.present) return undefined
      return { kind: 'text', text: condition.text, place: place ?? null }
    }
    case 'run': {
      const { runKind } = condition
      return scene.runs.some(({ kind }) => kind === runKind) ? { kind: 'run', runKind } : undefined
    }
  }
}

function holdFinding(code: string, present: boolean, scene: Scene): Because | undefined {
  const found = scene.findings.find(({ entry }) => entry.code === code)
  if ((found !== undefined) !== present) return undefined
  return { kind: 'finding', code, isFound: present, place: found?.evidence[0] ?? null }
}

function holdFact(name: string, test: FactTest, scene: Scene): Because | undefined {
  const value = factOf(name, scene)
  if (value === undefined) return test.kind === 'absent' ? { kind: 'fact', name, value: null, sort: null } : undefined
  const sort = addressSort(value)
  const because = { kind: 'fact', name, value } as const
  switch (test.kind) {
    case 'present':
      return { ...because, sort: null }
    case 'is':
      return test.values.some((wanted) => wanted.toLowerCase() === value.toLowerCase()) ? { ...because, sort: null } : undefined
    case 'between':
      return Number(value) >= test.from && Number(value) <= test.to ? { ...because, sort: null } : undefined
    case 'private':
    case 'public':
      return sort === test.kind ? { ...because, sort } : undefined
    default:
      return undefined
  }
}

function factOf(name: string, { finding, runs }: Scene): string | undefined {
  const own = finding.facts[name]
  if (own !== undefined) return own
  const environments = runs.map(({ environment }) => environment as Readonly<Record<string, string | undefined>>)
  return environments.map((environment) => environment[name]).find((value) => value !== undefined)
}

function holdCheck({ check, status }: Extract<Condition, { kind: 'check' }>, { runs }: Scene): Because | undefined {
  const checks = runs.flatMap((run) => run.checks.map((candidate) => ({ ...candidate, input: run.input })))
  const found = checks.find((candidate) => candidate.id === check && candidate.status === status)
  return found && { kind: 'check', check, status, place: found.line === null ? null : { input: found.input, line: found.line } }
}

function holdVersion({ of, comparison, version }: Extract<Condition, { kind: 'version' }>, { runs }: Scene): Because | undefined {
  const known = runs.map(({ environment }) => environment[of]).find((candidate) => candidate !== undefined)
  if (known === undefined) return undefined
  const isBelow = compareVersions(known, version) < 0
  return isBelow === (comparison === 'below') ? { kind: 'version', tool: of, version: known } : undefined
}

/** Where each condition's text stands in the runs of a finding: on a line of its own, else the first place. */
export function textsIn(logs: readonly InputLog[], allRuns: readonly DiagnosedRun[], { runs, evidence }: Finding): Map<string, LinePlace> {
  const texts = new Map<string, LinePlace>()
  const isOwn = (input: number, line: number) => evidence.some((place) => place.input === input && place.line === line)
  logs.forEach((log, input) => {
    for (const match of log.matches.texts) {
      const line = lineIndexAt(log.source, match.stretch.start) + 1
      const run = runAt(allRuns, input, line)
      const known = texts.get(match.signature.owner)
      const isBetter = known === undefined || (isOwn(input, line) && !isOwn(known.input, known.line))
      if (run && runs.includes(run.id) && isBetter) texts.set(match.signature.owner, { input, line })
    }
  })
  return texts
}

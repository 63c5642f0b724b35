/** Evidence × what the log shows → how likely each cause is, and why. */
import { type Condition, type Evidence, type FactTest, LIKELIHOODS } from '../catalog/entry.js'
import { compareVersions } from '../catalog/release.js'
import { addressSort } from './address.js'
import type { Because, DiagnosedRun, WeighedCause } from './diagnosis.js'
import type { Scene } from './scene.js'

/** The finding's causes, likeliest first; among equals in the order of the page. */
export function weighCauses(scene: Scene): WeighedCause[] {
  const causes = scene.finding.entry.causes.map(({ id, evidence }) => ({ id, ...weigh(evidence, scene) }))
  return causes.sort((a, b) => LIKELIHOODS.indexOf(a.likelihood) - LIKELIHOODS.indexOf(b.likelihood))
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
  const reasons: Because[] = []
  for (const condition of conditions) {
    const reason = hold(condition, scene)
    if (reason === undefined) return undefined
    reasons.push(reason)
  }
  return reasons
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
      const place = scene.placeOf(condition.text)
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
  const found = scene.findingOf(code)
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
  const isNamed = ({ environment }: DiagnosedRun) => name in environment
  return (runs.find(isNamed)?.environment as Readonly<Record<string, string>> | undefined)?.[name]
}

function holdCheck({ check, status }: Extract<Condition, { kind: 'check' }>, { runs }: Scene): Because | undefined {
  for (const { input, checks } of runs) {
    const found = checks.find((candidate) => candidate.id === check && candidate.status === status)
    if (found) return { kind: 'check', check, status, place: found.line === null ? null : { input, line: found.line } }
  }
  return undefined
}

function holdVersion({ of, comparison, version }: Extract<Condition, { kind: 'version' }>, { runs }: Scene): Because | undefined {
  const known = runs.map(({ environment }) => environment[of]).find((candidate) => candidate !== undefined)
  if (known === undefined) return undefined
  const isBelow = compareVersions(known, version) < 0
  return isBelow === (comparison === 'below') ? { kind: 'version', tool: of, version: known } : undefined
}

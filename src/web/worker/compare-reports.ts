/** What became of the findings of one report in another, made of a later log. */
import type { CheckId } from '../../catalog/checks.js'
import type { Catalog } from '../../catalog/entry.js'
import type { Environment, Report } from '../../report/report.js'

type Finding = Report['findings'][number]

export interface Difference {
  /** Indexes into the findings before. */
  readonly fixed: readonly Fixed[]
  /** Indexes into the findings after. */
  readonly added: readonly number[]
  readonly remaining: readonly Remaining[]
  /** What the two say differently of the machine and the registry. */
  readonly facts: readonly FactChange[]
}

export interface Fixed {
  readonly before: number
  /** The check that failed has passed since; otherwise it has not been reached, or nothing says so. */
  readonly isProven: boolean
}

export interface Remaining {
  readonly before: number
  readonly after: number
  readonly facts: readonly FactChange[]
}

export interface FactChange {
  readonly name: string
  /** Null where the log does not say. */
  readonly before: string | null
  readonly after: string | null
}

/** Findings that are open before or after, paired by code and registry; those that the log itself has cleared do not count. */
export function compareReports(before: Report, after: Report, catalog: Catalog): Difference {
  const left = openFindings(after)
  const fixed: Fixed[] = []
  const remaining: Remaining[] = []
  for (const [index, finding] of openFindings(before)) {
    const match = matchOf(finding, left, before, after)
    if (match === null) fixed.push({ before: index, isProven: hasPassed(catalog.entry(finding.code)?.check ?? null, after) })
    else {
      remaining.push({ before: index, after: match, facts: changes(finding.facts, (left.get(match) as Finding).facts) })
      left.delete(match)
    }
  }
  return { fixed, added: [...left.keys()], remaining, facts: changes(environmentOf(before), environmentOf(after)) }
}

function openFindings({ findings }: Report): Map<number, Finding> {
  return new Map([...findings.entries()].filter(([, { state }]) => state === 'open'))
}

/** The same code at the same registry; where a log names no registry, or each of the two names one alone, the same code. */
function matchOf(finding: Finding, candidates: ReadonlyMap<number, Finding>, before: Report, after: Report): number | null {
  const same = [...candidates].filter(([, { code }]) => code === finding.code)
  const registry = registryOf(finding)
  const exact = same.find(([, other]) => registryOf(other) === registry)
  const alone = [before, after].every(({ findings }) => findings.filter(({ code }) => code === finding.code).length === 1)
  const other = exact ?? same.find(([, candidate]) => registry === null || registryOf(candidate) === null || alone)
  return other?.[0] ?? null
}

function registryOf({ facts }: Finding): string | null {
  const name = facts.registry ?? facts.loginServer
  return name === undefined ? null : (name.toLowerCase().split('.')[0] as string)
}

function hasPassed(check: CheckId | null, { runs }: Report): boolean {
  return check !== null && runs.some(({ checks }) => checks.some(({ id, status }) => id === check && status === 'passed'))
}

/** Of all runs; where they differ, the last one's. */
function environmentOf({ runs }: Report): Environment {
  return Object.assign({}, ...runs.map(({ environment }) => environment))
}

function changes(before: object, after: object): FactChange[] {
  const earlier = new Map<string, string>(Object.entries(before))
  const later = new Map<string, string>(Object.entries(after))
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .map((name) => ({ name, before: earlier.get(name) ?? null, after: later.get(name) ?? null }))
    .filter((fact) => fact.before !== fact.after)
}

/** What became of the findings of one report in another, made of a later log. */
import type { Catalog } from '../catalog/entry.js'
import type { ReportFinding, ReportOf, ReportRun, Verdict } from '../report/report.js'

type Report = ReportOf<unknown>
type Finding = ReportFinding<unknown>

/** Findings are told by their indexes in their own report. */
export interface Difference {
  /** Of what is left, and whether the later log shows that nothing else is. */
  readonly verdict: Verdict
  readonly fixed: readonly Fixed[]
  readonly remaining: readonly Remaining[]
  /** The same code at the same registry, for another reason. */
  readonly changed: readonly Remaining[]
  /** Indexes into the findings after. */
  readonly added: readonly number[]
  /** What the two say differently of the machine and the registry. */
  readonly facts: readonly FactChange[]
}

export interface Fixed {
  readonly before: number
  /** The later log shows that it works; otherwise it only says nothing of it. */
  readonly isProven: boolean
}

export interface Remaining {
  readonly before: number
  readonly after: number
  readonly facts: readonly FactChange[]
}

/** A fact that both logs give, and give differently. */
export interface FactChange {
  readonly name: string
  readonly before: string
  readonly after: string
}

/** Findings that are open before or after, paired by code and registry; those that the log itself has cleared do not count. */
export function compareReports(before: Report, after: Report, catalog: Catalog): Difference {
  const added = openFindings(after)
  const fixed: Fixed[] = []
  const kept: Remaining[] = []
  for (const [index, finding] of openFindings(before)) {
    const match = matchOf(finding, added, before, after)
    if (match === null) fixed.push({ before: index, isProven: worksIn(after, finding, before, catalog) })
    else {
      kept.push({ before: index, after: match, facts: changes(factsOf(finding), factsOf(added.get(match) as Finding)) })
      added.delete(match)
    }
  }
  const hasChanged = (pair: Remaining) => isOtherReason(before.findings[pair.before] as Finding, after.findings[pair.after] as Finding)
  return {
    verdict: verdictOf(
      after,
      fixed.filter(({ isProven }) => !isProven).map((one) => before.findings[one.before] as Finding),
    ),
    fixed,
    remaining: kept.filter((pair) => !hasChanged(pair)),
    changed: kept.filter(hasChanged),
    added: [...added.keys()],
    facts: changes(environmentsOf(before), environmentsOf(after)),
  }
}

/** The later log's own verdict, unless it was not read to its end, or an error is gone from it of which it does not show that it works. */
function verdictOf({ verdict, incomplete }: Report, unproven: readonly Finding[]): Verdict {
  const isUndecided = incomplete || unproven.some(({ severity }) => severity === 'error')
  return verdict !== 'failing' && isUndecided ? 'inconclusive' : verdict
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

/** The short name of the registry that a finding is about, in lower case; null where nothing names it. */
export function registryOf({ facts }: Pick<Finding, 'facts'>): string | null {
  return shortName(facts.registry ?? facts.loginServer)
}

function shortName(registry: string | undefined): string | null {
  return registry === undefined ? null : (registry.toLowerCase().split('.')[0] as string)
}

/** The root cause is another one, or the log makes another cause likely, or rules out what it had made likely. */
function isOtherReason(before: Finding, after: Finding): boolean {
  if (before.consequenceOf !== after.consequenceOf) return true
  const earlier = leadingCauses(before)
  const later = leadingCauses(after)
  if (earlier.some((id) => later.includes(id)) || earlier.length === 0) return false
  return later.length > 0 || after.causes.some(({ id, likelihood }) => likelihood === 'ruled-out' && earlier.includes(id))
}

/** Ids of the causes that a log itself points to, the likeliest first. */
export function leadingCauses({ causes }: Pick<Finding, 'causes'>): string[] {
  return causes.filter(({ likelihood }) => likelihood === 'confirmed' || likelihood === 'likely').map(({ id }) => id)
}

/** Whether a later log shows that what failed works by now: its check passes, or the same sort of command came through. */
function worksIn(after: Report, finding: Finding, before: Report, catalog: Catalog): boolean {
  const registry = registryOf(finding)
  const runs = after.runs.filter((run) => [null, registry].includes(registryOfRun(run)) || registry === null)
  const check = catalog.entry(finding.code)?.check ?? null
  if (runs.some(({ checks }) => checks.some(({ id, status }) => id === check && status === 'passed'))) return true
  const kinds = new Set(before.runs.filter(({ id }) => finding.runs.includes(id)).map(({ kind }) => kind))
  return runs.some((run) => kinds.has(run.kind) && (run.kind === 'check-health' ? check === null && isClean(run) : run.succeeded))
}

function registryOfRun({ environment }: ReportRun): string | null {
  return shortName(environment.loginServer)
}

function isClean({ checks }: ReportRun): boolean {
  return checks.length > 0 && checks.every(({ status }) => status === 'passed' || status === 'skipped')
}

type Values = ReadonlyMap<string, ReadonlySet<string>>

function factsOf({ facts }: Finding): Values {
  return new Map(Object.entries(facts).map(([name, value]) => [name, new Set([value])]))
}

/** What the runs say of the machine and the registry; of several runs every value that differs. */
function environmentsOf({ runs }: Report): Values {
  const values = new Map<string, Set<string>>()
  for (const [name, value] of runs.flatMap(({ environment }) => Object.entries(environment) as [string, string][])) {
    values.set(name, (values.get(name) ?? new Set()).add(value))
  }
  return values
}

function changes(before: Values, after: Values): FactChange[] {
  return [...before]
    .flatMap(([name, values]) => {
      const later = after.get(name)
      return later ? [{ name, before: inOne(values), after: inOne(later) }] : []
    })
    .filter((fact) => fact.before !== fact.after)
}

const MOST_VALUES = 4

function inOne(values: ReadonlySet<string>): string {
  const sorted = [...values].sort()
  return sorted.length > MOST_VALUES ? `${sorted.slice(0, MOST_VALUES).join(', ')}, …` : sorted.join(', ')
}

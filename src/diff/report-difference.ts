/** A difference in words: the report of `diff`, before anybody decides how it looks. */
import { CHECK_IDS, type CheckId, type CheckStatus } from '../catalog/checks.js'
import type { Catalog, Locale, Severity } from '../catalog/entry.js'
import type { Prose } from '../catalog/prose.js'
import type { Report, ReportEvidence, ReportExplanation, ReportFinding, Verdict } from '../report/report.js'
import { type DifferenceCounts, wordsFor } from '../report/words.js'
import { compareReports, type Difference, type FactChange, leadingCauses, type Remaining, registryOf } from './compare-reports.js'

/** As renderers walk it; in JSON prose is CommonMark of inline marks alone. */
export interface DifferenceReport<Text = Prose> {
  readonly schemaVersion: 1
  readonly tool: Report['tool']
  readonly locale: Locale
  readonly redaction?: NonNullable<Report['redaction']>
  /** `failing`: something is left; `inconclusive`: nothing is, but the later log does not show that it works. */
  readonly verdict: Verdict
  readonly summary: Text
  readonly before: ComparedSide<Text>
  readonly after: ComparedSide<Text>
  readonly fixed: readonly (ComparedFinding<Text> & { readonly proven: boolean })[]
  readonly remaining: readonly RemainingFinding<Text>[]
  readonly changed: readonly (RemainingFinding<Text> & { readonly reasons: { readonly before: Reason; readonly after: Reason } })[]
  readonly new: readonly (ComparedFinding<Text> & ReportExplanation<Text>)[]
  readonly facts: readonly FactChange[]
  /** Where each side is one run: every check that one of them speaks of. */
  readonly checks: readonly CheckChange[]
}

export interface ComparedSide<Text> {
  readonly verdict: Verdict
  readonly summary: Text
  readonly inputs: readonly string[]
  /** The side was not read to its end. */
  readonly incomplete?: true
}

/** A finding as it was last seen. */
export interface ComparedFinding<Text> {
  readonly code: string
  readonly title: Text
  readonly severity: Severity
  readonly registry: string | null
  /** The first line that shows it, and the input that it stands in. */
  readonly evidence: (Omit<ReportEvidence, 'input'> & { readonly input: string }) | null
}

export interface RemainingFinding<Text> extends ComparedFinding<Text>, ReportExplanation<Text> {
  readonly facts: readonly FactChange[]
}

/** Why something failed, as far as the log tells. */
export interface Reason {
  readonly consequenceOf: string | null
  /** Titles of the causes that the log points to, the likeliest first. */
  readonly causes: readonly string[]
}

/** What became of a check; null where a run does not speak of it. */
export interface CheckChange {
  readonly id: CheckId
  readonly before: CheckStatus | null
  readonly after: CheckStatus | null
}

export function reportDifference(before: Report, after: Report, catalog: Catalog): DifferenceReport {
  const difference = compareReports(before, after, catalog)
  const was = (index: number) => comparedFinding(before, before.findings[index] as ReportFinding<Prose>)
  const is = (index: number) => {
    const finding = after.findings[index] as ReportFinding<Prose>
    return { ...comparedFinding(after, finding), ...explanationOf(finding) }
  }
  const { schemaVersion, tool, locale, redaction } = after
  return {
    ...{ schemaVersion, tool, locale, ...(redaction && { redaction }) },
    verdict: difference.verdict,
    summary: [[summarize(difference, before, after)]],
    before: sideOf(before),
    after: sideOf(after),
    fixed: difference.fixed.map((one) => ({ ...was(one.before), proven: one.isProven })),
    remaining: difference.remaining.map((pair) => ({ ...is(pair.after), facts: pair.facts })),
    changed: difference.changed.map((pair) => ({ ...is(pair.after), facts: pair.facts, reasons: reasonsOf(pair, before, after) })),
    new: difference.added.map(is),
    facts: difference.facts,
    checks: compareChecks(before, after),
  }
}

function sideOf({ verdict, summary, inputs, incomplete }: Report): ComparedSide<Prose> {
  return { verdict, summary, inputs: inputs.map(({ name }) => name), ...(incomplete && { incomplete }) }
}

function comparedFinding({ inputs }: Report, finding: ReportFinding<Prose>): ComparedFinding<Prose> {
  const { code, title, severity, evidence } = finding
  const [first] = evidence
  return {
    code,
    title,
    severity,
    registry: registryOf(finding),
    evidence: first ? { ...first, input: inputs[first.input]?.name ?? '-' } : null,
  }
}

function explanationOf({ meaning, release, causes, remedies, decide, links }: ReportFinding<Prose>): ReportExplanation<Prose> {
  return { meaning, release, causes, remedies, decide, links }
}

function compareChecks(before: Report, after: Report): CheckChange[] {
  const [earlier, later] = [before, after].map(onlyChecks)
  if (!earlier || !later) return []
  const ids = CHECK_IDS.filter((id) => earlier.has(id) || later.has(id))
  return ids.map((id) => ({ id, before: earlier.get(id) ?? null, after: later.get(id) ?? null }))
}

function onlyChecks({ runs }: Report): Map<CheckId, CheckStatus> | undefined {
  const [checks, ...others] = runs.flatMap((run) => (run.checks.length > 0 ? [run.checks] : []))
  return checks && others.length === 0 ? new Map(checks.map(({ id, status }) => [id, status])) : undefined
}

function reasonsOf(pair: Remaining, before: Report, after: Report): { before: Reason; after: Reason } {
  const reasonOf = (finding: ReportFinding<Prose>): Reason => ({
    consequenceOf: finding.consequenceOf,
    causes: leadingCauses(finding).map(
      (id) =>
        finding.causes
          .find((cause) => cause.id === id)
          ?.title.flat()
          .map(String)
          .join('') ?? id,
    ),
  })
  return {
    before: reasonOf(before.findings[pair.before] as ReportFinding<Prose>),
    after: reasonOf(after.findings[pair.after] as ReportFinding<Prose>),
  }
}

/** How many of each, and what that does or does not show. */
function summarize({ verdict, fixed, remaining, changed, added }: Difference, before: Report, after: Report): string {
  const { difference: say } = wordsFor(after.locale)
  const unproven = fixed.filter(({ isProven }) => !isProven).map((one) => before.findings[one.before]?.code ?? '')
  const outcome = say.outcome(countsOf({ fixed, remaining, changed, added }))
  if (verdict === 'failing') return outcome
  if (verdict !== 'inconclusive') return `${outcome}${say.nothingLeft}`
  const isUndecided = after.verdict === 'inconclusive' || unproven.length === 0
  return `${outcome}${isUndecided ? say.undecided : say.unshown([...new Set(unproven)])}`
}

export function countsOf({ fixed, remaining, changed, added }: Omit<Difference, 'verdict' | 'facts'>): DifferenceCounts {
  const proven = fixed.filter(({ isProven }) => isProven).length
  return { fixed: proven, gone: fixed.length - proven, remaining: remaining.length, changed: changed.length, added: added.length }
}

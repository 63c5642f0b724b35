/** A saved report → the same report in the words of a catalog, in any language: by the codes and the data it carries. */
import type { Catalog, Locale } from '../catalog/entry.js'
import type { Prose } from '../catalog/prose.js'
import type { LinePlace } from '../diagnose/diagnosis.js'
import { advise } from './advise.js'
import { plain, problemText, reportFinding, type Voice } from './build-report.js'
import { summarizeTriage } from './build-triage-report.js'
import type { Report, ReportEvidence, ReportFinding, ReportRun } from './report.js'
import { type Situation, summarize } from './summarize.js'
import { type Words, wordsFor } from './words.js'

/** @param catalog the one that the report was made with; an entry that it lacks all the same keeps its words */
export function rewordReport(report: Report, catalog: Catalog, locale: Locale): Report {
  const words = wordsFor(locale)
  const nameOf = ({ input }: LinePlace) => report.inputs[input]?.name ?? '-'
  const isPlaced = report.groups !== undefined || report.inputs.length > 1
  const voice: Voice = {
    ...{ catalog, locale, words },
    quote: (place) => place as ReportEvidence,
    placeOf: (place) => place && (isPlaced ? words.line(nameOf(place), place.line) : words.lineAlone(place.line)),
  }
  const { situation } = report
  return {
    ...report,
    locale,
    summary: sumUp(report, catalog, locale, words),
    advice: situation ? advise(situation, words) : report.advice,
    inputs: report.inputs.map((input) => ({ ...input, problem: problemText(input.problemFacts, words) })),
    runs: report.runs.map((run) => rewordRun(run, words)),
    findings: report.findings.map((finding) => rewordFinding(finding, voice)),
  }
}

function sumUp({ situation, groups, inputs, summary }: Report, catalog: Catalog, locale: Locale, words: Words): Prose {
  if (groups) return plain(summarizeTriage({ inputs, groups }, words))
  return situation && isKnown(situation, catalog) ? plain(summarize(situation, catalog, locale)) : summary
}

function isKnown(situation: Situation, catalog: Catalog): boolean {
  return situation.kind !== 'found' || catalog.entry(situation.code) !== undefined
}

function rewordRun(run: ReportRun, words: Words): ReportRun {
  return { ...run, checks: run.checks.map((check) => (check.reason ? { ...check, because: words.reasons[check.reason] } : check)) }
}

function rewordFinding(finding: ReportFinding<Prose>, voice: Voice): ReportFinding<Prose> {
  const entry = voice.catalog.entry(finding.code)
  if (!entry) return finding
  const causes = finding.causes.map(({ id, likelihood, reasons }) => ({ id, likelihood, because: reasons }))
  return { ...finding, ...reportFinding({ ...finding, entry, registry: finding.facts.registry ?? null, causes }, voice) }
}

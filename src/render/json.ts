/** The report as data: the contract that scripts build on. report.schema.json describes it. */
import { type Prose, toCommonMark } from '../catalog/prose.js'
import type { JsonReport, Report, ReportExplanation, ReportFinding, ReportRemedy } from '../report/report.js'
import type { Renderer } from './renderer.js'

export const jsonRenderer: Renderer = {
  name: 'json',
  render: (report) => `${JSON.stringify(toJsonReport(report), null, 2)}\n`,
}

/** The report with its prose as CommonMark of inline marks alone. */
export function toJsonReport({ digests: _digests, ...report }: Report): JsonReport {
  return {
    ...report,
    summary: toCommonMark(report.summary),
    advice: report.advice.map(jsonRemedy),
    findings: report.findings.map(jsonFinding),
  }
}

function jsonFinding(finding: ReportFinding<Prose>): ReportFinding<string> {
  return {
    ...finding,
    title: toCommonMark(finding.title),
    ...jsonExplanation(finding),
  }
}

export function jsonExplanation({
  meaning,
  release,
  causes,
  remedies,
  decide,
  links,
}: ReportExplanation<Prose>): ReportExplanation<string> {
  return {
    meaning: toCommonMark(meaning),
    release,
    causes: causes.map((cause) => ({ ...cause, title: toCommonMark(cause.title), text: toCommonMark(cause.text) })),
    remedies: remedies.map(jsonRemedy),
    decide: decide && { ...decide, reading: toCommonMark(decide.reading) },
    links,
  }
}

function jsonRemedy(remedy: ReportRemedy<Prose>): ReportRemedy<string> {
  return { ...remedy, text: toCommonMark(remedy.text) }
}

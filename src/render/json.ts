/** The report as data: the contract that scripts build on. report.schema.json describes it. */
import { type Prose, toCommonMark } from '../catalog/prose.js'
import type { JsonReport, Report, ReportFinding, ReportRemedy } from '../report/report.js'
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
    meaning: toCommonMark(finding.meaning),
    causes: finding.causes.map((cause) => ({ ...cause, title: toCommonMark(cause.title), text: toCommonMark(cause.text) })),
    remedies: finding.remedies.map(jsonRemedy),
    decide: finding.decide && { ...finding.decide, reading: toCommonMark(finding.decide.reading) },
  }
}

function jsonRemedy(remedy: ReportRemedy<Prose>): ReportRemedy<string> {
  return { ...remedy, text: toCommonMark(remedy.text) }
}

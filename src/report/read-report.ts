/** A report as JSON carries it → the report as renderers walk it. Its texts may be a stranger's. */
import type { Prose } from '../catalog/prose.js'
import { showControls } from './quote-line.js'
import type { JsonReport, Report, ReportFinding, ReportRemedy } from './report.js'

/**
 * @param json of the right shape already (schema.ts)
 * @param parseProse reads CommonMark of inline marks alone
 */
export function readReport(json: JsonReport, parseProse: (markdown: string) => Prose): Report {
  const report = withoutControls(json)
  const readRemedy = (remedy: ReportRemedy<string>): ReportRemedy<Prose> => ({
    ...remedy,
    text: parseProse(remedy.text),
    commands: remedy.commands.map(inOneLine),
  })
  const readFinding = (finding: ReportFinding<string>): ReportFinding<Prose> => ({
    ...finding,
    title: parseProse(finding.title),
    evidence: finding.evidence.map((line) => ({ ...line, text: inOneLine(line.text) })),
    meaning: parseProse(finding.meaning),
    causes: finding.causes.map((cause) => ({ ...cause, title: parseProse(cause.title), text: parseProse(cause.text) })),
    remedies: finding.remedies.map(readRemedy),
    decide: finding.decide && { command: inOneLine(finding.decide.command), reading: parseProse(finding.decide.reading) },
  })
  return {
    ...report,
    summary: parseProse(report.summary),
    advice: report.advice.map(readRemedy),
    findings: report.findings.map(readFinding),
    unexplained: report.unexplained.map((line) => ({ ...line, text: inOneLine(line.text) })),
  }
}

/** All texts of a value without characters that steer a terminal; line ends stay. */
export function withoutControls<Value>(value: Value): Value {
  if (typeof value === 'string') return value.split('\n').map(showControls).join('\n') as Value
  if (Array.isArray(value)) return value.map(withoutControls) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [showControls(key), withoutControls(inner)])) as Value
}

function inOneLine(text: string): string {
  return text.replaceAll('\n', ' ')
}

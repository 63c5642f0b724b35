/** What a build's page shows beside its log: the findings that matter, each with its place, as lines that nothing of a log can break. */

import type { Severity } from '../catalog/entry.js'
import { firstSentence, toPlainText } from '../catalog/prose.js'
import type { Report } from '../report/report.js'
import { wordsFor } from '../report/words.js'

export interface Annotation {
  readonly severity: Severity
  readonly code: string | null
  readonly title: string
  /** Several lines: what it means, what the log says, what to run. */
  readonly message: string
  readonly place: { readonly file: string; readonly line: number } | null
}

/** GitHub shows so many of a step. */
const MOST_ANNOTATIONS = 10

/** Open findings, root causes before their consequences; where there is none, the report's own sentence. At most ten, with a word on a report cut short. */
export function annotationsOf(report: Report): { readonly annotations: readonly Annotation[]; readonly left: number } {
  const words = wordsFor(report.locale)
  const open = report.findings.filter(({ state }) => state === 'open')
  const ranked = [
    ...open.filter(({ consequenceOf }) => consequenceOf === null),
    ...open.filter(({ consequenceOf }) => consequenceOf !== null),
  ]
  const notes = report.incomplete ? [note('warning', report.tool.name, words.triage.incomplete)] : []
  const annotations = ranked
    .slice(0, MOST_ANNOTATIONS - notes.length)
    .map(({ code, severity, title, meaning, evidence, remedies, consequenceOf }): Annotation => {
      const [first] = evidence
      const name = first && report.inputs[first.input]?.name
      const command = remedies.flatMap(({ commands }) => commands)[0]
      return {
        severity,
        code,
        title: `${code}${words.colon}${toPlainText(title)}`,
        message: [
          consequenceOf === null ? firstSentence(meaning) : words.consequenceOf(consequenceOf),
          ...(first ? [`${words.line(name ?? '-', first.line)}  ${first.text.trim()}`] : []),
          ...(command ? [`$ ${command}`] : []),
        ].join('\n'),
        place: first && name && name !== '-' ? { file: name, line: first.line } : null,
      }
    })
  if (annotations.length > 0) return { annotations: [...notes, ...annotations], left: ranked.length - annotations.length }
  const severity = report.verdict === 'failing' ? 'error' : 'info'
  return { annotations: [...notes, note(severity, words.verdicts[report.verdict], toPlainText(report.summary))], left: 0 }
}

/** About the report as a whole. */
function note(severity: Severity, title: string, message: string): Annotation {
  return { severity, code: null, title, message, place: null }
}

/** A runner takes `##[` and `##vso[` for a command wherever they stand in a line. */
export function defused(text: string): string {
  return text.replace(/##(?=\[|vso)/gi, '# #')
}

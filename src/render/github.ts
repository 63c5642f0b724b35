/** Workflow commands: GitHub Actions shows them as annotations of the step. */
import type { Severity } from '../catalog/entry.js'
import type { Report } from '../report/report.js'
import { wordsFor } from '../report/words.js'
import { type Annotation, annotationsOf, defused } from './annotations.js'

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

export function renderGithub(report: Report): string {
  const { annotations, left } = annotationsOf(report)
  const more = left > 0 ? [wordsFor(report.locale).triage.moreInputs(left)] : []
  return `${[...annotations.map(commandOf), ...more].join('\n')}\n`
}

function commandOf({ severity, title, message, place }: Annotation): string {
  const properties = [...(place ? [`file=${escapeProperty(place.file)}`, `line=${place.line}`] : []), `title=${escapeProperty(title)}`]
  return `::${commands[severity]} ${properties.join(',')}::${escapeData(message)}`
}

// actions/toolkit, packages/core/src/command.ts: escapeData and escapeProperty
function escapeData(text: string): string {
  return defused(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

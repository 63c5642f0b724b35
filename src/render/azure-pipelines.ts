/** Logging commands: Azure Pipelines shows them as issues of the run. */
import type { Report } from '../report/report.js'
import { wordsFor } from '../report/words.js'
import { type Annotation, annotationsOf, defused } from './annotations.js'

export function renderAzurePipelines(report: Report): string {
  const { annotations, left } = annotationsOf(report)
  const more = left > 0 ? [wordsFor(report.locale).triage.moreInputs(left)] : []
  return `${[...annotations.map(commandOf), ...more].join('\n')}\n`
}

/** There are errors and warnings alone; a note is a line of the log. */
function commandOf({ severity, code, title, message, place }: Annotation): string {
  const text = `${title}\n${message}`
  if (severity === 'info') return defused(text).replace(/[\r\n]+/g, ' ')
  const properties = [
    `type=${severity}`,
    ...(place ? [`sourcepath=${escapeProperty(place.file)}`, `linenumber=${place.line}`] : []),
    ...(code ? [`code=${escapeProperty(code)}`] : []),
  ]
  return `##vso[task.logissue ${properties.join(';')}]${escapeData(text)}`
}

// azure-pipelines-task-lib, node/taskcommand.ts; the agent turns %AZP25 back into a per cent sign.
function escapeData(text: string): string {
  return defused(text).replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(']', '%5D').replaceAll(';', '%3B')
}

/** What every renderer says in the same way: places, runs and their environment. */
import type { Report, ReportRun } from '../report/report.js'
import type { Words } from '../report/words.js'

/** A line of an input, with the input's name where there is more than one or it has a name. */
export function placeOf({ inputs }: Report, input: number, line: number, words: Words): string {
  return words.line(inputs[input]?.name ?? '-', line)
}

/** The runs that have checks to show. */
export function shownRuns({ runs }: Report): ReportRun[] {
  return runs.filter(({ checks }) => checks.length > 0)
}

/** Where a run stands, what it was, and on which versions and registry it ran. */
export function environmentParts({ kind, lines, input, environment }: ReportRun, report: Report, words: Words): string[] {
  const { azureCli, engine, docker, helm, loginServer, loginServerIp } = environment
  const name = report.inputs[input]?.name ?? '-'
  return [
    words.runKinds[kind],
    ...(loginServer ? [loginServerIp ? `${loginServer} (${loginServerIp})` : loginServer] : []),
    ...(azureCli ? [`Azure CLI ${azureCli}`] : []),
    ...(docker ? [`${engine === 'podman' ? 'Podman' : 'Docker'} ${docker}`] : []),
    ...(helm ? [`Helm ${helm}`] : []),
    ...(report.inputs.length > 1 || report.runs.length > 1 ? [words.lines(name, lines[0], lines[1])] : []),
  ]
}

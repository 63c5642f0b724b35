import type { DiagnosedRun, InputLog } from './diagnosis.js'

/** The runs of all inputs, numbered. */
export function numberRuns(logs: readonly InputLog[]): DiagnosedRun[] {
  return logs.flatMap((log, input) => log.runs.map((run) => ({ ...run, input }))).map((run, id) => ({ ...run, id }))
}

/** The run that holds a line; undefined where it stands in none. */
export function runAt(runs: readonly DiagnosedRun[], input: number, line: number): DiagnosedRun | undefined {
  return runs.find((run) => run.input === input && run.firstLine <= line && line <= run.lastLine)
}

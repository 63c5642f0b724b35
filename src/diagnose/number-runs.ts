import { countFirst } from '../text/ascending.js'
import type { DiagnosedRun, InputLog } from './diagnosis.js'

/** The runs of all inputs in order, each with its place as its id. */
export function numberRuns(logs: readonly InputLog[]): DiagnosedRun[] {
  return logs.flatMap((log, input) => log.runs.map((run) => ({ ...run, input }))).map((run, id) => ({ ...run, id }))
}

/** The run that holds a line; undefined where it stands in none. */
export function runAt(runs: readonly DiagnosedRun[], input: number, line: number): DiagnosedRun | undefined {
  const endsBefore = (run: DiagnosedRun) => run.input < input || (run.input === input && run.lastLine < line)
  const run = runs[countFirst(runs.length, (place) => endsBefore(runs[place] as DiagnosedRun))]
  return run?.input === input && run.firstLine <= line ? run : undefined
}

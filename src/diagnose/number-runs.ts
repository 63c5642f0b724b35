import type { DiagnosedRun, InputLog } from './diagnosis.js'

/** The runs of all inputs in order, each with its place as its id. */
export function numberRuns(logs: readonly InputLog[]): DiagnosedRun[] {
  return logs.flatMap((log, input) => log.runs.map((run) => ({ ...run, input }))).map((run, id) => ({ ...run, id }))
}

/** The run that holds a line; undefined where it stands in none. */
export function runAt(runs: readonly DiagnosedRun[], input: number, line: number): DiagnosedRun | undefined {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    const run = runs[middle] as DiagnosedRun
    if (run.input < input || (run.input === input && run.lastLine < line)) low = middle + 1
    else high = middle
  }
  const run = runs[low]
  return run?.input === input && run.firstLine <= line ? run : undefined
}

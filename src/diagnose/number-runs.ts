/** Runs of all inputs, numbered; text with matches but without a run of its own becomes one. */
import type { RunKind } from '../catalog/entry.js'
import type { Run } from '../log/parse-log.js'
import { lineIndexAt } from '../text/read-text.js'
import type { DiagnosedRun, InputLog } from './diagnosis.js'

export function numberRuns(logs: readonly InputLog[]): DiagnosedRun[] {
  const runs = logs.flatMap((log, input) => [...runsAround(log), ...log.runs].map((run) => ({ ...run, input })))
  return runs.sort((a, b) => a.input - b.input || a.firstLine - b.firstLine).map((run, id) => ({ ...run, id }))
}

/** The run of lines before the first recognised run, where something was found in them. */
function runsAround(log: InputLog): Run[] {
  const before = (log.runs[0]?.firstLine ?? log.source.lineStarts.length + 1) - 1
  const groups = log.matches.entries
    .filter((match) => lineIndexAt(log.source, match.stretch.start) < before)
    .map((match) => match.signature.owner.group)
  if (groups.length === 0) return []
  const kind = groups.map((group) => kindsByGroup[group]).find((known) => known !== undefined) ?? 'other'
  return [
    {
      firstLine: 1,
      lastLine: before,
      kind,
      registry: null,
      environment: {},
      checks: [],
      unknownCodes: [],
      loginSucceededAt: null,
      isFinished: false,
    },
  ]
}

const kindsByGroup: Readonly<Record<string, RunKind>> = {
  'docker-client': 'docker',
  kubernetes: 'kubernetes',
  'helm-oci': 'helm',
  'tasks-build': 'task',
}

/** The run that holds a line; undefined where it stands in none. */
export function runAt(runs: readonly DiagnosedRun[], input: number, line: number): DiagnosedRun | undefined {
  return runs.find((run) => run.input === input && run.firstLine <= line && line <= run.lastLine)
}

/** Later tries of the same thing: found by place, however many runs there are. */
import { placeBehind } from '../text/ascending.js'
import type { DiagnosedRun } from './diagnosis.js'

/** Ids of runs, ascending, by the login server that they name; those of all runs under null. */
type IdsByServer = Map<string | undefined | null, number[]>

export class LaterRuns {
  readonly #runs: readonly DiagnosedRun[]
  readonly #ids = new Map<string, IdsByServer>()

  /**
   * @param runs with their ids as places
   * @param didOf what a run did, by any names
   */
  constructor(runs: readonly DiagnosedRun[], didOf: (run: DiagnosedRun) => readonly string[]) {
    this.#runs = runs
    for (const run of runs) for (const did of didOf(run)) this.#note(did, run)
  }

  #note(did: string, { id, environment }: DiagnosedRun): void {
    const byServer: IdsByServer = this.#ids.get(did) ?? new Map()
    this.#ids.set(did, byServer)
    for (const server of [environment.loginServer, null]) {
      const ids = byServer.get(server)
      if (ids) ids.push(id)
      else byServer.set(server, [id])
    }
  }

  /**
   * The first run that did it further down in the same input: of two files nobody knows which is the later one.
   * Two runs that name different registries tried different things.
   */
  firstAfter(earlier: DiagnosedRun, did: string): DiagnosedRun | undefined {
    const server = earlier.environment.loginServer
    const byServer = this.#ids.get(did)
    const lists = (server === undefined ? [null] : [server, undefined]).map((name) => byServer?.get(name) ?? [])
    const first = Math.min(...lists.map((ids) => ids[placeBehind(ids, earlier.id)] ?? Number.POSITIVE_INFINITY))
    const run = this.#runs[first]
    return run?.input === earlier.input ? run : undefined
  }
}

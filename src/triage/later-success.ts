/** Where a failure of one input is over in another one of the same log. */
import type { DiagnosedRun } from '../diagnose/diagnosis.js'
import { isAbout, type LinkableFinding, laterSuccess } from '../diagnose/link-findings.js'
import { placeBehind } from '../text/ascending.js'
import type { Moment } from '../text/read-time.js'
import type { InputDigest, RunDigest } from './digest.js'
import type { SeriesPart } from './series.js'
import type { Episode } from './triage.js'

/** The runs of one log in order of time; each one's id is its place, and all of them stand in one input. */
interface RunsInTime {
  readonly runs: readonly RunDigest[]
  /** Of each run, the input in which it stands. */
  readonly inputs: readonly number[]
  /** When something was tried first in each, in milliseconds since 1970. */
  readonly tried: readonly number[]
  /** Places of those with which an input begins, that nobody called, and that succeeded. */
  readonly firstOnes: readonly number[]
}

export class LaterSuccesses {
  readonly #digests: readonly InputDigest[]
  readonly #families: ReadonlyMap<number, string>
  /** Times with a zone and times without one cannot be compared. */
  readonly #zoned: RunsInTime
  readonly #zoneless: RunsInTime

  constructor(digests: readonly InputDigest[], series: readonly SeriesPart[]) {
    const inputs = series.map(({ input }) => input)
    this.#digests = digests
    this.#families = new Map(series.map(({ input, family }) => [input, family]))
    this.#zoned = runsInTime(digests, inputs, true)
    this.#zoneless = runsInTime(digests, inputs, false)
  }

  /**
   * Where what failed in an input until its end succeeds in a run that tries it later: by the rules that hold within one input. And where
   * an input cuts its last run off, the first run of a later one may be the rest of it.
   *
   * @param runId of the failure, within the input
   * @param lastSeen when it was last seen there
   */
  after(finding: LinkableFinding, input: number, runId: number, lastSeen: Moment): Episode['end'] {
    const own = this.#digests[input]?.runs ?? []
    const failed = own[runId]
    if (!failed) return null
    const { runs, inputs, tried, firstOnes } = lastSeen.hasZone ? this.#zoned : this.#zoneless
    const from = placeBehind(tried, lastSeen.at)
    const retried = laterSuccess(finding, { ...failed, id: from - 0.5, input: 0 }, runs)
    const later = runId < own.length - 1 ? [] : firstOnes.slice(placeBehind(firstOnes, from - 1))
    const isPart = (place: number) => this.#families.get(inputs[place] as number) === this.#families.get(input)
    const rest = later.find((place) => isPart(place) && goesOn(failed, runs[place] as RunDigest, finding))
    const place = Math.min(retried?.run ?? runs.length, rest ?? runs.length)
    const run = runs[place]
    if (!run) return null
    const line = place === retried?.run ? retried.line : (run.success?.line ?? run.lastLine)
    return { input: inputs[place] as number, line, at: run.succeededAt }
  }
}

function runsInTime(digests: readonly InputDigest[], series: readonly number[], hasZone: boolean): RunsInTime {
  const placed = series
    .flatMap((input) => (digests[input] as InputDigest).runs.map((run) => ({ input, run, tried: run.triedAt?.at ?? 0 })))
    .filter(({ run }) => run.triedAt?.hasZone === hasZone)
    .sort((a, b) => a.tried - b.tried || a.input - b.input || a.run.id - b.run.id)
  return {
    runs: placed.map(({ run }, id) => ({ ...run, id, input: 0 })),
    inputs: placed.map(({ input }) => input),
    tried: placed.map(({ tried }) => tried),
    firstOnes: placed.flatMap(({ run }, place) => (run.id === 0 && run.success && run.command === null ? [place] : [])),
  }
}

/** Whether a run that succeeded may be the rest of one that failed, and it succeeded at that. */
function goesOn(failed: DiagnosedRun, run: DiagnosedRun, finding: LinkableFinding): boolean {
  if (run.kind !== failed.kind || failed.command !== null) return false
  const [one, other] = [failed.environment.loginServer, run.environment.loginServer]
  return isAbout(run, finding) && (one === undefined || other === undefined || one === other)
}

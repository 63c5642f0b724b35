/** Matches → findings: all matches of one entry for one registry. */
import type { CatalogEntry } from '../catalog/entry.js'
import type { Answer } from '../log/answers.js'
import { loginServerOf, registryNameOf } from '../log/environment.js'
import type { Match } from '../match/match.js'
import { lineEndOf, lineIndexAt, type SourceText } from '../text/read-text.js'
import type { DiagnosedRun, EvidencePlace, Finding, InputLog, LinePlace } from './diagnosis.js'
import { errorBlockLines } from './error-blocks.js'
import { answerBefore } from './find-answer.js'
import { groupBy } from './group-by.js'
import { runAt } from './number-runs.js'
import { foreignHostOf, loginServerOfMatch } from './scope.js'

interface PlacedMatch {
  readonly match: Match<CatalogEntry>
  readonly run: DiagnosedRun | undefined
  readonly registry: string | null
  /** The one that the message itself names. */
  readonly loginServer: string | undefined
  /** The request's answer that the message is about; undefined where the log does not show it. */
  readonly answer: Answer | undefined
  /** The first one is where the message begins. */
  readonly lines: readonly EvidencePlace[]
}

/** Entries of severity `noise` explain their lines and are no finding; the accounting asks for those by itself. */
export function collectFindings(logs: readonly InputLog[], runs: readonly DiagnosedRun[]): Finding[] {
  const placed = logs
    .flatMap((log, input) => placeMatches(log, input, runs))
    .filter(({ match }) => match.signature.owner.severity !== 'noise')
  return groupByRegistry(placed).map((group) => toFinding(group))
}

function placeMatches(log: InputLog, input: number, runs: readonly DiagnosedRun[]): PlacedMatch[] {
  return log.matches.entries
    .filter((match) => foreignHostOf(log.source, match) === undefined)
    .map((match) => {
      const line = lineIndexAt(log.source, match.stretch.start) + 1
      const run = runAt(runs, input, line)
      const loginServer = loginServerOfMatch(log.source, match)
      const answer = answerBefore(match.signature.owner, run, line)
      const lines = [...evidenceLines(log, input, match), ...(answer ? [{ input, line: answer.line }] : [])]
      return { match, run, registry: registryOf(match, loginServer, run), loginServer, answer, lines }
    })
}

function registryOf(match: Match<CatalogEntry>, loginServer: string | undefined, run: DiagnosedRun | undefined): string | null {
  if (match.signature.owner.scope === 'any' && !match.facts.registry) return null
  return registryNameOf(match.facts) ?? registryNameOf({ loginServer }) ?? run?.registry ?? null
}

/** The lines of the match, and of the error block that it heads. */
function evidenceLines(log: InputLog, input: number, match: Match<CatalogEntry>): EvidencePlace[] {
  const own = linesOf(log.source, match)
  const block = errorBlockLines(log, match).filter((line) => !own.includes(line))
  return [...own.map((line) => ({ input, line, columns: columnsIn(log.source, line, match) })), ...block.map((line) => ({ input, line }))]
}

function columnsIn(source: SourceText, line: number, { stretch }: Match<unknown>): [number, number] {
  const lineStart = source.lineStarts[line - 1] as number
  const start = Math.max(stretch.start, lineStart)
  const end = Math.min(stretch.end, lineEndOf(source, line - 1))
  return [start - lineStart + 1, Math.max(start, end) - lineStart + 1]
}

/** 1-based lines that a match touches. */
export function linesOf(source: SourceText, match: Match<unknown>): number[] {
  const first = lineIndexAt(source, match.stretch.start) + 1
  const last = lineIndexAt(source, Math.max(match.stretch.start, match.stretch.end - 1)) + 1
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** A match that names no registry belongs with those of its code that name the only one. */
function groupByRegistry(placed: readonly PlacedMatch[]): PlacedMatch[][] {
  const named = registriesByCode(placed)
  const groups = groupBy(placed, ({ match, registry }) => {
    const { code } = match.signature.owner
    const others = named.get(code)
    return `${code} ${registry ?? (others?.size === 1 ? [...others][0] : '')}`
  })
  return [...groups.values()]
}

function registriesByCode(placed: readonly PlacedMatch[]): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>()
  for (const { match, registry } of placed) {
    const { code } = match.signature.owner
    if (registry) named.set(code, (named.get(code) ?? new Set()).add(registry))
  }
  return named
}

const MOST_EVIDENCE = 20

/** As many of a finding's places as a reader may want. */
export function firstPlaces(places: readonly EvidencePlace[]): EvidencePlace[] {
  return places.slice(0, MOST_EVIDENCE)
}

function toFinding(group: readonly PlacedMatch[]): Finding {
  const entry = (group[0] as PlacedMatch).match.signature.owner
  const registry = group.find((one) => one.registry)?.registry ?? null
  const places = inOrder(group.flatMap(({ lines }) => lines))
  return {
    entry,
    registry,
    runs: [...new Set(group.flatMap(({ run }) => (run ? [run.id] : [])))].sort((a, b) => a - b),
    count: countOf(group),
    facts: factsOf(group, registry),
    places,
    sightings: inOrder(group.flatMap(({ lines }) => lines.slice(0, 1))),
    evidence: firstPlaces(places),
  }
}

/** Ascending, each line once: as the first of the places has it. */
export function inOrder<Place extends LinePlace>(places: readonly Place[]): Place[] {
  const distinct = new Map(places.toReversed().map((place) => [`${place.input}:${place.line}`, place]))
  return [...distinct.values()].sort((a, b) => a.input - b.input || a.line - b.line)
}

/** A run of check-health or login prints an error once, however often `--debug` logs it; elsewhere each repetition of a wording counts. */
function countOf(group: readonly PlacedMatch[]): number {
  const byRun = new Map<DiagnosedRun | undefined, Map<string, number>>()
  for (const { match, run } of group) {
    const wordings = byRun.get(run) ?? new Map<string, number>()
    byRun.set(run, wordings.set(match.signature.text, (wordings.get(match.signature.text) ?? 0) + 1))
  }
  const counts = [...byRun].map(([run, wordings]) =>
    run?.kind === 'check-health' || run?.kind === 'login' ? 1 : Math.max(...wordings.values()),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

function factsOf(group: readonly PlacedMatch[], registry: string | null): Record<string, string> {
  const facts: Record<string, string> = {}
  for (const { match } of group) {
    for (const [name, value] of Object.entries(match.facts)) facts[name] ??= value
  }
  const answer = group.findLast((one) => one.answer)?.answer
  if (answer) facts.status ??= answer.status
  if (answer?.correlationId) facts.correlationId ??= answer.correlationId
  const loginServer =
    loginServerOf(facts) ??
    group
      .flatMap((one) => [one.loginServer, one.run?.environment.loginServer])
      .find((known) => known && registryNameOf({ loginServer: known }) === registry)
  if (registry) facts.registry = registry
  if (registry && loginServer) facts.loginServer = loginServer
  return facts
}

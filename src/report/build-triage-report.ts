/** Triage → report: the same report as for one log, with what many inputs have in common. */
import type { Severity } from '../catalog/entry.js'
import type { Prose } from '../catalog/prose.js'
import { toIso } from '../text/read-time.js'
import type { InputDigest, InputProblem } from '../triage/digest.js'
import type { SeenMoments } from '../triage/seen.js'
import { coarsened, spanning, type TimeCounts } from '../triage/time-counts.js'
import type { QuotedPlace, Triage, TriagedFinding } from '../triage/triage.js'
import { type BuildOptions, plain, reportDecoding, reportFinding, reportRun, type Voice } from './build-report.js'
import { quoteForShell } from './fill-command.js'
import { quoteAround, quoteLine } from './quote-line.js'
import type { Report, ReportFinding, ReportGroup, ReportInput, ReportTimeline, Seen } from './report.js'
import { type Words, wordsFor } from './words.js'

export interface BuildTriageOptions extends BuildOptions {
  /** The inputs were not read to their end, as the call was interrupted. */
  readonly isIncomplete?: boolean
}

export function buildTriageReport(
  triage: Triage,
  { catalog, locale = 'en', version = '0.0.0', isIncomplete = false }: BuildTriageOptions,
): Report {
  const words = wordsFor(locale)
  const total = triage.inputs.reduce((sum, { lineCount }) => sum + lineCount, 0)
  const names = triage.inputs.map(({ name }) => name)
  const timeline = spanning(
    triage.groups.map(({ times }) => times),
    MOST_STRETCHES,
  )
  const unexplained = triage.unexplained.slice(0, MOST_UNEXPLAINED)
  return {
    schemaVersion: 1,
    tool: { name: 'acr-explain', version, catalog: { entries: catalog.entries.length, digest: catalog.digest } },
    locale,
    ...(isIncomplete && { incomplete: true as const }),
    verdict: triage.verdict,
    summary: plain(summarizeTriage(triage, words)),
    advice: [],
    inputs: triage.inputs.map((input, id) => reportInput(input, id, words)),
    groups: triage.groups.map((group) => reportGroup(group, timeline)),
    timeline: timeline ? reportTimeline(timeline, triage) : null,
    runs: triage.runs.map((run) => reportRun(run, words)),
    findings: triage.findings.map((finding) => reportTriaged(finding, { catalog, locale, words, names })),
    accounting: {
      inputs: accountInputs(triage),
      unlisted: triage.lineCounts.unexplained - unexplained.reduce((sum, { count }) => sum + count, 0),
      lines: { total, ...triage.lineCounts, skipped: 0 },
    },
    unexplained: unexplained.map((one) => reportUnexplained(one, names)),
    digests: triage.inputs,
  }
}

const MOST_STRETCHES = 60
const MOST_UNEXPLAINED = 1000
const MOST_INPUTS = 100

type Timeline = NonNullable<ReturnType<typeof spanning>>

function reportTimeline({ minutes, first, stretches }: Timeline, { groups }: Triage): ReportTimeline {
  const hasZone = groups.every(({ firstSeen }) => firstSeen?.hasZone !== false)
  const starts = Array.from({ length: stretches }, (_, index) => toIso({ at: (first + index * minutes) * 60_000, hasZone }))
  return { minutes, starts }
}

function reportUnexplained({ input, line, text, count, inputs, score, ...one }: Triage['unexplained'][number], names: readonly string[]) {
  return {
    ...{ input, line, text: quoteLine(text), count, template: quoteLine(one.template) },
    ...{ inputCount: inputs.length, inputs: inputs.slice(0, MOST_INPUTS), firstSeen: one.firstSeen && toIso(one.firstSeen), score },
    command: `acr-explain kb new --from-log ${quoteForShell(`${names[input]}:${line}`)}`,
  }
}

function accountInputs({ inputs, excludedCount }: Triage): NonNullable<Report['accounting']['inputs']> {
  const cut = inputs.filter(({ problem }) => problem && isCut(problem)).length
  const unread = inputs.map(({ problem }) => (problem ? unreadCount(problem) : 0))
  const skipped = unread.reduce((sum, count) => sum + count, 0)
  const read = inputs.length - cut - unread.filter((count) => count > 0).length
  return { total: read + cut + skipped, read, cut, skipped, excluded: excludedCount }
}

const cutting = new Set<InputProblem['kind']>(['cut off', 'damaged', 'wrong size', 'rest unread', 'interrupted', 'too large', 'bomb'])
const readable = new Set<InputProblem['kind']>(['flawed', 'binary'])

function isCut({ kind }: InputProblem): boolean {
  return cutting.has(kind)
}

/** How many inputs a problem stands for that were not read at all. */
function unreadCount(problem: InputProblem): number {
  if (problem.kind === 'too many') return problem.skipped
  return isCut(problem) || readable.has(problem.kind) ? 0 : 1
}

function reportInput({ name, byteLength, lineCount, verdict, ...decoded }: InputDigest, id: number, words: Words): ReportInput {
  return { id, name, bytes: byteLength, lines: lineCount, ...reportDecoding(decoded, words), verdict }
}

function reportGroup(group: Triage['groups'][number], timeline: Timeline | undefined): ReportGroup {
  const { code, registry, severity, state, count, inputs, consequences, hosts, episodeCount, traits } = group
  return {
    ...{ code, registry, severity: severity as Severity, state, count, inputs, ...seenSpan(group), consequences, hosts },
    episodes: group.episodes.map(({ input, firstLine, lastLine, goesOnIn, end, ...seen }) => ({
      ...{ input, lines: [firstLine, lastLine], goesOnIn, ...seenSpan(seen) },
      end: end && { ...end, at: end.at && toIso(end.at) },
    })),
    episodeCount,
    traits: traits.map(({ kind, value, inputCount }) => ({ kind, value: kind === 'line' ? quoteLine(value) : value, inputCount })),
    timeline: timeline ? countsIn(timeline, group.times) : [],
  }
}

function countsIn({ minutes, first, stretches }: Timeline, times: TimeCounts): number[] {
  if (times.counts.length === 0) return []
  const known = new Map(coarsened(times.counts, minutes).counts)
  return Array.from({ length: stretches }, (_, index) => known.get(first + index * minutes) ?? 0)
}

function reportTriaged(
  finding: TriagedFinding,
  { names, ...voice }: Omit<Voice, 'quote' | 'placeOf'> & { readonly names: readonly string[] },
): ReportFinding<Prose> {
  const quotes = new Map(finding.evidence.map((place) => [`${place.input}:${place.line}`, place]))
  const reported = reportFinding(finding, {
    ...voice,
    quote({ input, line }) {
      const { text, columns } = quotes.get(`${input}:${line}`) as QuotedPlace
      return { input, line, ...(columns ? quoteAround(text, columns) : { text: quoteLine(text) }) }
    },
    placeOf: (place) => place && voice.words.line(names[place.input] ?? '-', place.line),
  })
  return { ...reported, inputs: finding.inputs, ...seenSpan(finding) }
}

function seenSpan({ firstSeen, lastSeen }: SeenMoments): Seen {
  return { firstSeen: firstSeen && toIso(firstSeen), lastSeen: lastSeen && toIso(lastSeen) }
}

/** How many root causes, in how many of the inputs, and how the others fare. */
export function summarizeTriage(
  {
    inputs,
    groups,
  }: {
    readonly inputs: readonly Pick<ReportInput, 'verdict'>[]
    readonly groups: readonly Pick<Triage['groups'][number], 'state' | 'severity'>[]
  },
  { triage }: Words,
): string {
  const open = groups.filter(({ state }) => state === 'open')
  const causes = (wanted: string) => open.filter(({ severity }) => severity === wanted)
  const count = (verdict: InputDigest['verdict']) => inputs.filter((input) => input.verdict === verdict).length
  return triage.summary({
    inputs: inputs.length,
    errors: causes('error').length,
    warnings: causes('warning').length,
    cleared: groups.length - open.length,
    failing: count('failing'),
    healthy: count('healthy') + count('warnings'),
    inconclusive: count('inconclusive'),
  })
}

/** One input, read and diagnosed → what triage keeps of it. */
import type { Because, DiagnosedFinding, DiagnosedRun, Diagnosis, EvidencePlace, InputLog } from '../diagnose/diagnosis.js'
import { cutLine } from '../text/cut-line.js'
import { readHost } from '../text/read-host.js'
import { lineText, originalLine, type SourceText } from '../text/read-text.js'
import { type Moment, TimeReader } from '../text/read-time.js'
import {
  type FindingDigest,
  type InputDigest,
  MOST_HOSTS,
  MOST_QUOTED,
  MOST_UNEXPLAINED,
  type QuotedLine,
  type RunDigest,
  type Spell,
} from './digest.js'
import { seenAt } from './seen.js'
import { countTimes } from './time-counts.js'

/** What a piece of an input does not hold. */
export interface Whole {
  /** Of the input's beginning, as `timeSample` has it. */
  readonly timeSample: string
  /** The lines right above the piece, as far as they may say when its first ones were written. */
  readonly linesAbove: readonly string[]
}

const allOfIt: Whole = { timeSample: '', linesAbove: [] }

/**
 * @param diagnosis of this input alone
 * @param latest the last moment that a stamp of it can mean, in milliseconds: when it was written, or now
 * @param whole what the log is a piece of, where it is one
 */
export function digestLog(log: InputLog, diagnosis: Diagnosis, latest?: number, whole: Whole = allOfIt): InputDigest {
  const { name, source } = log
  const times = new TimeReader(whole.timeSample + source.text, latest)
  const textOf = (line: number) => (line > 0 ? lineText(source, line - 1) : whole.linesAbove.at(line - 1))
  const ownTimeOf = remembered((line) => times.read(textOf(line) ?? ''))
  const reader: DigestReader = {
    quote: ({ line, columns }) => ({ line: originalLine(source, line), ...cutLine(lineText(source, line - 1), columns) }),
    numberOf: (line) => originalLine(source, line),
    timeOf: timeAbove(log, ownTimeOf, whole.linesAbove.length),
    hostOf: remembered((line) => readHost(lineText(source, line - 1))),
  }
  const findings = diagnosis.findings.map((finding) => digestFinding(finding, diagnosis.runs, reader))
  return {
    name,
    byteLength: source.byteLength,
    lineCount: source.lineStarts.length,
    encoding: source.encoding,
    isGuess: source.isGuess,
    problem: source.problem,
    verdict: diagnosis.verdict,
    runs: diagnosis.runs.map((run) => digestRun(run, reader)),
    findings,
    lineCounts: diagnosis.lineCounts,
    unexplained: diagnosis.unexplained.slice(0, MOST_UNEXPLAINED).map(({ count, template, score, ...place }) => ({
      ...reader.quote(place),
      ...{ count, template, score, firstSeen: reader.timeOf(place.line) ?? null },
    })),
    hosts: firstOf(
      [...hostsAt(linesFrom(1, Math.min(HEAD_LINES, source.lineStarts.length)), reader), ...findings.flatMap(({ hosts }) => hosts)],
      MOST_HOSTS,
    ),
  }
}

/** Lines at the beginning that are asked for the machine's name. */
const HEAD_LINES = 60

function hostsAt(lines: readonly number[], { hostOf }: DigestReader): string[] {
  return lines.flatMap((line) => hostOf(line) ?? [])
}

/** Each once, the first ones. */
export function firstOf(values: readonly string[], most: number): string[] {
  return [...new Set(values)].slice(0, most)
}

function linesFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function remembered<Value>(read: (line: number) => Value): (line: number) => Value {
  const known = new Map<number, Value>()
  return (line) => {
    if (!known.has(line)) known.set(line, read(line))
    return known.get(line) as Value
  }
}

/** Of a line of the text that was read: itself, its number in the whole input, and its time. */
interface DigestReader {
  quote(place: EvidencePlace): QuotedLine
  numberOf(line: number): number
  timeOf(line: number): Moment | undefined
  hostOf(line: number): string | undefined
}

function digestRun(run: DiagnosedRun, { numberOf, timeOf }: DigestReader): RunDigest {
  return {
    ...run,
    firstLine: numberOf(run.firstLine),
    lastLine: numberOf(run.lastLine),
    checks: run.checks.map((check) => ({ ...check, line: check.line && numberOf(check.line) })),
    unknownCodes: run.unknownCodes.map(({ code, line }) => ({ code, line: numberOf(line) })),
    success: run.success && { ...run.success, line: numberOf(run.success.line) },
    answers: [],
    ...timesOf(run, timeOf),
  }
}

/** When the first and the last of its lines were written that say how something went. */
function timesOf({ success, checks }: DiagnosedRun, timeOf: DigestReader['timeOf']): Pick<RunDigest, 'triedAt' | 'succeededAt'> {
  const tried = checks.flatMap(({ line }) => line ?? []).concat(success?.line ?? [])
  const passed = checks.flatMap(({ status, line }) => (status === 'passed' ? (line ?? []) : [])).concat(success?.line ?? [])
  const timeAt = (line: number) => (Number.isFinite(line) && timeOf(line)) || null
  return { triedAt: timeAt(Math.min(...tried)), succeededAt: timeAt(Math.max(...passed)) }
}

function digestFinding(
  { entry, places: _places, sightings, evidence, ...rest }: DiagnosedFinding,
  runs: readonly DiagnosedRun[],
  reader: DigestReader,
): FindingDigest {
  const moments = sightings.flatMap(({ line }) => reader.timeOf(line) ?? [])
  return {
    ...rest,
    code: entry.code,
    causes: rest.causes.map((cause) => ({ ...cause, because: cause.because.map((reason) => renumber(reason, reader)) })),
    evidence: evidence.slice(0, MOST_QUOTED).map(reader.quote),
    ...seenAt(moments),
    spells: spellsOf(
      sightings.map(({ line }) => line),
      runs,
      reader,
    ),
    times: countTimes(moments.map(({ at }) => at)),
    hosts: firstOf(
      hostsAt(
        sightings.map(({ line }) => line),
        reader,
      ),
      MOST_HOSTS,
    ),
  }
}

/** @param lines of the sightings, ascending */
function spellsOf(lines: readonly number[], runs: readonly DiagnosedRun[], { numberOf, timeOf }: DigestReader): Spell[] {
  const spells: { run: number | null; lines: number[] }[] = []
  let next = 0
  for (const line of lines) {
    while (next < runs.length && (runs[next] as DiagnosedRun).lastLine < line) next++
    const run = (runs[next]?.firstLine ?? Number.POSITIVE_INFINITY) <= line ? next : null
    const last = spells.at(-1)
    if (last && last.run === run) last.lines.push(line)
    else spells.push({ run, lines: [line] })
  }
  return spells.map(({ run, lines: own }) => ({
    run,
    firstLine: numberOf(own[0] as number),
    lastLine: numberOf(own.at(-1) as number),
    ...seenAt(own.flatMap((line) => timeOf(line) ?? [])),
  }))
}

function renumber(reason: Because, { numberOf }: DigestReader): Because {
  return 'place' in reason && reason.place ? { ...reason, place: { ...reason.place, line: numberOf(reason.place.line) } } : reason
}

/** How far above a line its time may stand: a message of many lines has its stamp on the first. */
const FARTHEST_STAMP = 12

/** The lines of a text that a piece which begins at `lineIndex` has right above it. */
export function linesAbove(source: SourceText, lineIndex: number): string[] {
  const isBehindGap = (index: number) => source.excerpt?.gaps.has(index) ?? false
  let first = lineIndex
  while (first > Math.max(0, lineIndex - FARTHEST_STAMP) && !isBehindGap(first)) first--
  return Array.from({ length: lineIndex - first }, (_, index) => lineText(source, first + index))
}

/** @param linesAbove how many lines above the first one are known: 0 and below */
function timeAbove({ source }: InputLog, ownTimeOf: DigestReader['timeOf'], linesAbove: number): DigestReader['timeOf'] {
  const isFirst = (line: number) => (line === 1 ? linesAbove === 0 : source.excerpt?.gaps.has(line - 1))
  return (line) => {
    for (let above = line; above > Math.max(-linesAbove, line - FARTHEST_STAMP); above--) {
      const moment = ownTimeOf(above)
      if (moment) return moment
      if (isFirst(above)) return undefined
    }
    return undefined
  }
}

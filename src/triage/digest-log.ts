/** One input, read and diagnosed → what triage keeps of it. */
import type { DiagnosedFinding, Diagnosis, InputLog, LinePlace } from '../diagnose/diagnosis.js'
import { lineText } from '../text/read-text.js'
import { type Moment, readTime } from '../text/read-time.js'
import type { FindingDigest, InputDigest, QuotedLine, RunDigest } from './digest.js'

const MOST_EVIDENCE = 5
const MOST_UNEXPLAINED = 1000
const LONGEST_QUOTE = 1000

/**
 * @param diagnosis of this input alone
 * @param latest the last moment that a stamp of it can mean, in milliseconds: when it was written, or now
 */
export function digestLog(log: InputLog, diagnosis: Diagnosis, latest?: number): InputDigest {
  const { name, source } = log
  const quote = ({ line }: LinePlace): QuotedLine => ({ line, text: lineText(source, line - 1).slice(0, LONGEST_QUOTE) })
  const timeOf = timeReader(log, latest)
  return {
    name,
    byteLength: source.byteLength,
    lineCount: source.lineStarts.length,
    encoding: source.encoding,
    problem: source.problem,
    verdict: diagnosis.verdict,
    runs: diagnosis.runs.map((run): RunDigest => ({ ...run, at: timeOf(run.firstLine) ?? null })),
    findings: diagnosis.findings.map((finding) => digestFinding(finding, quote, timeOf)),
    lineCounts: diagnosis.lineCounts,
    unexplained: diagnosis.unexplained.slice(0, MOST_UNEXPLAINED).map((one) => ({ ...one, ...quote(one) })),
  }
}

function digestFinding(
  { entry, places: _places, sightings, evidence, ...rest }: DiagnosedFinding,
  quote: (place: LinePlace) => QuotedLine,
  timeOf: (line: number) => Moment | undefined,
): FindingDigest {
  const moments = sightings.flatMap(({ line }) => timeOf(line) ?? [])
  return {
    ...rest,
    code: entry.code,
    evidence: evidence.slice(0, MOST_EVIDENCE).map(quote),
    firstSeen: earliest(moments) ?? null,
    lastSeen: latestOf(moments) ?? null,
  }
}

/** How far above a line its time may stand: a message of many lines has its stamp on the first. */
const FARTHEST_STAMP = 40

function timeReader({ source }: InputLog, latest: number | undefined): (line: number) => Moment | undefined {
  const known = new Map<number, Moment | undefined>()
  const ownTime = (line: number) => {
    if (!known.has(line)) known.set(line, readTime(lineText(source, line - 1), latest))
    return known.get(line)
  }
  return (line) => {
    for (let above = line; above > Math.max(0, line - FARTHEST_STAMP); above--) {
      const moment = ownTime(above)
      if (moment) return moment
    }
    return undefined
  }
}

export function earliest(moments: readonly Moment[]): Moment | undefined {
  return moments.reduce<Moment | undefined>((first, moment) => (first && first.at <= moment.at ? first : moment), undefined)
}

export function latestOf(moments: readonly Moment[]): Moment | undefined {
  return moments.reduce<Moment | undefined>((last, moment) => (last && last.at >= moment.at ? last : moment), undefined)
}

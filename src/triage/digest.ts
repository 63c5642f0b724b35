/** What triage keeps of an input once it is read: plain data of bounded size, as a worker can send it. */
import type { DiagnosedFinding, DiagnosedRun, Diagnosis, LineClass } from '../diagnose/diagnosis.js'
import type { DecodingProblem } from '../text/decode.js'
import type { Moment } from '../text/read-time.js'
import type { SeenMoments } from './seen.js'
import type { TimeCounts } from './time-counts.js'

/** The bounds of a digest: lines that a finding quotes, lines that nothing explains, and machines. */
export const MOST_QUOTED = 5
export const MOST_UNEXPLAINED = 1000
export const MOST_HOSTS = 50

export interface InputDigest {
  readonly name: string
  readonly byteLength: number
  readonly lineCount: number
  readonly encoding: string
  /** Whether the bytes only make the encoding likely. */
  readonly isGuess: boolean
  /** What of the input could not be read; null where all of it was. */
  readonly problem: InputProblem | null
  readonly verdict: Diagnosis['verdict']
  /** Numbered from 0 within the input. */
  readonly runs: readonly RunDigest[]
  readonly findings: readonly FindingDigest[]
  readonly lineCounts: Readonly<Record<LineClass, number>>
  readonly unexplained: readonly UnexplainedDigest[]
  /** Machines that its lines name, in the order in which they do; the first ones of very many. */
  readonly hosts: readonly string[]
}

export type InputProblem = DecodingProblem | ReadingProblem

/** Why an input was not read, or not to its end. */
export type ReadingProblem =
  | { readonly kind: 'link' | 'special file' | 'unsafe name' | 'encrypted' }
  /** What came before the place was read. */
  | { readonly kind: 'cut off' | 'damaged' | 'wrong size' | 'rest unread' | 'interrupted' }
  /** The call was interrupted before. */
  | { readonly kind: 'not reached' }
  /** The system's code, such as EACCES. */
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'unread format'; readonly format: string }
  | { readonly kind: 'too deep'; readonly depth: number }
  | { readonly kind: 'too many'; readonly entries: number; readonly skipped: number }
  | { readonly kind: 'too large'; readonly bytes: number }
  | { readonly kind: 'bomb'; readonly ratio: number }

const noLines: InputDigest['lineCounts'] = { evidence: 0, routine: 0, noise: 0, unexplained: 0, blank: 0, unreadable: 0 }

export function addLineCounts(digests: readonly InputDigest[]): InputDigest['lineCounts'] {
  const sum: Record<LineClass, number> = { ...noLines }
  for (const { lineCounts } of digests) {
    for (const lineClass of Object.keys(sum) as LineClass[]) sum[lineClass] += lineCounts[lineClass]
  }
  return sum
}

/** The digest of something that could not be read at all. */
export function unreadDigest(name: string, byteLength: number, problem: ReadingProblem): InputDigest {
  return {
    name,
    byteLength,
    lineCount: 0,
    encoding: 'utf-8',
    isGuess: false,
    problem,
    verdict: 'inconclusive',
    runs: [],
    findings: [],
    unexplained: [],
    hosts: [],
    lineCounts: noLines,
  }
}

export interface RunDigest extends DiagnosedRun {
  /** When the first thing in it was tried; null where no line says how anything went, or when. */
  readonly triedAt: Moment | null
  /** When the last thing in it succeeded; null where nothing did, or no line says when. */
  readonly succeededAt: Moment | null
}

/** A line with its text, cut where it is very long; `line` is 1-based. */
export interface QuotedLine {
  readonly line: number
  readonly text: string
  /** As of EvidencePlace, in `text`. */
  readonly columns?: readonly [start: number, end: number]
}

/** A finding of one input. */
export interface FindingDigest extends SeenMoments, Omit<DiagnosedFinding, 'entry' | 'places' | 'sightings' | 'evidence'> {
  readonly code: string
  readonly evidence: readonly QuotedLine[]
  /** Its sightings by the runs they stand in, in order. */
  readonly spells: readonly Spell[]
  /** When the sightings were whose time is known. */
  readonly times: TimeCounts
  /** Machines that wrote the lines; the first ones of very many. */
  readonly hosts: readonly string[]
}

/** The sightings of a failure within one run. */
export interface Spell extends SeenMoments {
  /** The run's id; null where the lines stand in none. */
  readonly run: number | null
  readonly firstLine: number
  readonly lastLine: number
}

export interface UnexplainedDigest extends QuotedLine {
  readonly count: number
  readonly template: string
  /** How much it looks like a failure, from 1. */
  readonly score: number
  /** When its line was written. */
  readonly firstSeen: Moment | null
}

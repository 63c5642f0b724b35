/** What is known of a set of logs once they are read: data for the report, not yet words. */
import type { CheckId, CheckStatus } from '../catalog/checks.js'
import type { CatalogEntry, Cloud, Likelihood, RunKind, VersionedTool } from '../catalog/entry.js'
import type { ReleaseFit } from '../catalog/release.js'
import type { Run } from '../log/parse-log.js'
import type { VocabularyEntry } from '../log/vocabulary.js'
import type { Matches } from '../match/match-entries.js'
import type { SourceText } from '../text/read-text.js'

/** One input, read and matched. */
export interface InputLog {
  readonly name: string
  readonly source: SourceText
  readonly matches: Matches<VocabularyEntry>
  readonly runs: readonly Run[]
}

/** A line of an input; `line` is 1-based. */
export interface LinePlace {
  readonly input: number
  readonly line: number
}

/** A line that a finding rests on. */
export interface EvidencePlace extends LinePlace {
  /** Where in the line the message stands, as first column and the one behind the last, from 1; absent where all of it counts. */
  readonly columns?: readonly [start: number, end: number]
}

export interface DiagnosedRun extends Run {
  readonly id: number
  readonly input: number
}

/** Why a cause is as likely as it is. */
export type Because =
  | { readonly kind: 'finding'; readonly code: string; readonly isFound: boolean; readonly place: LinePlace | null }
  | { readonly kind: 'fact'; readonly name: string; readonly value: string | null; readonly sort: 'private' | 'public' | null }
  | { readonly kind: 'check'; readonly check: CheckId; readonly status: CheckStatus; readonly place: LinePlace | null }
  | { readonly kind: 'version'; readonly tool: VersionedTool; readonly version: string }
  | { readonly kind: 'cloud'; readonly cloud: Cloud }
  | { readonly kind: 'text'; readonly text: string; readonly place: LinePlace | null }
  | { readonly kind: 'run'; readonly runKind: RunKind }

export interface WeighedCause {
  readonly id: string
  readonly likelihood: Likelihood
  readonly because: readonly Because[]
}

export interface Finding {
  readonly entry: CatalogEntry
  /** The registry's short name; null where the log names none. */
  readonly registry: string | null
  /** Ids of runs, ascending. */
  readonly runs: readonly number[]
  readonly count: number
  readonly facts: Readonly<Record<string, string>>
  /** Every line that the finding explains, ascending. */
  readonly places: readonly EvidencePlace[]
  /** The first line of each match, ascending: when it was seen, and how often. */
  readonly sightings: readonly LinePlace[]
  /** For the reader: the first of the places, then the lines that make a cause likely. */
  readonly evidence: readonly EvidencePlace[]
}

/** The release of the Azure CLI that a finding comes from, and whether it prints such a thing. */
export interface JudgedRelease {
  readonly installed: string
  readonly fit: ReleaseFit
}

export const VERDICTS = ['healthy', 'warnings', 'failing', 'inconclusive'] as const
export type Verdict = (typeof VERDICTS)[number]
export const FINDING_ROLES = ['root-cause', 'consequence', 'independent'] as const
export type FindingRole = (typeof FINDING_ROLES)[number]
/** `cleared`: the same thing succeeded later on. */
export const FINDING_STATES = ['open', 'cleared'] as const
export type FindingState = (typeof FINDING_STATES)[number]

export interface DiagnosedFinding extends Finding {
  readonly role: FindingRole
  readonly consequenceOf: string | null
  readonly state: FindingState
  /** Likeliest first. */
  readonly causes: readonly WeighedCause[]
  /** Null where the log names no release, or what was found is not bound to any. */
  readonly release: JudgedRelease | null
  /** Facts of this finding, its relatives and its runs, for filling commands. */
  readonly knownFacts: Readonly<Record<string, string>>
}

export type LineClass = 'evidence' | 'routine' | 'noise' | 'unexplained' | 'blank' | 'unreadable'

export interface UnexplainedLine extends LinePlace {
  readonly count: number
  readonly template: string
  /** How much it looks like a failure, from 1. */
  readonly score: number
}

export interface Diagnosis {
  readonly verdict: Verdict
  readonly runs: readonly DiagnosedRun[]
  /** In the order of the report. */
  readonly findings: readonly DiagnosedFinding[]
  readonly lineCounts: Readonly<Record<LineClass, number>>
  readonly unexplained: readonly UnexplainedLine[]
}

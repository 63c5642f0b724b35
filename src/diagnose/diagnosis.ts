/** What is known of a set of logs once they are read: data for the report, not yet words. */
import type { CheckId, CheckStatus } from '../catalog/checks.js'
import type { CatalogEntry, Cloud, Likelihood, RunKind, VersionedTool } from '../catalog/entry.js'
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
  /** The lines of its own messages, ascending; then those that make a cause likely. */
  readonly evidence: readonly EvidencePlace[]
}

export interface DiagnosedFinding extends Finding {
  readonly role: 'root-cause' | 'consequence' | 'independent'
  readonly consequenceOf: string | null
  readonly state: 'open' | 'cleared'
  /** Likeliest first. */
  readonly causes: readonly WeighedCause[]
  /** Facts of this finding, its relatives and its runs, for filling commands. */
  readonly knownFacts: Readonly<Record<string, string>>
}

export type LineClass = 'evidence' | 'routine' | 'noise' | 'unexplained' | 'blank' | 'unreadable'

export interface UnexplainedLine extends LinePlace {
  readonly count: number
  readonly template: string
}

export interface Diagnosis {
  readonly verdict: 'healthy' | 'warnings' | 'failing' | 'inconclusive'
  readonly runs: readonly DiagnosedRun[]
  /** In the order of the report. */
  readonly findings: readonly DiagnosedFinding[]
  readonly lineCounts: Readonly<Record<LineClass, number>>
  readonly unexplained: readonly UnexplainedLine[]
}

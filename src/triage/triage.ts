/** What is known of many inputs together: data for the report, not yet words. */
import type { DiagnosedFinding, DiagnosedRun, Diagnosis, EvidencePlace, LineClass } from '../diagnose/diagnosis.js'
import type { Environment } from '../log/environment.js'
import type { Moment } from '../text/read-time.js'
import type { InputDigest } from './digest.js'
import type { SeenMoments } from './seen.js'
import type { TimeCounts } from './time-counts.js'

/** A line with its text. */
export interface QuotedPlace extends EvidencePlace {
  readonly text: string
}

export interface TriagedFinding extends SeenMoments, Omit<DiagnosedFinding, 'places' | 'sightings'> {
  /** Ids of all inputs it was found in, ascending. */
  readonly inputs: readonly number[]
  /** A sample over the inputs. */
  readonly evidence: readonly QuotedPlace[]
}

/** One root cause at one registry, with what followed from it. */
export interface FindingGroup extends SeenMoments {
  readonly code: string
  readonly registry: string | null
  readonly severity: DiagnosedFinding['entry']['severity']
  readonly state: DiagnosedFinding['state']
  readonly count: number
  readonly inputs: readonly number[]
  /** Codes, in the order in which they were met. */
  readonly consequences: readonly string[]
  /** Machines that wrote its lines, sorted. */
  readonly hosts: readonly string[]
  /** In order of time, those without one behind; the first ones of `episodeCount`. */
  readonly episodes: readonly Episode[]
  readonly episodeCount: number
  /** What most of its inputs have and no healthy input has; the commonest first. */
  readonly traits: readonly Trait[]
  readonly times: TimeCounts
}

/** A failure from its first line to its last one before the same thing succeeds. Lines are 1-based. */
export interface Episode extends SeenMoments {
  readonly input: number
  readonly firstLine: number
  /** In that input. */
  readonly lastLine: number
  /** Later parts of the same log in which it goes on: ids of inputs, in order of time. */
  readonly goesOnIn: readonly number[]
  /** Where it succeeded, in its input or in a later part of the same log; null where neither shows that. */
  readonly end: { readonly input: number; readonly line: number; readonly at: Moment | null } | null
}

export type TraitKind = keyof Environment | 'host' | 'folder' | 'encoding' | 'line'

/** Something that inputs have in common. */
export interface Trait {
  readonly kind: TraitKind
  /** A value as the log says it; of a line its template. */
  readonly value: string
  /** How many of the inputs have it. */
  readonly inputCount: number
}

export interface TriagedUnexplained extends QuotedPlace {
  readonly count: number
  readonly template: string
  /** Ids of the inputs it stands in, ascending. */
  readonly inputs: readonly number[]
  /** When it first stood in the first of them. */
  readonly firstSeen: Moment | null
  /** How much it looks like the cause of what failed, from 1. */
  readonly score: number
}

export interface Triage {
  readonly verdict: Diagnosis['verdict']
  readonly inputs: readonly InputDigest[]
  /** Inputs that were left out because the call says so. */
  readonly excludedCount: number
  readonly runs: readonly DiagnosedRun[]
  /** Open before cleared, root causes first, then by severity, then the one in most inputs. */
  readonly findings: readonly TriagedFinding[]
  /** The largest first. */
  readonly groups: readonly FindingGroup[]
  readonly lineCounts: Readonly<Record<LineClass, number>>
  /** The likeliest first. */
  readonly unexplained: readonly TriagedUnexplained[]
}

/** What is known of many inputs together: data for the report, not yet words. */
import type { DiagnosedFinding, DiagnosedRun, Diagnosis, EvidencePlace, LineClass } from '../diagnose/diagnosis.js'
import type { Moment } from '../text/read-time.js'
import type { InputDigest } from './digest.js'

/** A line with its text. */
export interface QuotedPlace extends EvidencePlace {
  readonly text: string
}

export interface TriagedFinding extends Omit<DiagnosedFinding, 'places' | 'sightings'> {
  /** Ids of all inputs it was found in, ascending. */
  readonly inputs: readonly number[]
  /** A sample over the inputs. */
  readonly evidence: readonly QuotedPlace[]
  readonly firstSeen: Moment | null
  readonly lastSeen: Moment | null
}

/** One root cause at one registry, with what followed from it. */
export interface FindingGroup {
  readonly code: string
  readonly registry: string | null
  readonly severity: DiagnosedFinding['entry']['severity']
  readonly state: DiagnosedFinding['state']
  readonly count: number
  readonly inputs: readonly number[]
  readonly firstSeen: Moment | null
  readonly lastSeen: Moment | null
  /** Codes, in the order in which they were met. */
  readonly consequences: readonly string[]
}

export interface TriagedUnexplained extends QuotedPlace {
  readonly count: number
  readonly template: string
  /** In how many inputs it stands. */
  readonly inputCount: number
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
  readonly unexplained: readonly TriagedUnexplained[]
}

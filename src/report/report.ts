/** The report: what is said, before anybody decides how it looks. schema.ts holds the same shape as a zod schema. */
import type { CheckId, CheckStatus } from '../catalog/checks.js'
import type { Likelihood, Locale, RunKind, Severity } from '../catalog/entry.js'
import type { Prose } from '../catalog/prose.js'
import type { ReleaseFit } from '../catalog/release.js'
import type { Because, FindingRole, FindingState, Verdict } from '../diagnose/diagnosis.js'
import type { Environment } from '../log/environment.js'
import type { Reason } from '../log/vocabulary.js'
import type { InputDigest, InputProblem } from '../triage/digest.js'
import type { Situation } from './summarize.js'

export type { FindingRole, Verdict }

/** The report as renderers walk it, with prose as trees. */
export type Report = ReportOf<Prose>
/** The report as JSON carries it, with prose as CommonMark of inline marks alone. */
export type JsonReport = ReportOf<string>

export interface ReportOf<Text> {
  readonly schemaVersion: 1
  readonly tool: {
    readonly name: 'acr-explain'
    readonly version: string
    readonly catalog: { readonly entries: number; readonly digest: string }
  }
  readonly locale: Locale
  /** Private values were replaced by placeholders; `map` is the id of the map that tells them, null where none was kept. */
  readonly redaction?: { readonly map: string | null }
  /** The call was interrupted: this is what was read so far. */
  readonly incomplete?: true
  readonly verdict: Verdict
  readonly summary: Text
  /** What the summary says, as data; a triage is summed up from its groups and inputs. */
  readonly situation?: Situation
  /** What to do where the log decides nothing, such as capturing a better one; empty elsewhere. */
  readonly advice: readonly ReportRemedy<Text>[]
  readonly inputs: readonly ReportInput[]
  /** Of a triage: root causes by registry, the one with most sightings first. */
  readonly groups?: readonly ReportGroup[]
  /** Of a triage: the stretches of time that the groups' `timeline`s count in; null where no line of a failure says when. */
  readonly timeline?: ReportTimeline | null
  readonly runs: readonly ReportRun[]
  /** Open before cleared, root causes first, then by severity. */
  readonly findings: readonly ReportFinding<Text>[]
  readonly accounting: Accounting
  /** Lines that look like failures and that no entry knows, the likeliest first. */
  readonly unexplained: readonly UnexplainedLine[]
  /** Of a triage: what was kept of each input, from which several triages make one. Records (ndjson) alone carry it. */
  readonly digests?: readonly InputDigest[]
}

export interface ReportInput {
  readonly id: number
  readonly name: string
  readonly bytes: number
  readonly lines: number
  /** WHATWG name in lower case, such as `utf-8` or `utf-16le`. */
  readonly encoding: string
  /** The bytes only make it likely. */
  readonly encodingIsGuess?: true
  /** What was wrong with the bytes, or null. */
  readonly problem: string | null
  /** The same as data. */
  readonly problemFacts: InputProblem | null
  /** Of a triage: what the input shows by itself. */
  readonly verdict?: Verdict
}

/** One root cause at one registry, over all inputs of a triage. */
export interface ReportGroup extends Seen {
  readonly code: string
  /** The registry's short name; null where the logs name none. */
  readonly registry: string | null
  readonly severity: Severity
  /** `cleared`: in each of its inputs the same thing succeeded later on. */
  readonly state: FindingState
  readonly count: number
  /** Ids of the inputs it was found in. */
  readonly inputs: readonly number[]
  /** Codes that followed from it in these inputs. */
  readonly consequences: readonly string[]
  /** Machines that wrote its lines, as far as the lines say, sorted. */
  readonly hosts: readonly string[]
  /** When it began and when it was over, as often as it came back: in order of time, the first ones of `episodeCount`. */
  readonly episodes: readonly ReportEpisode[]
  readonly episodeCount: number
  /** What most of its inputs have and no healthy input has, the commonest first. */
  readonly traits: readonly ReportTrait[]
  /** How often it was seen in each stretch of the report's timeline; empty where no line says when. */
  readonly timeline: readonly number[]
}

export interface ReportTimeline {
  /** Length of a stretch. */
  readonly minutes: number
  /** When each stretch begins, without gaps. */
  readonly starts: readonly string[]
}

/** A failure from its first line to its last one, in the input where it begins, before the same thing succeeds. */
export interface ReportEpisode extends Seen {
  readonly input: number
  /** First and last line, 1-based, both included. */
  readonly lines: readonly [number, number]
  /** Ids of the inputs in which it goes on, in order of time: the same log, rotated or cut by day. */
  readonly goesOnIn: readonly number[]
  /** Where it succeeded, perhaps in a later part of the same log; null where neither shows that. */
  readonly end: { readonly input: number; readonly line: number; readonly at: string | null } | null
}

export type TraitKind = keyof Environment | 'host' | 'folder' | 'encoding' | 'line'

export interface ReportTrait {
  readonly kind: TraitKind
  /** As the log says it; of a line its template. */
  readonly value: string
  /** How many of the group's inputs have it. */
  readonly inputCount: number
}

/** Times as ISO 8601, null where no line says when; without an offset where the log gives none. */
export interface Seen {
  readonly firstSeen: string | null
  readonly lastSeen: string | null
}

export interface ReportRun {
  readonly id: number
  /** The id of the input it stands in. */
  readonly input: number
  /** First and last line, 1-based, both included. */
  readonly lines: readonly [number, number]
  readonly kind: RunKind
  readonly environment: Environment
  readonly checks: readonly ReportCheck[]
  /** Whether a line says that the command did what it was told. */
  readonly succeeded: boolean
}

export interface ReportCheck {
  readonly id: CheckId
  readonly status: CheckStatus
  /** The line that says so, 1-based; null where no line does. */
  readonly line: number | null
  /** For `failed` and `not-run` the code behind it; for `skipped` and runs that break off, the reason. */
  readonly because: string | null
  /** Where `because` is a reason: which. */
  readonly reason: Reason | null
}

export interface ReportFinding<Text> extends Partial<Seen> {
  readonly code: string
  readonly title: Text
  readonly severity: Severity
  readonly role: FindingRole
  readonly consequenceOf: string | null
  /** `cleared`: the same thing succeeded later on. */
  readonly state: FindingState
  /** Ids of the runs it was seen in. */
  readonly runs: readonly number[]
  readonly count: number
  readonly facts: Readonly<Record<string, string>>
  /** Its facts, and those of its relatives and its runs: what fills the gaps of prose and commands. */
  readonly knownFacts: Readonly<Record<string, string>>
  readonly evidence: readonly ReportEvidence[]
  readonly meaning: Text
  readonly causes: readonly ReportCause<Text>[]
  readonly remedies: readonly ReportRemedy<Text>[]
  readonly blockedChecks: readonly CheckId[]
  readonly decide: { readonly command: string; readonly reading: Text } | null
  readonly links: readonly string[]
  /** Of a triage: the ids of all inputs it was found in; `evidence` is a sample of them. */
  readonly inputs?: readonly number[]
  /** The release of the Azure CLI that the log names, where what was found is bound to releases. */
  readonly release: ReportRelease | null
  /** The page that the words come from, such as `learn.md:12`; null where they ship with the program. */
  readonly origin: string | null
}

/** What is said of a code whichever log it is in: why, and what to do. */
export type ReportExplanation<Text> = Pick<ReportFinding<Text>, 'meaning' | 'release' | 'causes' | 'remedies' | 'decide' | 'links'>

export interface ReportRelease {
  readonly installed: string
  /** The first and the last release that print this; null where unknown, or still so. */
  readonly since: string | null
  readonly until: string | null
  /** How the installed one stands to them. */
  readonly fit: ReleaseFit
  /** What follows from it, in words; null where nothing does. */
  readonly text: string | null
}

export interface ReportEvidence {
  readonly input: number
  /** 1-based line of the original input. */
  readonly line: number
  /** The original line, cut to 500 characters around the message, control characters replaced. */
  readonly text: string
  /** Where in `text` the message stands: first column and the one behind the last, from 1; absent where all of it counts. */
  readonly columns?: readonly [number, number]
}

export interface ReportCause<Text> {
  readonly id: string
  readonly title: Text
  readonly text: Text
  readonly likelihood: Likelihood
  /** The reasons in words, such as `CLIENT_IP_NOT_ALLOWED at line 18`. */
  readonly because: readonly string[]
  /** The same as data. */
  readonly reasons: readonly Because[]
}

export interface ReportRemedy<Text> {
  readonly text: Text
  /** Ready to run where every fact was in the log; `<name>` stands where one was not. */
  readonly commands: readonly string[]
  readonly for: string | null
}

/** Every line of the input in exactly one class; the classes add up to `total`. */
export interface Accounting {
  /** Of a triage: what became of files and of members of archives. */
  readonly inputs?: {
    readonly total: number
    readonly read: number
    /** Read in part; the input's `problem` says up to where. */
    readonly cut: number
    /** Not read; the input's `problem` says why. */
    readonly skipped: number
    /** Left out because the call says so; not part of `total`. */
    readonly excluded: number
  }
  /** Of a triage: unexplained lines that stand under none of the templates listed, as there are too many. */
  readonly unlisted?: number
  readonly lines: {
    readonly total: number
    /** Part of a finding. */
    readonly evidence: number
    /** Known output of the commands that is no failure. */
    readonly routine: number
    /** Says nothing about a failure. */
    readonly noise: number
    readonly unexplained: number
    readonly blank: number
    /** Bytes that did not decode. */
    readonly unreadable: number
    /** Not read, by a limit that the input's `problem` names. */
    readonly skipped: number
  }
}

export interface UnexplainedLine {
  readonly input: number
  readonly line: number
  readonly text: string
  readonly count: number
  /** The line with its variable parts as gaps. */
  readonly template: string
  /** Of a triage: in how many inputs it stands. */
  readonly inputCount?: number
  /** Of a triage: their ids, the first ones of very many. */
  readonly inputs?: readonly number[]
  /** Of a triage: when the first of the lines was written; null where it does not say. */
  readonly firstSeen?: string | null
  /** Of a triage: how much it looks like the cause of what failed, from 1. */
  readonly score?: number
  /** Of a triage: starts an entry of the catalog from the line. */
  readonly command?: string
}

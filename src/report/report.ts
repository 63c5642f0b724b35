/** The report: what is said, before anybody decides how it looks. schema.ts holds the same shape as a zod schema. */
import type { CheckId, CheckStatus } from '../catalog/checks.js'
import type { Cloud, Likelihood, Locale, RunKind, Severity } from '../catalog/entry.js'
import type { Prose } from '../catalog/prose.js'

/** The report as renderers walk it, with prose as trees. */
export type Report = ReportOf<Prose>
/** The report as JSON carries it, with prose as CommonMark of inline marks alone. */
export type JsonReport = ReportOf<string>

export type Verdict = 'healthy' | 'warnings' | 'failing' | 'inconclusive'

export interface ReportOf<Text> {
  readonly schemaVersion: 1
  readonly tool: {
    readonly name: 'acr-explain'
    readonly version: string
    readonly catalog: { readonly entries: number; readonly digest: string }
  }
  readonly locale: Locale
  readonly verdict: Verdict
  readonly summary: Text
  /** What to do where the log decides nothing, such as capturing a better one; empty elsewhere. */
  readonly advice: readonly ReportRemedy<Text>[]
  readonly inputs: readonly ReportInput[]
  readonly runs: readonly ReportRun[]
  /** Open before cleared, root causes first, then by severity. */
  readonly findings: readonly ReportFinding<Text>[]
  readonly accounting: Accounting
  /** Lines that look like failures and that no entry knows, the likeliest first. */
  readonly unexplained: readonly UnexplainedLine[]
}

export interface ReportInput {
  readonly id: number
  readonly name: string
  readonly bytes: number
  readonly lines: number
  /** WHATWG name in lower case, such as `utf-8` or `utf-16le`. */
  readonly encoding: string
  /** What was wrong with the bytes, or null. */
  readonly problem: string | null
}

export interface Environment {
  readonly azureCli?: string
  readonly engine?: 'docker' | 'podman'
  readonly docker?: string
  readonly dockerPlatform?: string
  readonly helm?: string
  readonly notary?: string
  readonly loginServer?: string
  readonly loginServerIp?: string
  readonly cloud?: Cloud
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
}

export interface ReportCheck {
  readonly id: CheckId
  readonly status: CheckStatus
  /** The line that says so, 1-based; null where no line does. */
  readonly line: number | null
  /** For `failed` and `not-run` the code behind it; for `skipped` and runs that break off, the reason. */
  readonly because: string | null
}

export type FindingRole = 'root-cause' | 'consequence' | 'independent'

export interface ReportFinding<Text> {
  readonly code: string
  readonly title: Text
  readonly severity: Severity
  readonly role: FindingRole
  readonly consequenceOf: string | null
  /** `cleared`: the same thing succeeded later on. */
  readonly state: 'open' | 'cleared'
  /** Ids of the runs it was seen in. */
  readonly runs: readonly number[]
  readonly count: number
  readonly facts: Readonly<Record<string, string>>
  readonly evidence: readonly ReportEvidence[]
  readonly meaning: Text
  readonly causes: readonly ReportCause<Text>[]
  readonly remedies: readonly ReportRemedy<Text>[]
  readonly blockedChecks: readonly CheckId[]
  readonly decide: { readonly command: string; readonly reading: Text } | null
  readonly links: readonly string[]
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
}

export interface ReportRemedy<Text> {
  readonly text: Text
  /** Ready to run where every fact was in the log; `<name>` stands where one was not. */
  readonly commands: readonly string[]
  readonly for: string | null
}

/** Every line of the input in exactly one class; the classes add up to `total`. */
export interface Accounting {
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
}

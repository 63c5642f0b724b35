/** What a catalog entry is, after compilation. The pages it is made from stand in kb/. */
import type { CheckId, CheckStatus } from './checks.js'
import type { Prose } from './prose.js'

export const LOCALES = ['en', 'zh-CN'] as const
export type Locale = (typeof LOCALES)[number]

/** Where in the path from client to registry the failure lies. */
export const LAYERS = [
  'client',
  'network',
  'tls',
  'registry-auth',
  'identity',
  'registry',
  'encryption',
  'management',
  'cluster',
  'build',
  'helm',
  'notary',
  'signing',
] as const
export type Layer = (typeof LAYERS)[number]

/** Of findings, the gravest first. */
export const SEVERITIES = ['error', 'warning', 'info'] as const
export type Severity = (typeof SEVERITIES)[number]
/** `noise` looks like a failure and is none: it explains its line and never becomes a finding. */
export const ENTRY_SEVERITIES = [...SEVERITIES, 'noise'] as const
export type EntrySeverity = (typeof ENTRY_SEVERITIES)[number]

/**
 * A signature as the page writes it: literal text with typed gaps, such as
 * `Looks like you don't have access to registry '{registry}'`.
 */
export interface Signature {
  readonly text: string
  /** Too general to decide alone: counts only on lines that no other signature explains, and never makes an error by itself. */
  readonly weak: boolean
}

/** What a log must show for a piece of evidence to hold. The vocabulary is explained in CONTRIBUTING.md. */
export type Condition =
  | { readonly kind: 'finding'; readonly code: string; readonly present: boolean }
  | { readonly kind: 'fact'; readonly name: string; readonly test: FactTest }
  | { readonly kind: 'check'; readonly check: CheckId; readonly status: CheckStatus }
  | { readonly kind: 'version'; readonly of: VersionedTool; readonly comparison: 'below' | 'at least'; readonly version: string }
  | { readonly kind: 'cloud'; readonly cloud: Cloud }
  | { readonly kind: 'text'; readonly text: string; readonly present: boolean }
  | { readonly kind: 'run'; readonly runKind: RunKind }

export type FactTest =
  | { readonly kind: 'present' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'is'; readonly values: readonly string[] }
  | { readonly kind: 'between'; readonly from: number; readonly to: number }
  | { readonly kind: 'private' }
  | { readonly kind: 'public' }

export const VERSIONED_TOOLS = ['azureCli', 'docker', 'helm', 'notary'] as const
export type VersionedTool = (typeof VERSIONED_TOOLS)[number]

export const CLOUDS = ['public', 'china', 'usgov'] as const
export type Cloud = (typeof CLOUDS)[number]

export const RUN_KINDS = ['check-health', 'login', 'docker', 'kubernetes', 'helm', 'task', 'other'] as const
export type RunKind = (typeof RUN_KINDS)[number]

export const LIKELIHOODS = ['confirmed', 'likely', 'possible', 'ruled-out'] as const
export type Likelihood = (typeof LIKELIHOODS)[number]

/** One line of evidence: where all conditions hold, the cause has this likelihood. */
export interface Evidence {
  readonly likelihood: Exclude<Likelihood, 'possible'>
  readonly all: readonly Condition[]
}

export interface Cause {
  readonly id: string
  readonly evidence: readonly Evidence[]
}

/** The part of an entry that is the same in every language. */
export interface CatalogEntry {
  readonly code: string
  /** The folder of kb/ that holds the page. */
  readonly group: string
  readonly layer: Layer
  readonly severity: EntrySeverity
  /** The check of the ladder that this code fails; null where it belongs to none. */
  readonly check: CheckId | null
  /** Checks that cannot run, or say nothing, once this has happened. */
  readonly blocks: readonly CheckId[]
  /** Azure CLI releases that print this: the first and the last; null where unknown or still so. */
  readonly since: string | null
  readonly until: string | null
  readonly aliases: readonly string[]
  /** `any`: counts whichever host the log names. `registry`: only an Azure container registry's failure. */
  readonly scope: 'registry' | 'any'
  /** Codes of which this one is a mere consequence when they are found beside it. */
  readonly consequenceOf: readonly string[]
  readonly signatures: readonly Signature[]
  /** Evidence that makes the entry a finding without a signature of its own: any one of these lists, all of it. */
  readonly foundWhen: readonly (readonly Condition[])[]
  readonly causes: readonly Cause[]
  /** Pages to read on, as URLs. */
  readonly links: readonly string[]
  /** Codes of related entries. */
  readonly seeAlso: readonly string[]
}

/** The part of an entry that is written once in each language. */
export interface EntryWords {
  readonly title: string
  readonly keywords: readonly string[]
  readonly meaning: Prose
  /** In the order of the entry's causes. */
  readonly causes: readonly { readonly title: string; readonly text: Prose }[]
  readonly remedies: readonly RemedyWords[]
  readonly deciding: DecidingWords | null
}

export interface RemedyWords {
  /** The cause this helps against; null where it helps against all of them. */
  readonly for: string | null
  readonly text: Prose
  /** Command lines with `{gap}`s to be filled from the facts. */
  readonly commands: readonly string[]
}

/** The one command whose answer tells the causes apart, and how to read that answer. */
export interface DecidingWords {
  readonly command: string
  readonly reading: Prose
}

/** The compiled catalog: everything that matching and diagnosis need, and a door to the words. */
export interface Catalog {
  /** `sha256:` and 64 hexadecimal digits over the compiled data of all languages. */
  readonly digest: string
  /** Sorted. */
  readonly codes: readonly string[]
  /** Sorted by code. For look-ups: explaining a log needs a few of them, and asks for those by code. */
  readonly entries: readonly CatalogEntry[]
  entry(code: string): CatalogEntry | undefined
  /** Every alias and the code of its entry, in the order of the codes. */
  readonly aliases: readonly (readonly [alias: string, code: string])[]
  /** The entries that become findings without a signature, by `foundWhen`. */
  readonly inferable: readonly CatalogEntry[]
  /** The words of one entry; English where the language lacks them. Throws on an unknown code. */
  words(code: string, locale: Locale): EntryWords
  /** Where an entry that does not ship with the program comes from, as `page.md` or `page.md:12`; null for those that do. */
  originOf(code: string): string | null
  /** The signatures as the build made them ready (match/compiled-signatures.ts); null: they are when first needed. */
  readonly signatures: Uint8Array | null
  /** The search index as the build made it ready (search/search-index.ts); null: it is built when first needed. */
  readonly searchIndex: Uint8Array | null
  /** What a scan looks for, as the build made it ready; null where it has to be made of the entries. */
  readonly scanPlan: Uint8Array | null
}

/** The whole flow: bytes → text → matches → runs → diagnosis → report. */
import type { Catalog, Locale } from './catalog/entry.js'
import { diagnose } from './diagnose/diagnose.js'
import type { InputLog } from './diagnose/diagnosis.js'
import { type Occurrence, parseLog, type Run } from './log/parse-log.js'
import { type VocabularyEntry, vocabulary } from './log/vocabulary.js'
import { foundWhenTextsOf } from './match/condition-texts.js'
import type { Matches } from './match/match-entries.js'
import { matchEntries } from './match/match-entries.js'
import { buildReport } from './report/build-report.js'
import type { Redaction } from './report/redact-report.js'
import type { Report } from './report/report.js'
import type { ReadAs } from './text/decode.js'
import { readText, type SourceText } from './text/read-text.js'

export interface ExplainOptions {
  readonly catalog: Catalog
  /** The language of the words; English if absent. */
  readonly locale?: Locale
  /** The version of this program, for the report's `tool`. */
  readonly version?: string
  /** Where it is given, the report holds placeholders for private values. */
  readonly redaction?: Redaction
}

export interface NamedInput {
  /** A file's path, or `-`. */
  readonly name: string
  readonly bytes: Uint8Array
  /** For bytes that do not say it themselves. */
  readonly readAs?: ReadAs | undefined
}

/**
 * Explains one log. Any bytes are a log; nothing is thrown for what they hold.
 *
 * @throws TypeError for what is neither bytes nor a text
 */
export function explain(input: Uint8Array | string, options: ExplainOptions & Partial<Omit<NamedInput, 'bytes'>>): Report {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
  if (!(bytes instanceof Uint8Array)) throw new TypeError('explain() takes the bytes of a log (Uint8Array) or its text')
  return explainAll([{ name: options.name ?? '-', bytes, readAs: options.readAs }], options)
}

/** Explains several logs in one report: findings are grouped over all of them. */
export function explainAll(inputs: readonly NamedInput[], options: ExplainOptions): Report {
  return explainLogs(readLogs(inputs, options.catalog), options)
}

/** The costly half, and the same in every language: each input read, matched and split into runs. */
export function readLogs(inputs: readonly NamedInput[], catalog: Catalog): InputLog[] {
  return inputs.map((input) => readLog(input, catalog))
}

/** The other half: what follows from the logs, in words. */
function explainLogs(logs: readonly InputLog[], options: ExplainOptions): Report {
  return explainAndQuote(logs, options).report
}

/** The same, with the logs that the report quotes; where the options redact it, these hold placeholders, too. */
export function explainAndQuote(logs: readonly InputLog[], options: ExplainOptions): { report: Report; quoted: readonly InputLog[] } {
  const diagnosis = diagnose(logs, options.catalog)
  const { redaction } = options
  if (redaction === undefined) return { report: buildReport(diagnosis, logs, options), quoted: logs }
  const redacted = redaction.redactLogs(logs, diagnosis)
  return { report: redaction.redactReport(buildReport(redacted.diagnosis, redacted.logs, options)), quoted: redacted.logs }
}

/** Reads a log, and finds in it all that the catalog and the vocabulary know. */
export function readLog({ name, bytes, readAs }: NamedInput, catalog: Catalog): InputLog {
  return readSource(name, readText(bytes, readAs), catalog)
}

/** The same for a text that is decoded already. */
export function readSource(name: string, source: SourceText, catalog: Catalog): InputLog {
  const matches = matchEntries(source, catalog, vocabulary)
  return { name, source, matches, runs: parseRuns(source, matches, catalog) }
}

export function parseRuns(source: SourceText, matches: Matches<VocabularyEntry>, catalog: Catalog): Run[] {
  return parseLog(source, matches.sayings, occurrencesIn(matches, catalog), (code) => catalog.entry(code) !== undefined)
}

/** What the catalog knows in a text: matches of signatures, and of the texts by which entries without one are found. */
function occurrencesIn({ entries, texts }: Matches<unknown>, { inferable }: Catalog): Occurrence[] {
  const byText = new Map(inferable.flatMap((entry) => foundWhenTextsOf(entry).map((text) => [text, entry] as const)))
  const found = [
    ...entries.map(({ signature, stretch, facts }) => ({ entry: signature.owner, at: stretch.start, facts })),
    ...texts.flatMap(({ signature, stretch }) => {
      const entry = byText.get(signature.owner)
      return entry ? [{ entry: { ...entry, check: null, blocks: [] }, at: stretch.start, facts: {} }] : []
    }),
  ]
  return found
    .filter(({ entry }) => entry.severity !== 'noise')
    .map(({ entry: { code, group, check, blocks }, at, facts }) => ({ code, group, check, blocks, at, facts }))
}

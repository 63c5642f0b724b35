/** The whole flow: bytes → text → matches → runs → diagnosis → report. */
import type { Catalog, Locale } from './catalog/entry.js'
import { diagnose } from './diagnose/diagnose.js'
import type { InputLog } from './diagnose/diagnosis.js'
import { type Occurrence, parseLog } from './log/parse-log.js'
import { vocabulary } from './log/vocabulary.js'
import { foundWhenTextsOf } from './match/condition-texts.js'
import type { Matches } from './match/match-entries.js'
import { matchEntries } from './match/match-entries.js'
import { buildReport } from './report/build-report.js'
import type { Report } from './report/report.js'
import { readText } from './text/read-text.js'

export interface ExplainOptions {
  readonly catalog: Catalog
  /** The language of the words; English if absent. */
  readonly locale?: Locale
  /** The version of this program, for the report's `tool`. */
  readonly version?: string
}

export interface NamedInput {
  /** A file's path, or `-`. */
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Explains one log. Any bytes are a log; nothing is thrown for what they hold.
 *
 * @throws TypeError for what is neither bytes nor a text
 */
export function explain(input: Uint8Array | string, options: ExplainOptions & { readonly name?: string }): Report {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
  if (!(bytes instanceof Uint8Array)) throw new TypeError('explain() takes the bytes of a log (Uint8Array) or its text')
  return explainAll([{ name: options.name ?? '-', bytes }], options)
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
export function explainLogs(logs: readonly InputLog[], options: ExplainOptions): Report {
  return buildReport(diagnose(logs, options.catalog), logs, options)
}

function readLog({ name, bytes }: NamedInput, catalog: Catalog): InputLog {
  const source = readText(bytes)
  const matches = matchEntries(source, catalog, vocabulary)
  return {
    name,
    source,
    matches,
    runs: parseLog(source, matches.sayings, occurrencesIn(matches, catalog), (code) => catalog.entry(code) !== undefined),
  }
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

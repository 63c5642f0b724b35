/** The flow over many inputs: each is read, diagnosed and forgotten but for its digest; the digests make the report. */
import type { Catalog } from './catalog/entry.js'
import { diagnose } from './diagnose/diagnose.js'
import { type ExplainOptions, type NamedInput, readLog } from './explain.js'
import { buildTriageReport } from './report/build-triage-report.js'
import type { Report } from './report/report.js'
import type { InputDigest } from './triage/digest.js'
import { digestLog } from './triage/digest-log.js'
import { mergeDigests } from './triage/merge-digests.js'

export interface DatedInput extends NamedInput {
  /** When it was written, in milliseconds since 1970: for stamps that give no year. */
  readonly modified?: number
}

/** What triage keeps of one input. The same catalog has to be given to `triageDigests`. */
export function digestInput({ modified, ...input }: DatedInput, catalog: Catalog): InputDigest {
  const log = readLog(input, catalog)
  return digestLog(log, diagnose([log], catalog), modified)
}

/** One report over the digests of many inputs. */
export function triageDigests(digests: readonly InputDigest[], options: ExplainOptions): Report {
  return buildTriageReport(mergeDigests(digests, options.catalog), options)
}

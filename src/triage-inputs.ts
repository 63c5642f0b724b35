/** The flow over many inputs: each is read, diagnosed and forgotten but for its digest; the digests make the report. */
import type { Catalog } from './catalog/entry.js'
import { diagnose } from './diagnose/diagnose.js'
import { type ExplainOptions, type NamedInput, readLog } from './explain.js'
import { buildTriageReport } from './report/build-triage-report.js'
import type { Report } from './report/report.js'
import type { InputDigest, ReadingProblem } from './triage/digest.js'
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

/** The same for an input that comes in pieces. */
export class InputReader {
  private readonly input: Omit<DatedInput, 'bytes'>
  private readonly catalog: Catalog
  private readonly chunks: Uint8Array[] = []

  constructor(input: Omit<DatedInput, 'bytes'>, catalog: Catalog) {
    this.input = input
    this.catalog = catalog
  }

  /** Takes the next bytes; they may be overwritten afterwards. */
  push(chunk: Uint8Array): void {
    this.chunks.push(chunk.slice())
  }

  /** @param problem why the input ends here, where it should not */
  end(problem: ReadingProblem | null = null): InputDigest {
    const bytes = new Uint8Array(this.chunks.reduce((sum, { length }) => sum + length, 0))
    this.chunks.reduce((offset, chunk) => {
      bytes.set(chunk, offset)
      return offset + chunk.length
    }, 0)
    const digest = digestInput({ ...this.input, bytes }, this.catalog)
    return problem ? { ...digest, problem } : digest
  }
}

export interface TriageOptions extends ExplainOptions {
  /** How many inputs the call leaves out. */
  readonly excludedCount?: number
}

/** One report over the digests of many inputs. */
export function triageDigests(digests: readonly InputDigest[], { excludedCount, ...options }: TriageOptions): Report {
  return buildTriageReport(mergeDigests(digests, options.catalog, excludedCount), options)
}

/** The flow over many inputs: each is read, diagnosed and forgotten but for its digest; the digests make the report. */
import type { Catalog } from './catalog/entry.js'
import { diagnose } from './diagnose/diagnose.js'
import { type ExplainOptions, type NamedInput, readLog } from './explain.js'
import { InputScan } from './input-scan.js'
import type { FindingWatch } from './large-input.js'
import { buildTriageReport } from './report/build-triage-report.js'
import type { Report } from './report/report.js'
import { withGuess } from './text/guess-encoding.js'
import { joinBytes } from './text/join-bytes.js'
import type { InputDigest, ReadingProblem } from './triage/digest.js'
import { digestLog } from './triage/digest-log.js'
import { mergeDigests } from './triage/merge-digests.js'
import { inOrderOfNames } from './triage/order-digests.js'

export interface DatedInput extends NamedInput {
  /** When it was written, in milliseconds since 1970: for stamps that give no year. */
  readonly modified?: number
}

/** What triage keeps of one input. The same catalog has to be given to `triageDigests`. */
export function digestInput({ modified, ...input }: DatedInput, catalog: Catalog): InputDigest {
  const log = readLog(withGuess(input), catalog)
  return digestLog(log, diagnose([log], catalog), modified)
}

/** Above so many bytes an input is scanned: only the places that the scan finds are read as lines. */
const LARGE_BYTES = 1 << 18

/** The same for an input that comes in pieces. */
export class InputReader {
  private readonly input: Omit<DatedInput, 'bytes'>
  private readonly catalog: Catalog
  private readonly onFindings: FindingWatch | undefined
  private held: Uint8Array[] = []
  private byteLength = 0
  private scan: InputScan | undefined

  /** @param onFindings is told of those of a large input before its end */
  constructor(input: Omit<DatedInput, 'bytes'>, catalog: Catalog, onFindings?: FindingWatch) {
    this.input = input
    this.catalog = catalog
    this.onFindings = onFindings
  }

  /** Takes the next bytes; they may be overwritten afterwards. */
  push(chunk: Uint8Array): void {
    this.byteLength += chunk.length
    if (this.scan) {
      this.scan.push(chunk)
      return
    }
    // A Buffer's own slice() would be a view.
    this.held.push(new Uint8Array(chunk))
    if (this.byteLength <= LARGE_BYTES) return
    const head = joinBytes(this.held)
    this.held = []
    this.scan = new InputScan(this.input, this.catalog, head, this.onFindings)
    this.scan.push(head)
  }

  /** @param problem why the input ends here, where it should not */
  end(problem: ReadingProblem | null = null): InputDigest {
    if (this.scan) return this.scan.end(problem)
    const digest = digestInput({ ...this.input, bytes: joinBytes(this.held) }, this.catalog)
    return problem ? { ...digest, problem } : digest
  }
}

export interface TriageOptions extends ExplainOptions {
  /** The call was interrupted before it had read all of them. */
  readonly isIncomplete?: boolean
  /** How many inputs the call leaves out. */
  readonly excludedCount?: number
}

/** One report over the digests of many inputs, whoever read them and in whatever order: the report has them by name. */
export function triageDigests(digests: readonly InputDigest[], { excludedCount, ...options }: TriageOptions): Report {
  return buildTriageReport(mergeDigests(inOrderOfNames(digests), options.catalog, excludedCount), options)
}

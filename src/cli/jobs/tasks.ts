/** What is given to a worker, and what comes back: plain data. */
import type { PartedInput } from '../../input-scan.js'
import type { ScannedPart } from '../../large-input.js'
import type { ReadAs } from '../../text/decode.js'
import type { InputDigest, ReadingProblem } from '../../triage/digest.js'
import type { FoundFile } from '../inputs/find-files.js'

export type Task =
  /** A file with all that is in it. */
  | { readonly kind: 'file'; readonly file: FoundFile }
  /** One part of a large text: the index of it. */
  | { readonly kind: 'part'; readonly path: FoundFile['path']; readonly input: PartedInput; readonly part: number }

export type TaskResult = { readonly kind: 'file'; readonly digests: readonly InputDigest[] } | ({ readonly kind: 'part' } & ReadPart)

export interface ReadPart {
  /** Null where nothing of it could be read, or the call was stopped before its end. */
  readonly part: ScannedPart | null
  /** Why the text ends in this part, where it should not. */
  readonly problem: ReadingProblem | null
}

export interface WorkerSetup {
  readonly shared: Int32Array<SharedArrayBuffer>
  readonly kbPaths: readonly string[]
  readonly locale: 'en' | 'zh-CN'
  /** The encoding of all inputs, where somebody says it. */
  readonly readAs: ReadAs | undefined
}

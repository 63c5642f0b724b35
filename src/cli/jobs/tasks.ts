/** What is given to a worker, and what comes back: plain data. */
import type { PartedInput } from '../../input-scan.js'
import type { ScannedPart } from '../../large-input.js'
import type { ReadAs } from '../../text/decode.js'
import type { InputDigest } from '../../triage/digest.js'
import type { FoundFile } from '../inputs/find-files.js'

export type Task =
  /** A file with all that is in it. */
  | { readonly kind: 'file'; readonly file: FoundFile }
  /** One part of a large text: the index of it. */
  | { readonly kind: 'part'; readonly path: string; readonly input: PartedInput; readonly part: number }

export type TaskResult =
  | { readonly kind: 'file'; readonly digests: readonly InputDigest[] }
  /** Null where the call was stopped before the part was read to its end. */
  | { readonly kind: 'part'; readonly part: ScannedPart | null }

export interface WorkerSetup {
  readonly shared: Int32Array<SharedArrayBuffer>
  readonly kbPaths: readonly string[]
  readonly locale: 'en' | 'zh-CN'
  /** The encoding of all inputs, where somebody says it. */
  readonly readAs: ReadAs | undefined
}

/** One large input from its first byte to its last: decoded as far as a scan needs it, scanned, and digested. */
import type { Catalog } from './catalog/entry.js'
import { LargeInput, planFor } from './large-input.js'
import { hasTable } from './match/talk.js'
import type { ScanPlan } from './scan/scan-plan.js'
import { type OwnPart, Scanner, type ScanSink } from './scan/scanner.js'
import { returnTranscoder, type Transcoder, utf16Transcoder } from './scan/transcode.js'
import { countPairs, WordFilter } from './scan/word-filter.js'
import { encodingByHead } from './text/decode.js'
import type { InputDigest, InputProblem } from './triage/digest.js'

/** What the first bytes of an input say about all of it. */
export interface HeadReading {
  /** WHATWG name, where the bytes give it away. */
  readonly encoding?: string
  /** Bytes of a mark before the text. */
  readonly markLength: number
  readonly transcoder?: 'utf-16le' | 'utf-16be' | 'return'
  readonly hasTable: boolean
}

/** @param head a quarter of a megabyte, or less where there is no more */
function readHead(head: Uint8Array): HeadReading {
  const encoding = encodingByHead(head)
  const isMarked = head[0] === 0xef || head[0] === 0xff || head[0] === 0xfe
  const markLength = encoding === undefined || !isMarked ? 0 : encoding === 'utf-8' ? 3 : 2
  const text = new TextDecoder(encoding).decode(head.subarray(0, 200_000))
  const transcoder = encoding === 'utf-16le' || encoding === 'utf-16be' ? encoding : endsInReturns(text) ? 'return' : undefined
  return { markLength, hasTable: hasTable(text), ...(encoding && { encoding }), ...(transcoder && { transcoder }) }
}

function endsInReturns(text: string): boolean {
  return !text.includes('\n') && text.includes('\r')
}

function transcoderFor(transcoder: HeadReading['transcoder']): Transcoder | undefined {
  if (transcoder === undefined) return undefined
  return transcoder === 'return' ? returnTranscoder() : utf16Transcoder(transcoder === 'utf-16le')
}

const filters = new WeakMap<Catalog, { plan: ScanPlan; filter: WordFilter }>()

/** The scanner's part that is the same for all inputs. The words that the filter looks for are rare in the first text it is made for. */
function filterFor(catalog: Catalog, sample: Uint8Array): { plan: ScanPlan; filter: WordFilter } {
  const known = filters.get(catalog)
  if (known) return known
  const pairCounts = countPairs(sample)
  const plan = planFor(catalog, pairCounts)
  const made = { plan, filter: new WordFilter(plan.strings, pairCounts) }
  filters.set(catalog, made)
  return made
}

/** A scanner of a text in UTF-8, or of a part of it. */
function scannerFor(catalog: Catalog, sample: Uint8Array, sink: ScanSink, own?: OwnPart, start?: number): Scanner {
  const { plan, filter } = filterFor(catalog, sample)
  return new Scanner(plan, filter, sink, own, start)
}

export interface ScannedInput {
  readonly name: string
  /** Milliseconds since 1970. */
  readonly modified?: number
}

export class InputScan {
  private readonly large: LargeInput
  private readonly scanner: Scanner
  private readonly transcode: Transcoder | undefined
  private byteLength = 0
  private unreadMark: number
  private lastByte = 0

  /** @param head the input's first bytes, a quarter of a megabyte where there are so many; they have to be pushed all the same */
  constructor(input: ScannedInput, catalog: Catalog, head: Uint8Array) {
    const { markLength, transcoder, ...reading } = readHead(head)
    this.transcode = transcoderFor(transcoder)
    this.large = new LargeInput({ ...input, ...reading }, catalog)
    this.scanner = scannerFor(catalog, head, this.large)
    this.unreadMark = markLength
  }

  push(chunk: Uint8Array): void {
    this.byteLength += chunk.length
    const content = chunk.subarray(this.unreadMark)
    this.unreadMark -= chunk.length - content.length
    const text = this.transcode ? this.transcode(content) : content
    if (text.length === 0) return
    this.lastByte = text[text.length - 1] as number
    this.scanner.push(text)
  }

  end(problem: InputProblem | null): InputDigest {
    this.large.endPart(this.scanner.end())
    return this.large.end(this.byteLength, this.lastByte !== 0x0a, problem)
  }
}

/** One large input from its first byte to its last: decoded as far as a scan needs it, scanned, and digested. */
import type { Catalog } from './catalog/entry.js'
import { LargeInput, planFor } from './large-input.js'
import { hasTable } from './match/talk.js'
import type { ScanPlan } from './scan/scan-plan.js'
import { type OwnPart, Scanner, type ScanSink } from './scan/scanner.js'
import { returnTranscoder, type Transcoder, textTranscoder } from './scan/transcode.js'
import { countPairs, WordFilter } from './scan/word-filter.js'
import { type DecodingProblem, decode, encodingByHead, markOf, type ReadAs, TextReader } from './text/decode.js'
import { guessReadAs } from './text/guess-encoding.js'
import type { InputDigest, InputProblem } from './triage/digest.js'

/** What the first bytes of an input say about all of it. */
export interface HeadReading {
  /** The encoding of all of it; absent where it is ASCII so far, and each place has to tell. */
  readonly readAs?: ReadAs
  readonly isBinary: boolean
  /** Bytes of a mark before the text. */
  readonly markLength: number
  /** How its bytes become the UTF-8 that is scanned; absent where they are that, or as good as that. */
  readonly transcoder?: 'text' | 'return'
  readonly hasTable: boolean
}

/** @param head a quarter of a megabyte, or less where there is no more */
function readHead(head: Uint8Array, given?: ReadAs): HeadReading {
  const { text, problem, ...known } = decode(head, given ?? guessReadAs(head))
  const readAs = isAscii(head) && !given ? undefined : known
  const mark = given ? undefined : markOf(head)
  const isChanging = problem?.kind === 'flawed' && problem.change !== null
  const transcoder = (readAs && readAs.encoding !== 'utf-8') || isChanging ? 'text' : endsInReturns(text) ? 'return' : undefined
  return {
    markLength: mark?.bytes.length ?? 0,
    isBinary: problem?.kind === 'binary',
    hasTable: hasTable(text),
    ...(readAs && { readAs }),
    ...(transcoder && { transcoder }),
  }
}

function isAscii(bytes: Uint8Array): boolean {
  return encodingByHead(bytes) === undefined && bytes.every((byte) => byte < 0x80)
}

function endsInReturns(text: string): boolean {
  return !text.includes('\n') && text.includes('\r')
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
  /** Where somebody says it. */
  readonly readAs?: ReadAs | undefined
}

export class InputScan {
  private readonly large: LargeInput
  private readonly reader: TextReader
  private readonly isBinary: boolean
  private readonly scanner: Scanner
  private readonly transcode: Transcoder | undefined
  private byteLength = 0
  private unreadMark: number
  private lastByte = 0

  /** @param head the input's first bytes, a quarter of a megabyte where there are so many; they have to be pushed all the same */
  constructor(input: ScannedInput, catalog: Catalog, head: Uint8Array) {
    const { markLength, transcoder, isBinary, ...reading } = readHead(head, input.readAs)
    this.reader = new TextReader(reading.readAs?.encoding ?? 'utf-8', input.readAs !== undefined)
    this.transcode = transcoder && (transcoder === 'return' ? returnTranscoder() : textTranscoder(this.reader))
    this.isBinary = isBinary
    this.large = new LargeInput({ ...input, ...reading }, catalog)
    this.scanner = scannerFor(catalog, head, this.large)
    this.unreadMark = markLength
  }

  push(chunk: Uint8Array): void {
    this.byteLength += chunk.length
    const content = chunk.subarray(this.unreadMark)
    this.unreadMark -= chunk.length - content.length
    this.scan(this.transcode ? this.transcode.push(content) : content)
  }

  private scan(text: Uint8Array): void {
    if (text.length === 0) return
    this.lastByte = text[text.length - 1] as number
    this.scanner.push(text)
  }

  end(problem: InputProblem | null): InputDigest {
    if (this.transcode) this.scan(this.transcode.end())
    this.large.endPart(this.scanner.end())
    return this.large.end(this.byteLength, this.lastByte !== 0x0a, problem ?? this.decodingProblem())
  }

  private decodingProblem(): DecodingProblem | null {
    if (this.isBinary) return { kind: 'binary' }
    const { change, isCutOff } = this.reader
    return change || isCutOff ? { kind: 'flawed', undecodable: null, nulls: null, change, isCutOff } : null
  }
}

/** One large input from its first byte to its last: decoded as far as a scan needs it, scanned, and digested. */
import type { Catalog } from './catalog/entry.js'
import { type FindingWatch, LargeInput, planFor, type ScannedPart } from './large-input.js'
import { hasTable } from './match/talk.js'
import { type OwnPart, PART_BYTES, SURROUNDINGS } from './scan/own-part.js'
import type { ScanPlan } from './scan/scan-plan.js'
import type { FailureShape, FoundRange, ScanSink } from './scan/scan-sink.js'
import { Scanner } from './scan/scanner.js'
import { returnTranscoder, type Transcoder, textTranscoder } from './scan/transcode.js'
import { type DecodingProblem, decode, encodingByHead, markOf, type ReadAs, readAscii, TextReader } from './text/decode.js'
import { guessReadAs } from './text/guess-encoding.js'
import { timeSample } from './text/read-time.js'
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
  /** Of its beginning: what may decide how its time stamps are meant. */
  readonly timeSample: string
}

/** @param head a quarter of a megabyte, or less where there is no more */
function readHead(head: Uint8Array, given?: ReadAs): HeadReading {
  const ascii = given ? undefined : readAscii(head)
  const { text, problem, ...known } = ascii ?? decode(head, given ?? guessReadAs(head))
  const readAs = ascii || (!given && isAscii(head)) ? undefined : known
  const mark = given ? undefined : markOf(head)
  const isChanging = problem?.kind === 'flawed' && problem.change !== null
  const transcoder = (readAs && readAs.encoding !== 'utf-8') || isChanging ? 'text' : endsInReturns(text) ? 'return' : undefined
  return {
    markLength: mark?.bytes.length ?? 0,
    isBinary: problem?.kind === 'binary',
    hasTable: hasTable(text),
    timeSample: timeSample(text),
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

const plans = new WeakMap<Catalog, ScanPlan>()

/** The plan is the same for all scans of a process. */
function planOf(catalog: Catalog): ScanPlan {
  const plan = plans.get(catalog) ?? planFor(catalog)
  plans.set(catalog, plan)
  return plan
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
  constructor(input: ScannedInput, catalog: Catalog, head: Uint8Array, onFindings?: FindingWatch) {
    const { markLength, transcoder, isBinary, ...reading } = readHead(head, input.readAs)
    this.reader = new TextReader(reading.readAs?.encoding ?? 'utf-8', input.readAs !== undefined)
    this.transcode = transcoder && (transcoder === 'return' ? returnTranscoder() : textTranscoder(this.reader))
    this.isBinary = isBinary
    this.large = new LargeInput({ ...input, ...reading, onFindings }, catalog)
    this.scanner = new Scanner(planOf(catalog), this.large)
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

/** How a large input is scanned in parts. Offsets are those of its text: of the bytes behind its mark. */
export interface PartedInput extends ScannedInput {
  readonly byteLength: number
  readonly reading: HeadReading
  readonly parts: readonly OwnPart[]
}

/**
 * Parts an input whose bytes are at hand in any order.
 *
 * @param head as for InputScan
 * @returns undefined where it has to be read from its beginning, as its text has another encoding than its bytes
 */
export function partInput(input: ScannedInput, head: Uint8Array, byteLength: number, partBytes = PART_BYTES): PartedInput | undefined {
  const reading = readHead(head, input.readAs)
  if (reading.transcoder) return undefined
  const length = byteLength - reading.markLength
  const parts = Array.from({ length: Math.ceil(length / partBytes) }, (_, index) => ({
    from: index * partBytes,
    to: Math.min((index + 1) * partBytes, length),
  }))
  return { ...input, byteLength, reading, parts }
}

/** What has to be read for a part: offsets in the bytes of the input. */
export function bytesOfPart({ reading, byteLength }: PartedInput, { from, to }: OwnPart): { start: number; end: number } {
  const start = reading.markLength + Math.max(0, from - SURROUNDINGS)
  return { start, end: Math.min(byteLength, reading.markLength + to + SURROUNDINGS) }
}

export class PartScan {
  private readonly ranges: FoundRange[] = []
  private readonly failures: (readonly FailureShape[])[] = []
  private readonly scanner: Scanner

  constructor(catalog: Catalog, own: OwnPart) {
    const sink: ScanSink = {
      range: (range) => this.ranges.push(range),
      failures: (shapes) => this.failures.push(shapes),
    }
    this.scanner = new Scanner(planOf(catalog), sink, own, Math.max(0, own.from - SURROUNDINGS))
  }

  /** As a Scanner's. */
  get room(): Uint8Array {
    return this.scanner.room
  }

  took(byteLength: number): void {
    this.scanner.took(byteLength)
  }

  end(): ScannedPart {
    const totals = this.scanner.end()
    return { ranges: this.ranges, failures: this.failures, totals }
  }
}

/** Puts the parts of one input together, in order. */
export class PartJoiner {
  private readonly large: LargeInput
  private readonly input: PartedInput
  private joined = 0

  constructor(input: PartedInput, catalog: Catalog, onFindings?: FindingWatch) {
    this.input = input
    this.large = new LargeInput({ ...input, ...input.reading, onFindings }, catalog)
  }

  add(part: ScannedPart): void {
    for (const _step of this.steps(part));
  }

  /** Adds a part in steps of a tenth of a second at most: all of them have to be taken. */
  steps(part: ScannedPart): Generator<void> {
    return this.large.addPart(part, this.input.parts[this.joined++] as OwnPart)
  }

  /** @param endsInLine whether the last byte is no newline */
  end(endsInLine: boolean, problem: InputProblem | null): InputDigest {
    const { parts, byteLength, reading } = this.input
    const last = parts[this.joined - 1]
    const read = problem ? (last?.to ?? 0) + reading.markLength : byteLength
    return this.large.end(read, endsInLine, problem ?? (reading.isBinary ? { kind: 'binary' } : null))
  }
}

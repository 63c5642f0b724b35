/** Text → the same text with stable placeholders for private values. The same value has the same placeholder in all texts of a redactor. */
import { placeholderPattern } from '../text/placeholder.js'
import { findKnown } from './find-known.js'
import { findPrivate, type PlacedValue } from './find-private.js'
import { isSecretKind, type NamedValue, type PrivateValue, PrivateValues } from './private-values.js'
import { type Readings, readLines } from './read-lines.js'
import { crossesJoin, type Piece, piecesOf } from './reading.js'
import { type Block, blocksOf } from './text-blocks.js'
import { type Edit, moved, offsetMapOf } from './text-edits.js'

export interface RedactorOptions {
  /** Words, in lower case, that logs say of themselves: as a name they are replaced only where something says that they are one. */
  readonly keptWords?: ReadonlySet<string>
  /** Values of an earlier call, with the placeholders that they had. */
  readonly known?: readonly NamedValue[]
}

/** A text, or the chunks of a long one in order, cut anywhere. */
export type Chunks = string | Iterable<string>

export interface RedactedText {
  readonly text: string
  /** The offset in the redacted text of one in the original; of one inside a value its placeholder's. */
  offsetOf(original: number): number
}

export interface Redactor {
  /** Looks for private values in a text without redacting it: what is found is known in all texts from then on. */
  learn(text: Chunks): void
  /** Notes values that somebody else found. */
  add(values: readonly PrivateValue[]): void
  /** The text with placeholders; it has the lines that it had. */
  redact(text: string): string
  /** The same, with what tells where a place of the text has gone. */
  redactPlaced(text: string): RedactedText
  /** The same chunk by chunk, for a text that is not held as a whole. */
  redactChunks(chunks: Iterable<string>): Generator<string>
  /** The text with placeholders for values that are known by now, and for no others: for words that are partly our own. */
  hide(text: string): string
  /** The same, with what tells where a place of the text has gone. */
  hidePlaced(text: string): RedactedText
  /** The placeholder of a whole value; undefined where it is none that is known. */
  placeholderOf(value: string): string | undefined
  /** The values that were replaced anywhere and stand in a text all the same; empty for a text that may be given away. */
  leftIn(text: string): NamedValue[]
  /** Every value that was replaced so far. */
  readonly replaced: readonly NamedValue[]
}

export function createRedactor({ keptWords = new Set(), known = [] }: RedactorOptions = {}): Redactor {
  const values = new PrivateValues(keptWords)
  for (const value of known) values.restore(value)
  function* edit(chunks: Iterable<string>, find: typeof learnFrom): Generator<{ block: Block; edits: Edit[] }> {
    for (const block of blocksOf(chunks)) yield { block, edits: editBlock(block, values, find) }
  }
  function* redactChunks(chunks: Iterable<string>): Generator<string> {
    for (const { block, edits } of edit(chunks, learnFrom)) yield editedPart(block, edits)
  }
  return {
    learn: (text) => {
      for (const block of blocksOf(chunksOf(text))) learnFrom(block.text, readLines(block.text), values)
    },
    add: (found) => {
      for (const value of found) values.add(value)
    },
    redact: (text) => [...redactChunks([text])].join(''),
    redactChunks,
    redactPlaced: (text) => placed(edit([text], learnFrom)),
    hide: (text) => placed(edit([text], knownAmong)).text,
    hidePlaced: (text) => placed(edit([text], knownAmong)),
    placeholderOf: (value) => (values.has(value) ? values.placeholderFor(value) : undefined),
    leftIn: (text) => {
      const found = [...blocksOf([text])].flatMap((block) => knownIn(readLines(block.text), values))
      const left = new Set(found.map(({ value }) => value.toLowerCase()))
      if (left.size === 0) return []
      return values.named.filter(({ value }) => left.has(value.toLowerCase()))
    },
    get replaced() {
      return values.named
    },
  }
}

function chunksOf(text: Chunks): Iterable<string> {
  return typeof text === 'string' ? [text] : text
}

/** The private values that a text gives away by their shape or by what is said of them. */
export function findPrivateValues(text: string): PrivateValue[] {
  return [...blocksOf([text])].flatMap((block) => findPrivate(readLines(block.text)).map(({ kind, value }) => ({ kind, value })))
}

const everyPlaceholder = new RegExp(placeholderPattern(), 'g')

function learnFrom(text: string, readings: Readings, values: PrivateValues): PlacedValue[] {
  for (const [placeholder] of text.matchAll(everyPlaceholder)) values.reserve(placeholder)
  const found = findPrivate(readings).filter((value) => values.accepts(value))
  for (const value of found) values.add(value)
  return found
}

/** What a text gives away and is known already. */
function knownAmong(_: string, readings: Readings, values: PrivateValues): PlacedValue[] {
  return findPrivate(readings).filter(({ value }) => values.has(value))
}

/** What is to be replaced: a value, and the places that it fills. */
interface Finding {
  readonly value: string
  readonly pieces: readonly Piece[]
  readonly isSecret: boolean
}

function editBlock(block: Block, values: PrivateValues, find: typeof learnFrom): Edit[] {
  const readings = readLines(block.text)
  const given = find(block.text, readings, values).map((found) => ({ ...found, isSecret: isSecretKind(found.kind) }))
  return editsOf(block, withoutOverlaps([...given, ...knownIn(readings, values)], block.text.length), values)
}

function knownIn({ apart, joined }: Readings, values: PrivateValues): Finding[] {
  const overLines = findKnown(joined, values).filter(({ start, end }) => crossesJoin(joined, start, end))
  return [
    ...findKnown(apart, values).map(({ value, start, end }) => ({ value, pieces: piecesOf(apart, start, end), isSecret: false })),
    ...overLines.map(({ value, start, end }) => ({ value, pieces: piecesOf(joined, start, end), isSecret: false })),
  ]
}

/** Of findings that overlap secrets stay, then the longest. */
function withoutOverlaps(found: readonly Finding[], length: number): Finding[] {
  const taken = new Uint8Array(length)
  const sorted = [...found].sort((a, b) => Number(b.isSecret) - Number(a.isSecret) || lengthOf(b) - lengthOf(a))
  return sorted.filter(({ pieces }) => {
    if (pieces.some(({ start, end }) => isTaken(taken, start, end))) return false
    for (const { start, end } of pieces) taken.fill(1, start, end)
    return true
  })
}

function isTaken(taken: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (taken[at] === 1) return true
  return false
}

function lengthOf({ pieces }: Finding): number {
  return pieces.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** The block's own part with placeholders: one for each value, in its first place. */
function editsOf({ from, to }: Block, findings: readonly Finding[], values: PrivateValues): Edit[] {
  const edits = findings
    .flatMap(({ value, pieces }) => pieces.map((piece, index) => ({ ...piece, value: index === 0 ? value : null })))
    .filter(({ start, end }) => start < to && from < end)
    .sort((a, b) => a.start - b.start)
  return edits.map(({ start, end, value }) => {
    // A line that was too long for a block may be cut inside a value: its placeholder stands in the part before.
    const isBegun = start < from
    return { start: Math.max(start, from), end: Math.min(end, to), text: value === null || isBegun ? '' : values.placeholderFor(value) }
  })
}

function placed(edited: Iterable<{ block: Block; edits: Edit[] }>): RedactedText {
  const parts = [...edited]
  const edits = parts.flatMap((part) => part.edits.map((one) => moved(one, part.block.offset - part.block.from)))
  return { text: parts.map((part) => editedPart(part.block, part.edits)).join(''), offsetOf: offsetMapOf(edits) }
}

function editedPart({ text, from, to }: Block, edits: readonly Edit[]): string {
  let edited = ''
  let done = from
  for (const edit of edits) {
    edited += text.slice(done, edit.start) + edit.text
    done = edit.end
  }
  return edited + text.slice(done, to)
}

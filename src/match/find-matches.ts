/** Text × signatures → matches, in one pass over squeezed letters whatever the number of signatures. */
import { lineContent } from '../text/line-content.js'
import { powerShellRecordLines } from '../text/powershell-record.js'
import { lineEndOf, type SourceText } from '../text/read-text.js'
import { squeezeInto } from '../text/squeeze.js'
import { newSqueezedLetters, type SqueezedLetters, squeezeBarrier } from '../text/squeezed-letters.js'
import type { Match, Stretch } from './match.js'
import { matchAt } from './match-signature.js'
import { bucketOf, GRAM_LETTERS, type GramTable, rollHash, type SignatureTable } from './signature-table.js'

/** Letters squeezed before matching them, and kept from one block to the next: no signature is longer. */
const BLOCK_LETTERS = 1 << 18
const OVERLAP_LETTERS = 1 << 13

/** More than any text has. */
const PLACES = 2 ** 32

/** Finds every signature in a text, in order of place. Time grows with the text's length alone. */
export function findMatches<Owner>(source: SourceText, table: SignatureTable<Owner>): Match<Owner>[] {
  const matches = new Map<number, Match<Owner>>()
  for (const block of squeezedBlocks(source)) {
    for (const { signatureIndex, at } of findAnchors(block, table.grams)) {
      const key = signatureIndex * PLACES + (block.places[at] as number)
      if (matches.has(key)) continue // met already: two blocks overlap, or a field and its whole line
      const match = matchAt(source, block, table.signatureAt(signatureIndex), at)
      if (match) matches.set(key, match)
    }
  }
  return [...matches.values()].sort((a, b) => a.stretch.start - b.stretch.start || a.stretch.end - b.stretch.end)
}

/**
 * The squeezed text, block by block, each beginning with the end of the one before: the contents of all lines joined, then the whole of
 * structured lines, then the contents again where records of PowerShell stand between them.
 */
function* squeezedBlocks(source: SourceText): Generator<SqueezedLetters> {
  const structured: Stretch[] = []
  yield* fillBlocks(source, contentPieces(source, structured))
  if (structured.length > 0) yield* fillBlocks(source, structured, true)
  const records = powerShellRecordLines(source)
  if (records.size > 0) yield* fillBlocks(source, contentPieces(source, [], records))
}

interface TextPiece extends Stretch {
  /** Text was left out before it: no match runs across. */
  readonly isBehindGap?: boolean
}

function* fillBlocks(source: SourceText, pieces: Iterable<TextPiece>, areApart = false): Generator<SqueezedLetters> {
  const block = newSqueezedLetters(Math.min(source.text.length + 1, BLOCK_LETTERS) + OVERLAP_LETTERS)
  for (const piece of pieces) {
    if (piece.isBehindGap) squeezeBarrier(block, piece.start)
    squeezeInto(block, source.text, piece.start, piece.end)
    if (areApart) squeezeBarrier(block, piece.end)
    if (block.length < BLOCK_LETTERS) continue
    yield block
    keepOverlap(block)
  }
  if (block.length > 0) yield block
}

/** The content of each line but those left out, cut where it is longer than a block. Lines of which it is one field only are noted in `structured`. */
function* contentPieces(source: SourceText, structured: Stretch[], leftOut?: ReadonlySet<number>): Generator<TextPiece> {
  for (let index = 0; index < source.lineStarts.length; index++) {
    if (leftOut?.has(index)) continue
    const start = source.lineStarts[index] as number
    const content = lineContent(source, index)
    if (content.isField) structured.push({ start, end: lineEndOf(source, index) })
    for (let at = start + content.start; at < start + content.end; at += BLOCK_LETTERS) {
      const isBehindGap = at === start + content.start && source.excerpt?.gaps.has(index)
      yield { start: at, end: Math.min(at + BLOCK_LETTERS, start + content.end), ...(isBehindGap && { isBehindGap }) }
    }
  }
}

function keepOverlap(block: SqueezedLetters): void {
  const from = Math.max(0, block.length - OVERLAP_LETTERS)
  block.letters.copyWithin(0, from, block.length)
  block.places.copyWithin(0, from, block.length)
  block.length -= from
}

interface Anchor {
  readonly signatureIndex: number
  /** Index of the anchor's first letter in the block. */
  readonly at: number
}

function* findAnchors(block: SqueezedLetters, grams: GramTable): Generator<Anchor> {
  const { letters, length } = block
  let hash = 0
  for (let at = 0; at < length; at++) {
    const newest = letters[at] as number
    hash = at < GRAM_LETTERS ? rollHash(hash, 0, newest) : rollHash(hash, letters[at - GRAM_LETTERS] as number, newest)
    let entry = grams.buckets[bucketOf(hash)] as number
    while (entry > 0) {
      const signatureIndex = entry - 1
      const start = at - GRAM_LETTERS + 1 - (grams.gramOffsets[signatureIndex] as number)
      if (start >= 0 && anchorStandsAt(block, grams, signatureIndex, start)) yield { signatureIndex, at: start }
      entry = grams.next[signatureIndex] as number
    }
  }
}

function anchorStandsAt(block: SqueezedLetters, grams: GramTable, signatureIndex: number, start: number): boolean {
  const from = grams.anchorStarts[signatureIndex] as number
  const length = (grams.anchorStarts[signatureIndex + 1] as number) - from
  if (start + length > block.length) return false
  for (let index = 0; index < length; index++) {
    if (block.letters[start + index] !== grams.anchors[from + index]) return false
  }
  return true
}

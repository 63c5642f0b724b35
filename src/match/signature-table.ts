/** Signatures made ready for one pass over a text: each one's longest literal is its anchor, found by one of its grams. */
import { squeezeLiteral } from '../text/squeeze.js'
import type { GapType } from './gaps.js'
import { bareCode, parseSignature, type SignaturePart } from './signature.js'

/** What a signature belongs to is the caller's business. */
export interface OwnedSignature<Owner> {
  readonly owner: Owner
  readonly text: string
  readonly weak: boolean
}

export interface ReadySignature<Owner> extends OwnedSignature<Owner> {
  readonly parts: readonly ReadyPart[]
  /** Index in `parts` of the longest literal. */
  readonly anchorIndex: number
  /** A code that counts only where it stands alone. */
  readonly isBareCode: boolean
}

export type ReadyPart = { readonly literal: string } | ReadyGap

export interface ReadyGap {
  readonly gap: string
  readonly type: GapType
  /** White space parts the value from the literal before it, and from the one behind: then it does not begin or end inside a word. */
  readonly isApartBefore: boolean
  readonly isApartBehind: boolean
  /** A full stop follows: one inside the value, as in 0.6.0, is not it. */
  readonly endsSentence: boolean
}

/** Letters in a gram: the shortest literal that can be found at all. */
export const GRAM_LETTERS = 6
export const BUCKETS = 1 << 13

export interface SignatureTable<Owner> {
  readonly grams: GramTable
  /** The signature with its parts; those of a compiled table are made ready when they are first asked for. */
  readonly signatureAt: (index: number) => ReadySignature<Owner>
}

/** What finds the signatures of which an anchor stands somewhere. */
export interface GramTable {
  /** For each bucket of gram hashes the first signature's index + 1; 0 where there is none. */
  readonly buckets: Uint16Array
  /** For each signature the next one of its bucket, likewise. */
  readonly next: Uint16Array
  /** For each signature where in its anchor the gram begins. */
  readonly gramOffsets: Uint16Array
  /** For each signature where its anchor begins in `anchors`; one more for the end. */
  readonly anchorStarts: Uint32Array
  /** The squeezed letters of all anchors. */
  readonly anchors: Uint16Array
}

/** @throws RangeError for more signatures than the table can number */
export function buildSignatureTable<Owner>(owned: readonly OwnedSignature<Owner>[]): SignatureTable<Owner> {
  if (owned.length > MOST_SIGNATURES) throw new RangeError(`${owned.length} signatures are more than ${MOST_SIGNATURES}`)
  const signatures = owned.map(readySignature)
  const anchors = signatures.map(anchorOf)
  return { grams: buildGramTable(anchors), signatureAt: (index) => signatures[index] as ReadySignature<Owner> }
}

const MOST_SIGNATURES = 0xffff

function buildGramTable(anchors: readonly string[]): GramTable {
  const letters = anchors.join('')
  const grams: GramTable = {
    buckets: new Uint16Array(BUCKETS),
    next: new Uint16Array(anchors.length),
    gramOffsets: new Uint16Array(anchors.length),
    anchorStarts: new Uint32Array(anchors.length + 1),
    anchors: Uint16Array.from({ length: letters.length }, (_, index) => letters.charCodeAt(index)),
  }
  anchors.forEach((anchor, index) => {
    const offset = rarestGramOffset(anchor)
    const bucket = bucketOf(hashGram(anchor, offset))
    grams.gramOffsets[index] = offset
    grams.next[index] = grams.buckets[bucket] as number
    grams.buckets[bucket] = index + 1
    grams.anchorStarts[index + 1] = (grams.anchorStarts[index] as number) + anchor.length
  })
  return grams
}

/** A table over grams that were counted before: a signature is made ready when it is first asked for. */
export function openSignatureTable<Owner>(grams: GramTable, ownedAt: (index: number) => OwnedSignature<Owner>): SignatureTable<Owner> {
  const ready = new Map<number, ReadySignature<Owner>>()
  return {
    grams,
    signatureAt(index) {
      const known = ready.get(index) ?? readySignature(ownedAt(index))
      ready.set(index, known)
      return known
    },
  }
}

export function anchorOf(signature: ReadySignature<unknown>): string {
  return (signature.parts[signature.anchorIndex] as { literal: string }).literal
}

function readySignature<Owner>(owned: OwnedSignature<Owner>): ReadySignature<Owner> {
  const written = parseSignature(owned.text).parts
  const parts = written.map((part, index): ReadyPart => {
    if ('literal' in part) return { literal: squeezeLiteral(part.literal) }
    const [before, behind] = [literalAt(written, index - 1), literalAt(written, index + 1)]
    return { ...part, isApartBefore: /\s$/.test(before), isApartBehind: /^\s/.test(behind), endsSentence: /^\.(?:\s|$)/.test(behind) }
  })
  return { ...owned, parts, anchorIndex: longestLiteralIndex(owned.text, parts), isBareCode: bareCode.test(owned.text) }
}

function literalAt(parts: readonly SignaturePart[], index: number): string {
  const part = parts[index]
  return part && 'literal' in part ? part.literal : ''
}

function longestLiteralIndex(text: string, parts: readonly ReadyPart[]): number {
  const lengths = parts.map((part) => ('literal' in part ? part.literal.length : 0))
  const longest = Math.max(0, ...lengths)
  if (longest < GRAM_LETTERS) throw new RangeError(`the signature "${text}" has no literal of ${GRAM_LETTERS} letters`)
  return lengths.indexOf(longest)
}

// How often a letter stands in English logs, roughly: the gram with the rarest letters gives the fewest false starts.
const COMMON_LETTERS = 'etaoinsrlhdcumpfgybwvkxjqz'

function commonness(unit: number): number {
  const rank = COMMON_LETTERS.indexOf(String.fromCharCode(unit))
  return rank < 0 ? 4 : COMMON_LETTERS.length - rank
}

function rarestGramOffset(anchor: string): number {
  let sum = 0
  for (let index = 0; index < GRAM_LETTERS; index++) sum += commonness(anchor.charCodeAt(index))
  let best = 0
  let least = sum
  for (let offset = 1; offset + GRAM_LETTERS <= anchor.length; offset++) {
    sum += commonness(anchor.charCodeAt(offset + GRAM_LETTERS - 1)) - commonness(anchor.charCodeAt(offset - 1))
    if (sum < least) {
      least = sum
      best = offset
    }
  }
  return best
}

const MULTIPLIER = 0x01000193
let outgoing = 1
for (let power = 1; power < GRAM_LETTERS; power++) outgoing = Math.imul(outgoing, MULTIPLIER)

/** The factor by which the oldest letter of a gram stands in its hash. */
const OLDEST_FACTOR = outgoing

function hashGram(text: string, offset: number): number {
  let hash = 0
  for (let index = 0; index < GRAM_LETTERS; index++) hash = (Math.imul(hash, MULTIPLIER) + text.charCodeAt(offset + index)) | 0
  return hash
}

/** The hash of the gram one letter further. */
export function rollHash(hash: number, oldest: number, newest: number): number {
  return (Math.imul(hash - Math.imul(oldest, OLDEST_FACTOR), MULTIPLIER) + newest) | 0
}

export function bucketOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> 19
}

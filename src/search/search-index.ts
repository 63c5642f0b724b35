import { countFirst } from '../text/ascending.js'
import { compareText } from '../text/compare-text.js'
import { joinBytes } from '../text/join-bytes.js'
import { ViewReader } from '../text/view-reader.js'

/** Where each term stands, ready to be looked up: sorted terms, and for each the entries that have it and how much it says of them. */
export interface SearchIndex {
  readonly entryCount: number
  /** The index of a term; undefined where no entry has it. */
  find(term: string): number | undefined
  /** The terms that begin so, as a range of indices, `end` exclusive. */
  beginningWith(beginning: string): { readonly start: number; readonly end: number }
  /** The term as it was indexed. */
  textOf(term: number): string
  /** What the term adds to the entry of which it says most. */
  mostOf(term: number): number
  /** What the term adds to an entry, and the text of the entry in which it says most; undefined where the entry lacks it. */
  placeOf(term: number, entryIndex: number): { readonly weight: number; readonly textIndex: number } | undefined
  /** Calls back with each entry that has the term, and what the term adds to it. */
  forEachEntry(term: number, visit: (entryIndex: number, weight: number) => void): void
  /** The words of the catalog as they are written, folded; for finding what a misspelt one may mean. */
  words(): readonly string[]
}

/** One term's entries, while the index is being built. */
export interface Postings {
  readonly term: string
  readonly rarity: number
  /** Ascending. */
  readonly entryIndexes: readonly number[]
  /** From 0 to 1: times the rarity, the weight. */
  readonly strengths: readonly number[]
  /** For each entry the text in which the term says most. */
  readonly textIndexes: readonly number[]
}

/** Read back on a machine of the other byte order it is another number: then the index is built anew. */
const MARK = 0x53455231
const HEADER_WORDS = 6
const FULL_STRENGTH = 0xffff

export interface IndexContent {
  readonly entryCount: number
  readonly postings: readonly Postings[]
  /** Sorted. */
  readonly words: readonly string[]
}

/** The index as bytes in the order of the machine: header, 32-bit numbers, 16-bit numbers, words. */
export function writeIndex({ entryCount, postings, words }: IndexContent): Uint8Array {
  const sorted = postings.toSorted((one, other) => compareText(one.term, other.term))
  const letters = sorted.map(({ term }) => term).join('')
  const wordBytes = new TextEncoder().encode(words.join('\n'))
  const count = sorted.reduce((sum, { entryIndexes }) => sum + entryIndexes.length, 0)
  const wide = Uint32Array.from([
    ...[MARK, entryCount, sorted.length, letters.length, count, wordBytes.length],
    ...runningSums(sorted.map(({ term }) => term.length)),
    ...runningSums(sorted.map(({ entryIndexes }) => entryIndexes.length)),
  ])
  const rarities = Float32Array.from(sorted, ({ rarity }) => rarity)
  const mosts = Float32Array.from(sorted, ({ rarity, strengths }) => rarity * Math.max(...strengths))
  const narrow = new Uint16Array(letters.length + 3 * count)
  for (let index = 0; index < letters.length; index++) narrow[index] = letters.charCodeAt(index)
  let at = letters.length
  for (const { entryIndexes, strengths, textIndexes } of sorted) {
    entryIndexes.forEach((entryIndex, index) => {
      narrow[at + index] = entryIndex
      narrow[at + count + index] = Math.round((strengths[index] as number) * FULL_STRENGTH)
      narrow[at + 2 * count + index] = textIndexes[index] as number
    })
    at += entryIndexes.length
  }
  const parts = [wide, rarities, mosts, narrow, wordBytes]
  return joinBytes(parts.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)))
}

function runningSums(lengths: readonly number[]): number[] {
  const sums = [0]
  for (const length of lengths) sums.push((sums.at(-1) as number) + length)
  return sums
}

/** Undefined where a machine of the other byte order wrote it. */
export function readIndex(bytes: Uint8Array): SearchIndex | undefined {
  const reader = new ViewReader(bytes)
  const header = [...reader.take(Uint32Array, HEADER_WORDS)] as [number, number, number, number, number, number]
  const [mark, entryCount, termCount, letterCount, postingCount, wordLength] = header
  if (mark !== MARK) return undefined
  // In the order in which writeIndex has them.
  return new PackedIndex({
    entryCount,
    termCount,
    letterStarts: reader.take(Uint32Array, termCount + 1),
    postingStarts: reader.take(Uint32Array, termCount + 1),
    rarities: reader.take(Float32Array, termCount),
    mosts: reader.take(Float32Array, termCount),
    letters: reader.take(Uint16Array, letterCount),
    entryIndexes: reader.take(Uint16Array, postingCount),
    strengths: reader.take(Uint16Array, postingCount),
    textIndexes: reader.take(Uint16Array, postingCount),
    wordBytes: reader.take(Uint8Array, wordLength),
  })
}

/** The numbers of an index: by term, where its letters and its postings begin and how rare it is; by posting, what the term says there. */
interface Packed {
  readonly entryCount: number
  readonly termCount: number
  readonly letterStarts: Uint32Array
  readonly postingStarts: Uint32Array
  readonly rarities: Float32Array
  readonly mosts: Float32Array
  readonly letters: Uint16Array
  readonly entryIndexes: Uint16Array
  readonly strengths: Uint16Array
  readonly textIndexes: Uint16Array
  readonly wordBytes: Uint8Array
}

class PackedIndex implements SearchIndex {
  readonly #packed: Packed
  #words: readonly string[] | undefined

  constructor(packed: Packed) {
    this.#packed = packed
  }

  get entryCount(): number {
    return this.#packed.entryCount
  }

  find(term: string): number | undefined {
    const index = this.#firstNotBefore(term)
    return index < this.#packed.termCount && this.#compare(index, term) === 0 ? index : undefined
  }

  beginningWith(beginning: string): { readonly start: number; readonly end: number } {
    return { start: this.#firstNotBefore(beginning), end: this.#firstNotBefore(`${beginning}\uffff`) }
  }

  textOf(term: number): string {
    const { letters, letterStarts } = this.#packed
    return String.fromCharCode(...letters.subarray(letterStarts[term], letterStarts[term + 1]))
  }

  mostOf(term: number): number {
    return this.#packed.mosts[term] as number
  }

  placeOf(term: number, entryIndex: number): { readonly weight: number; readonly textIndex: number } | undefined {
    const { postingStarts, entryIndexes, strengths, textIndexes } = this.#packed
    const posting = entryIndexes.subarray(0, postingStarts[term + 1]).indexOf(entryIndex, postingStarts[term])
    if (posting < 0) return undefined
    return { weight: (strengths[posting] as number) * this.#scaleOf(term), textIndex: textIndexes[posting] as number }
  }

  forEachEntry(term: number, visit: (entryIndex: number, weight: number) => void): void {
    const { postingStarts, entryIndexes, strengths } = this.#packed
    const scale = this.#scaleOf(term)
    const end = postingStarts[term + 1] as number
    for (let posting = postingStarts[term] as number; posting < end; posting++) {
      visit(entryIndexes[posting] as number, (strengths[posting] as number) * scale)
    }
  }

  words(): readonly string[] {
    this.#words ??= new TextDecoder().decode(this.#packed.wordBytes).split('\n')
    return this.#words
  }

  #scaleOf(term: number): number {
    return (this.#packed.rarities[term] as number) / FULL_STRENGTH
  }

  #firstNotBefore(wanted: string): number {
    return countFirst(this.#packed.termCount, (term) => this.#compare(term, wanted) < 0)
  }

  /** Below 0 where the term at `index` stands before `wanted`; a term that goes on behind `wanted` stands after it. */
  #compare(index: number, wanted: string): number {
    const { letters, letterStarts } = this.#packed
    const start = letterStarts[index] as number
    const length = (letterStarts[index + 1] as number) - start
    for (let letter = 0; letter < length && letter < wanted.length; letter++) {
      const difference = (letters[start + letter] as number) - wanted.charCodeAt(letter)
      if (difference !== 0) return difference
    }
    return length - wanted.length
  }
}

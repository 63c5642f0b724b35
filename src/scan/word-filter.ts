/**
 * Finds any of many byte strings in one pass, four bytes at a time. A string of seven bytes covers, wherever it begins, a whole 32-bit
 * word at a multiple of four. For each string and each of the four ways it may lie, its rarest such word is entered in a table;
 * a scan is then one look-up for each word of the text, and only what passes is compared. A string of five or six bytes lies
 * in some ways on three bytes of a word only: then the fourth, its neighbour, is taken to be any that may stand at a word's edge.
 * Letters are compared without case by clearing bit 5 of every byte on both sides.
 */
import { SHORTEST_PIECE } from './choose-pieces.js'

export const FOLD = 0xdf
const FOLD_WORD = 0xdfdfdfdf | 0

const TABLE_BITS = 17
const TABLE_SHIFT = 32 - TABLE_BITS
const MULTIPLIER = 0x9e3779b1 | 0

const NEIGHBOUR_MULTIPLIER = 0x85ebca6b | 0

/** Words that are looked at before any is compared: few enough to stay in the processor's cache. */
const BLOCK_WORDS = 1 << 13

const GRAM_FIELDS = 4
const WORD_FIELDS = 3

export interface FilterString {
  /** Folded. */
  readonly bytes: Uint8Array
  /** To be found where it lies at a multiple of four, and nowhere else. */
  readonly isAligned: boolean
}

export class WordFilter {
  /** 1 where some gram has this hash. */
  private readonly table = new Uint8Array(1 << TABLE_BITS)
  /** 1 where some gram has this hash together with the byte of its string that stands before it, or behind it. */
  private readonly tableBefore = new Uint8Array(1 << TABLE_BITS)
  private readonly tableBehind = new Uint8Array(1 << TABLE_BITS)
  private readonly candidates = new Int32Array(BLOCK_WORDS + 1)
  /** Open addressing: a gram's word, then where its grams begin in `grams`, plus one. */
  private readonly slots: Int32Array
  private readonly slotBits: number
  /**
   * For each gram: the string it is a word of; where in that the word begins (-1 where it begins one byte before); 1 where the word has
   * more grams; and what the words around have to be, as the number of them, then for each its distance, a mask and a value.
   */
  private readonly grams: Int32Array

  /**
   * @param sought SHORTEST_PIECE bytes at least
   * @param pairCounts how often each pair of folded bytes stands in a sample of the text, for choosing rare grams
   */
  constructor(sought: readonly FilterString[], pairCounts: Uint32Array) {
    const strings = sought.map(({ bytes }) => bytes)
    for (const { length } of strings) if (length < SHORTEST_PIECE) throw new RangeError(`a string of ${length} bytes cannot be found`)
    const byWord = gramsByWord(sought, pairCounts)
    this.slotBits = 32 - Math.clz32(byWord.size * 2)
    this.slots = new Int32Array(2 << this.slotBits)
    const grams: number[] = []
    for (const [word, same] of byWord) {
      this.enter(word, grams.length)
      same.forEach(({ string, offset }, index) => {
        const bytes = strings[string] as Uint8Array
        this.enterNeighbour(word, bytes, offset)
        const around = wordsAround(bytes, offset)
        grams.push(string, offset, index + 1 < same.length ? 1 : 0, around.length / WORD_FIELDS, ...around)
      })
    }
    this.grams = Int32Array.from(grams)
  }

  private enter(word: number, firstGram: number): void {
    this.table[Math.imul(word, MULTIPLIER) >>> TABLE_SHIFT] = 1
    const mask = (1 << this.slotBits) - 1
    let slot = this.slotOf(word)
    while (this.slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask
    this.slots[2 * slot] = word
    this.slots[2 * slot + 1] = firstGram + 1
  }

  /** A gram has a byte of its string beside it: a string has five bytes at least. */
  private enterNeighbour(word: number, string: Uint8Array, offset: number): void {
    const behind = string[offset + 4]
    const before = string[offset - 1]
    if (behind !== undefined) this.tableBehind[hashWith(word, behind)] = 1
    else if (before !== undefined) this.tableBefore[hashWith(word, before)] = 1
  }

  private slotOf(word: number): number {
    return Math.imul(word ^ (word >>> 15), MULTIPLIER) >>> (32 - this.slotBits)
  }

  /**
   * Finds the strings whose deciding word lies between two words of a buffer.
   *
   * @param words the buffer as 32-bit words
   * @param bytes the same memory as bytes
   * @param found is told the string and where in `bytes` it begins: in order of the deciding words, so nearly in order of place
   */
  scan(words: Int32Array, bytes: Uint8Array, fromWord: number, toWord: number, found: (string: number, at: number) => void): void {
    const { candidates } = this
    for (let from = fromWord; from < toWord; from += BLOCK_WORDS) {
      const count = this.sift(words, bytes, from, Math.min(from + BLOCK_WORDS, toWord))
      for (let index = 0; index < count; index++) this.compare(words, candidates[index] as number, found)
    }
  }

  /**
   * Notes the words of a block that have a gram's hash, then those of them that have it together with a neighbour; returns how many
   * there are. Each word is written, and stays where it passes: a branch that is taken now and then would cost more than all the rest.
   */
  private sift(words: Int32Array, bytes: Uint8Array, from: number, to: number): number {
    const { table, tableBefore, tableBehind, candidates } = this
    let hashed = 0
    for (let index = from; index < to; index++) {
      candidates[hashed] = index
      hashed += table[Math.imul((words[index] as number) & FOLD_WORD, MULTIPLIER) >>> TABLE_SHIFT] as number
    }
    let count = 0
    for (let index = 0; index < hashed; index++) {
      const at = candidates[index] as number
      const word = (words[at] as number) & FOLD_WORD
      const place = at << 2
      const before = place === 0 ? 0 : (bytes[place - 1] as number) & FOLD
      const behind = (bytes[place + 4] as number) & FOLD
      candidates[count] = at
      count += (tableBefore[hashWith(word, before)] as number) | (tableBehind[hashWith(word, behind)] as number)
    }
    return count
  }

  private compare(words: Int32Array, index: number, found: (string: number, at: number) => void): void {
    const { slots, grams } = this
    const word = (words[index] as number) & FOLD_WORD
    const mask = (1 << this.slotBits) - 1
    let slot = this.slotOf(word)
    while (slots[2 * slot] !== word) {
      if (slots[2 * slot + 1] === 0) return
      slot = (slot + 1) & mask
    }
    let gram = (slots[2 * slot + 1] as number) - 1
    for (;;) {
      const around = gram + GRAM_FIELDS
      const end = around + (grams[gram + 3] as number) * WORD_FIELDS
      let next = around
      while (next < end && ((words[index + (grams[next] as number)] as number) & (grams[next + 1] as number)) === grams[next + 2])
        next += WORD_FIELDS
      if (next === end) {
        const at = (index << 2) - (grams[gram + 1] as number)
        if (at >= 0) found(grams[gram] as number, at)
      }
      if (grams[gram + 2] === 0) return
      gram = end
    }
  }
}

/** What the words before and behind a gram have to be, the nearest first: their distance, which of their bits count, and the value of these. */
function wordsAround(string: Uint8Array, offset: number): number[] {
  const first = Math.floor(-offset / 4)
  const last = Math.floor((string.length - 1 - offset) / 4)
  const distances = Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((distance) => distance !== 0)
    .sort((a, b) => Math.abs(a) - Math.abs(b))
  return distances.flatMap((distance) => {
    let mask = 0
    let value = 0
    for (let byte = 0; byte < 4; byte++) {
      const letter = string[offset + 4 * distance + byte]
      if (letter === undefined) continue
      mask |= FOLD << (8 * byte)
      value |= letter << (8 * byte)
    }
    return [distance, mask, value]
  })
}

function hashWith(word: number, neighbour: number): number {
  return Math.imul(word ^ Math.imul(neighbour, NEIGHBOUR_MULTIPLIER), MULTIPLIER) >>> TABLE_SHIFT
}

interface Gram {
  readonly string: number
  readonly offset: number
}

/** The words that decide about each string, with all strings that each one decides about. */
function gramsByWord(sought: readonly FilterString[], pairCounts: Uint32Array): Map<number, Gram[]> {
  const byWord = new Map<number, Gram[]>()
  const add = (word: number, string: number, offset: number) => {
    const known = byWord.get(word)
    if (known) known.push({ string, offset })
    else byWord.set(word, [{ string, offset }])
  }
  sought.forEach(({ bytes: string, isAligned }, index) => {
    const phases = isAligned ? 1 : 4
    for (let phase = 0; phase < phases; phase++) {
      const offset = rarestWord(string, phase, pairCounts)
      if (offset !== undefined) add(wordAt(string, offset), index, offset)
      else if (phase === 1) {
        const known = ((string[0] as number) << 8) | ((string[1] as number) << 16) | ((string[2] as number) << 24)
        for (const edge of edgesBefore) add(known | edge, index, -1)
      } else {
        const partial = (4 - phase) % 4
        const known = (string[partial] as number) | ((string[partial + 1] as number) << 8) | ((string[partial + 2] as number) << 16)
        for (const edge of edgesBehind) add(known | (edge << 24), index, partial)
      }
    }
  })
  return byWord
}

/** Where the rarest whole word lies in a string that begins `phase` bytes behind a multiple of four; undefined where it has none. */
function rarestWord(string: Uint8Array, phase: number, pairCounts: Uint32Array): number | undefined {
  let best: number | undefined
  let least = Number.MAX_SAFE_INTEGER
  for (let offset = (4 - phase) % 4; offset + 4 <= string.length; offset += 4) {
    const count = commonness(string, offset, pairCounts)
    if (count >= least) continue
    least = count
    best = offset
  }
  return best
}

function wordAt(bytes: Uint8Array, offset: number): number {
  return (
    (bytes[offset] as number) |
    ((bytes[offset + 1] as number) << 8) |
    ((bytes[offset + 2] as number) << 16) |
    ((bytes[offset + 3] as number) << 24)
  )
}

/** As rare as the rarest pair in it. */
function commonness(string: Uint8Array, offset: number, pairCounts: Uint32Array): number {
  let least = Number.MAX_SAFE_INTEGER
  for (let at = offset; at < offset + 3; at++) {
    least = Math.min(least, pairAt(string, at, pairCounts))
  }
  return least
}

/** How often words of a string will stand in a text without the string, roughly: for each way it may lie, as often as its rarest word's rarest pair. */
export function expectedCost(string: Uint8Array, pairCounts: Uint32Array): number {
  let cost = 0
  for (let phase = 0; phase < 4; phase++) {
    let least = Number.MAX_SAFE_INTEGER
    for (let offset = (4 - phase) % 4; offset + 4 <= string.length; offset += 4)
      least = Math.min(least, commonness(string, offset, pairCounts))
    cost +=
      least === Number.MAX_SAFE_INTEGER
        ? Math.min(
            pairAt(string, phase === 1 ? 0 : string.length - 3, pairCounts),
            pairAt(string, phase === 1 ? 1 : string.length - 2, pairCounts),
          ) + EDGES_COST
        : least + 1
  }
  return cost
}

/** The words that stand for all neighbours of a short string fill the table. */
const EDGES_COST = 40

function pairAt(string: Uint8Array, at: number, pairCounts: Uint32Array): number {
  return pairCounts[((string[at] as number) << 8) | (string[at + 1] as number)] as number
}

/** Counts the pairs of neighbouring bytes, folded. */
export function countPairs(sample: Uint8Array): Uint32Array {
  const counts = new Uint32Array(1 << 16)
  for (let at = 0; at + 1 < sample.length; at++) {
    const pair = (((sample[at] as number) & FOLD) << 8) | ((sample[at + 1] as number) & FOLD)
    counts[pair] = (counts[pair] as number) + 1
  }
  return counts
}

// What may come before a word: a mark; the end of an escape (\n), of a colour code (\x1b[1m), of a space or a quote beyond ASCII.
const edgesBefore = foldedSet([...bytesOf('\t\n "\'(*,-./:;=>[\\]_`{|}nm'), 0x80, 0x8b, 0x98, 0x9c, 0xa0])
/** What may follow a word: a mark, or the first byte of a character beyond ASCII. */
const edgesBehind = foldedSet([...bytesOf('\t\n\r "\'),-./:;<=>]*\\_`{|}&!?\x1b\0'), 0xc2, 0xe2, 0xe3, 0xef])

function bytesOf(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0))
}

function foldedSet(bytes: readonly number[]): number[] {
  return [...new Set(bytes.map((byte) => byte & FOLD))]
}

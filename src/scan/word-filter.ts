/**
 * Finds any of many byte strings in one pass, four bytes at a time. A string of seven bytes covers, wherever it begins, a whole 32-bit
 * word at a multiple of four. For each string and each of the four ways it may lie, its rarest such word is entered in a table;
 * a scan is then one look-up for each word of the text, and only what passes is compared. A string of five or six bytes lies
 * in some ways on three bytes of a word only: then the fourth, its neighbour, is taken to be any that may stand at a word's edge.
 * Letters are compared without case by clearing bit 5 of every byte on both sides.
 */
import { SHORTEST_PIECE } from './choose-pieces.js'
import { createKernel } from './create-kernel.js'
import { BLOCK_BYTES, FOLD_WORD, type Kernel, MULTIPLIER, TABLE_BITS } from './kernel.js'

export const FOLD = 0xdf

const TABLE_SHIFT = 32 - TABLE_BITS
const NEIGHBOUR_BITS = 17
const NEIGHBOUR_SHIFT = 32 - NEIGHBOUR_BITS
const NEIGHBOUR_MULTIPLIER = 0x85ebca6b | 0

const GRAM_FIELDS = 5

export interface FilterString {
  /** Folded. */
  readonly bytes: Uint8Array
  /** To be found where it lies at a multiple of four, and nowhere else. */
  readonly isAligned: boolean
}

export class WordFilter {
  /** All strings, one behind the other. */
  private readonly letters: Uint8Array
  /** 1 where some gram has this hash. */
  private readonly table = new Uint8Array(1 << TABLE_BITS)
  /** 1 where some gram has this hash together with the byte of its string that stands before it, or behind it. */
  private readonly tableBefore = new Uint8Array(1 << NEIGHBOUR_BITS)
  private readonly tableBehind = new Uint8Array(1 << NEIGHBOUR_BITS)
  /** Open addressing: a gram's word, then where its grams begin in `grams`, plus one. */
  private readonly slots: Int32Array
  private readonly slotBits: number
  /**
   * For each gram: the string it is a word of; where in that the word begins (-1 where it begins one byte before); 1 where the word has
   * more grams; where the string begins in `letters`, and how long it is.
   */
  private readonly grams: Int32Array

  /**
   * @param sought SHORTEST_PIECE bytes at least
   * @param sample of the text: of each string the words are chosen that are rare in it
   */
  constructor(sought: readonly FilterString[], sample: Uint8Array) {
    const starts: number[] = []
    let end = 0
    for (const { bytes } of sought) {
      if (bytes.length < SHORTEST_PIECE) throw new RangeError(`a string of ${bytes.length} bytes cannot be found`)
      starts.push(end)
      end += bytes.length
    }
    this.letters = new Uint8Array(end)
    sought.forEach(({ bytes }, string) => {
      this.letters.set(bytes, starts[string] as number)
    })
    const byWord = gramsByWord(sought, countGrams(sample))
    this.slotBits = 32 - Math.clz32(byWord.size * 2)
    this.slots = new Int32Array(2 << this.slotBits)
    const grams: number[] = []
    for (const [word, same] of byWord) {
      this.enter(word, grams.length)
      same.forEach(({ string, offset }, index) => {
        const { bytes } = sought[string] as FilterString
        this.enterNeighbour(word, bytes, offset)
        grams.push(string, offset, index + 1 < same.length ? 1 : 0, starts[string] as number, bytes.length)
      })
    }
    this.grams = Int32Array.from(grams)
  }

  /** What a scan with this filter holds its text in. */
  createKernel(create = createKernel): Kernel {
    return create(this.table)
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
   * Finds the strings whose deciding word lies between two places.
   *
   * @param from a multiple of 16, as is `to`
   * @param found is told the string and where it begins: in order of the deciding words, so nearly in order of place
   */
  scan(kernel: Kernel, from: number, to: number, found: (string: number, at: number) => void): void {
    for (let block = from; block < to; block += BLOCK_BYTES) {
      const count = this.refine(kernel, kernel.sift(block, Math.min(block + BLOCK_BYTES, to)))
      for (let index = 0; index < count; index++) this.compare(kernel, kernel.candidates[index] as number, found)
    }
  }

  /** Of the candidates those that have a gram's hash together with a neighbour, too. */
  private refine({ words, bytes, candidates }: Kernel, hashed: number): number {
    const { tableBefore, tableBehind } = this
    let count = 0
    for (let index = 0; index < hashed; index++) {
      const place = candidates[index] as number
      const word = (words[place >> 2] as number) & FOLD_WORD
      const before = place === 0 ? 0 : (bytes[place - 1] as number) & FOLD
      const behind = (bytes[place + 4] as number) & FOLD
      candidates[count] = place
      count += (tableBefore[hashWith(word, before)] as number) | (tableBehind[hashWith(word, behind)] as number)
    }
    return count
  }

  private compare({ words, bytes }: Kernel, place: number, found: (string: number, at: number) => void): void {
    const { slots, grams, letters } = this
    const word = (words[place >> 2] as number) & FOLD_WORD
    const mask = (1 << this.slotBits) - 1
    let slot = this.slotOf(word)
    while (slots[2 * slot] !== word) {
      if (slots[2 * slot + 1] === 0) return
      slot = (slot + 1) & mask
    }
    for (let gram = (slots[2 * slot + 1] as number) - 1; ; gram += GRAM_FIELDS) {
      const at = place - (grams[gram + 1] as number)
      const start = grams[gram + 3] as number
      const end = start + (grams[gram + 4] as number)
      let letter = start
      while (letter < end && ((bytes[at + letter - start] as number) & FOLD) === letters[letter]) letter++
      if (letter === end) found(grams[gram] as number, at)
      if (grams[gram + 2] === 0) return
    }
  }
}

function hashWith(word: number, neighbour: number): number {
  return Math.imul(word ^ Math.imul(neighbour, NEIGHBOUR_MULTIPLIER), MULTIPLIER) >>> NEIGHBOUR_SHIFT
}

interface Gram {
  readonly string: number
  readonly offset: number
}

/** The words that decide about each string, with all strings that each one decides about. */
function gramsByWord(sought: readonly FilterString[], counts: Uint32Array): Map<number, Gram[]> {
  const byWord = new Map<number, Gram[]>()
  const add = (word: number, string: number, offset: number) => {
    const known = byWord.get(word)
    if (known) known.push({ string, offset })
    else byWord.set(word, [{ string, offset }])
  }
  sought.forEach(({ bytes: string, isAligned }, index) => {
    const phases = isAligned ? 1 : 4
    for (let phase = 0; phase < phases; phase++) {
      const offset = rarestWord(string, phase, counts)
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
function rarestWord(string: Uint8Array, phase: number, counts: Uint32Array): number | undefined {
  let best: number | undefined
  let least = Number.MAX_SAFE_INTEGER
  for (let offset = (4 - phase) % 4; offset + 4 <= string.length; offset += 4) {
    const count = counts[gramHash(wordAt(string, offset))] as number
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

const GRAM_HASH_BITS = 16

function gramHash(word: number): number {
  return Math.imul(word, MULTIPLIER) >>> (32 - GRAM_HASH_BITS)
}

/** Counts the words of four bytes that begin anywhere in a text, folded, by their hash. */
export function countGrams(text: Uint8Array): Uint32Array {
  const counts = new Uint32Array(1 << GRAM_HASH_BITS)
  let word = 0
  for (let at = 0; at < text.length; at++) {
    word = (word >>> 8) | (((text[at] as number) & FOLD) << 24)
    if (at < 3) continue
    const hash = gramHash(word)
    counts[hash] = (counts[hash] as number) + 1
  }
  return counts
}

/** How often words of a string will stand in a text without the string, roughly: for each way it may lie, as often as its rarest word. */
export function expectedCost(string: Uint8Array, counts: Uint32Array): number {
  let cost = 0
  for (let phase = 0; phase < 4; phase++) {
    const offset = rarestWord(string, phase, counts)
    cost += offset === undefined ? EDGES_COST : (counts[gramHash(wordAt(string, offset))] as number)
  }
  return cost
}

/** The words that stand for all neighbours of a short string fill the table. */
const EDGES_COST = 30

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

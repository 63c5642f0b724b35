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

const TABLE_BITS = 18
const TABLE_SHIFT = 32 - TABLE_BITS
const MULTIPLIER = 0x9e3779b1 | 0

const SLOT_BITS = 17
const SLOT_MASK = (1 << SLOT_BITS) - 1

export class WordFilter {
  private readonly strings: readonly Uint8Array[]
  /** 1 where some gram has this hash. */
  private readonly table = new Uint8Array(1 << TABLE_BITS)
  /** Open addressing from a gram's word to the first of its grams, as index + 1. */
  private readonly slotWords = new Int32Array(1 << SLOT_BITS)
  private readonly slotGrams = new Int32Array(1 << SLOT_BITS)
  /** For each gram which string it is a word of, and where in it the word begins; -1 where it begins one byte before. */
  private readonly gramStrings: number[] = []
  private readonly gramOffsets: number[] = []
  /** For each gram the next one with the same word, as index + 1. */
  private readonly nextGram: number[] = []

  /**
   * @param strings folded, SHORTEST_PIECE bytes at least; one of four bytes is found where it lies at a multiple of four, and nowhere else
   * @param pairCounts how often each pair of folded bytes stands in a sample of the text, for choosing rare grams
   */
  constructor(strings: readonly Uint8Array[], pairCounts: Uint32Array) {
    this.strings = strings
    strings.forEach((string, index) => {
      if (string.length < 4) throw new RangeError(`a string of ${string.length} bytes cannot be found`)
      const phases = string.length < SHORTEST_PIECE ? 1 : 4
      for (let phase = 0; phase < phases; phase++) this.enter(index, string, phase, pairCounts)
    })
  }

  /** Enters the rarest word that the string has when it begins `phase` bytes behind a multiple of four. */
  private enter(index: number, string: Uint8Array, phase: number, pairCounts: Uint32Array): void {
    let best = -1
    let least = Number.MAX_SAFE_INTEGER
    for (let offset = (4 - phase) % 4; offset + 4 <= string.length; offset += 4) {
      const count = commonness(string, offset, pairCounts)
      if (count < least) {
        least = count
        best = offset
      }
    }
    if (best >= 0) this.addGram(index, best, wordAt(string, best))
    else if (phase === 1) {
      const known = ((string[0] as number) << 8) | ((string[1] as number) << 16) | ((string[2] as number) << 24)
      for (const edge of edgesBefore) this.addGram(index, -1, known | edge)
    } else {
      const offset = (4 - phase) % 4
      const known = (string[offset] as number) | ((string[offset + 1] as number) << 8) | ((string[offset + 2] as number) << 16)
      for (const edge of edgesBehind) this.addGram(index, offset, known | (edge << 24))
    }
  }

  private addGram(string: number, offset: number, word: number): void {
    let slot = slotOf(word)
    while (this.slotGrams[slot] !== 0 && this.slotWords[slot] !== word) slot = (slot + 1) & SLOT_MASK
    this.slotWords[slot] = word
    this.gramStrings.push(string)
    this.gramOffsets.push(offset)
    this.nextGram.push(this.slotGrams[slot] as number)
    this.slotGrams[slot] = this.nextGram.length
    this.table[Math.imul(word, MULTIPLIER) >>> TABLE_SHIFT] = 1
    if (this.nextGram.length > SLOT_MASK / 2) throw new RangeError('too many strings for one filter')
  }

  /**
   * Finds the strings whose deciding word lies between two words of a buffer.
   *
   * @param words the buffer as 32-bit words
   * @param bytes the same memory as bytes
   * @param found is told the string and where in `bytes` it begins: in order of the deciding words, so nearly in order of place
   */
  scan(words: Int32Array, bytes: Uint8Array, fromWord: number, toWord: number, found: (string: number, at: number) => void): void {
    const { table } = this
    for (let index = fromWord; index < toWord; index++) {
      const word = (words[index] as number) & FOLD_WORD
      if (table[Math.imul(word, MULTIPLIER) >>> TABLE_SHIFT] !== 0) this.compare(word, index << 2, bytes, found)
    }
  }

  private compare(word: number, place: number, bytes: Uint8Array, found: (string: number, at: number) => void): void {
    let slot = slotOf(word)
    while (this.slotGrams[slot] !== 0) {
      if (this.slotWords[slot] === word) {
        for (let gram = this.slotGrams[slot] as number; gram > 0; gram = this.nextGram[gram - 1] as number) {
          const string = this.gramStrings[gram - 1] as number
          const at = place - (this.gramOffsets[gram - 1] as number)
          if (this.standsAt(string, at, bytes)) found(string, at)
        }
        return
      }
      slot = (slot + 1) & SLOT_MASK
    }
  }

  private standsAt(index: number, at: number, bytes: Uint8Array): boolean {
    const string = this.strings[index] as Uint8Array
    if (at < 0) return false
    for (let offset = 0; offset < string.length; offset++) {
      if (((bytes[at + offset] as number) & FOLD) !== string[offset]) return false
    }
    return true
  }
}

function slotOf(word: number): number {
  return Math.imul(word ^ (word >>> 15), 0x85ebca6b) >>> (32 - SLOT_BITS)
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
    least = Math.min(least, pairCounts[((string[at] as number) << 8) | (string[at + 1] as number)] as number)
  }
  return least
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

const marks = '\t\n\r !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~\x1b\0'
// What may come before a word without a mark: the end of an escape (\n), of a colour code (\x1b[1m), of a character beyond ASCII.
const edgesBefore = foldedSet([...bytesOf(`${marks}nrtm`), ...Array.from({ length: 0x40 }, (_, index) => 0x80 + index)])
/** What may follow a word: a mark, or the first byte of a character beyond ASCII. */
const edgesBehind = foldedSet([...bytesOf(marks), 0xc2, 0xe2, 0xe3, 0xef])

function bytesOf(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0))
}

function foldedSet(bytes: readonly number[]): number[] {
  return [...new Set(bytes.map((byte) => byte & FOLD))]
}

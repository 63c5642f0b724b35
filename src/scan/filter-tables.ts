/**
 * What is looked up for each word of a text to find strings in it. A string of seven bytes covers, wherever it begins, a whole 32-bit
 * word at a multiple of four. For each string and each of the four ways it may lie, its rarest such word is entered. A string of five
 * or six bytes lies in some ways on three bytes of a word only: then the fourth, its neighbour, is taken to be any that may stand
 * at a word's edge.
 */
import { SHORTEST_PIECE } from './choose-pieces.js'
import { FOLD, rarestWord, wordAt } from './rarest-word.js'

export interface FilterString {
  /** Folded. */
  readonly bytes: Uint8Array
  /** To be found where it lies at a multiple of four, and nowhere else. */
  readonly isAligned: boolean
  /** The letters that may stand right before it, and right behind it, as letters-beside.ts has them. */
  readonly before: number
  readonly behind: number
}

/** A gram is a word of a string, at its place in it. All numbers as kernel.wat reads them. */
export interface FilterTables {
  /** By a word's hash: IS_SOUGHT where some gram has it, with a bit for each of NEAR where all its grams know that byte. */
  readonly known: Uint8Array
  /** 1 where some gram has this hash together with the bytes that are known around it. */
  readonly near: Uint8Array
  /** Open addressing: a gram's word, then where its grams begin in `grams`, plus one. */
  readonly slots: Int32Array
  readonly slotBits: number
  /** As `packGram` has them; those of one word stand together. */
  readonly grams: Int32Array
  /** For each string RECORD_BYTES: its first bytes, FOLD for each of these, its length, and the letters before and behind it. */
  readonly records: Uint8Array
}

export const HASH_BITS = 18
export const IS_SOUGHT = 0x80
/** Where the bytes around a word stand that a second look takes in. */
const NEAR = [-2, -1, 4, 5]
const RECORD_BYTES = 48
const RECORD_LETTERS = 16

const HASH_SHIFT = 32 - HASH_BITS
const MULTIPLIER = 0x9e3779b1 | 0
const NEAR_MULTIPLIER = 0x85ebca6b | 0

export function hashOf(word: number): number {
  return Math.imul(word, MULTIPLIER) >>> HASH_SHIFT
}

/** The hash of a word and of what is known around it. */
export function hashNear(word: number, near: number): number {
  return Math.imul(word ^ Math.imul(near, NEAR_MULTIPLIER), MULTIPLIER) >>> HASH_SHIFT
}

function firstSlot(word: number, slotBits: number): number {
  return Math.imul(word ^ (word >>> 15), MULTIPLIER) >>> (32 - slotBits)
}

/** For each of the ways in which the bytes around a word may be known: what to keep of them, folded. */
export const nearMasks = Int32Array.from({ length: 1 << NEAR.length }, (_, known) => joinNear((bit) => (known & (1 << bit) ? FOLD : 0)))

/** Four bytes around a word as one number. */
function joinNear(byteOf: (bit: number, place: number) => number): number {
  return NEAR.reduce((joined, place, bit) => joined | (byteOf(bit, place) << (8 * bit)), 0)
}

/** A string's number, where a word of it begins in it (-1: one byte before it), and whether the same word has more grams. */
function packGram(string: number, offset: number, hasMore: boolean): number {
  return (string << 9) | ((offset + 1) << 1) | Number(hasMore)
}

export const stringOfGram = (gram: number) => gram >> 9
export const offsetOfGram = (gram: number) => ((gram >> 1) & 0xff) - 1
export const hasMoreGrams = (gram: number) => (gram & 1) === 1

/**
 * @param sought SHORTEST_PIECE bytes at least
 * @param counts of the words of a text like those that are scanned: of each string the words are chosen that are rare in it
 */
export function buildTables(sought: readonly FilterString[], counts: Uint32Array): FilterTables {
  const byWord = gramsByWord(sought, counts)
  const slotBits = 32 - Math.clz32(byWord.size * 2)
  const slots = new Int32Array(2 << slotBits)
  const known = new Uint8Array(1 << HASH_BITS)
  const near = new Uint8Array(1 << HASH_BITS)
  const grams: number[] = []
  for (const [word, same] of byWord) {
    enterSlot(slots, slotBits, word, grams.length)
    const hash = hashOf(word)
    let all = (known[hash] as number) || IS_SOUGHT | (nearMasks.length - 1)
    same.forEach(({ string, offset }, index) => {
      all &= IS_SOUGHT | knownAround((sought[string] as FilterString).bytes, offset)
      grams.push(packGram(string, offset, index + 1 < same.length))
    })
    known[hash] = all
  }
  for (const [word, same] of byWord) {
    const mask = nearMasks[(known[hashOf(word)] as number) & ~IS_SOUGHT] as number
    for (const { string, offset } of same) {
      const { bytes } = sought[string] as FilterString
      near[hashNear(word, joinNear((_, place) => bytes[offset + place] ?? 0) & mask)] = 1
    }
  }
  return { known, near, slots, slotBits, grams: Int32Array.from(grams), records: recordsOf(sought) }
}

function enterSlot(slots: Int32Array, slotBits: number, word: number, firstGram: number): void {
  let slot = firstSlot(word, slotBits)
  while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & ((1 << slotBits) - 1)
  slots[2 * slot] = word
  slots[2 * slot + 1] = firstGram + 1
}

/** Where the grams of a word begin; -1 where it has none. */
export function firstGramOf({ slots, slotBits }: FilterTables, word: number): number {
  let slot = firstSlot(word, slotBits)
  while (slots[2 * slot] !== word && slots[2 * slot + 1] !== 0) slot = (slot + 1) & ((1 << slotBits) - 1)
  return (slots[2 * slot + 1] as number) - 1
}

/** Which of the bytes around a word a string knows. */
function knownAround(string: Uint8Array, offset: number): number {
  return NEAR.reduce((known, place, bit) => known | (Number(string[offset + place] !== undefined) << bit), 0)
}

function recordsOf(sought: readonly FilterString[]): Uint8Array {
  const records = new Uint8Array(sought.length * RECORD_BYTES)
  sought.forEach(({ bytes, before, behind }, string) => {
    if (bytes.length < SHORTEST_PIECE) throw new RangeError(`a string of ${bytes.length} bytes cannot be found`)
    const at = string * RECORD_BYTES
    const letters = bytes.subarray(0, RECORD_LETTERS)
    records.set(letters, at)
    records.fill(FOLD, at + RECORD_LETTERS, at + RECORD_LETTERS + letters.length)
    new Int32Array(records.buffer, at + 2 * RECORD_LETTERS, 3).set([bytes.length, before, behind])
  })
  return records
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

/** What a scan looks for: pieces of signatures, each with the letters that have to stand around it, and words of failure. */
import { squeezeLiteral } from '../text/squeeze.js'
import { choosePieces } from './choose-pieces.js'
import { FOLD } from './word-filter.js'

/** Letters of a squeezed literal, and where in them a piece lies. */
export interface Context {
  readonly letters: string
  readonly start: number
  readonly end: number
}

export interface SoughtString {
  /** Folded. */
  readonly bytes: Uint8Array
  /** The literals that it is a piece of; none for a word of failure. */
  readonly contexts: readonly Context[]
  readonly isFailureWord: boolean
  /** The name of a registry's server: its line is read, and not those around it. */
  readonly isServerName: boolean
  /** A character of full-width text: whole lines of it are read, whatever they say. */
  readonly isWide: boolean
}

export interface ScanPlan {
  readonly strings: readonly SoughtString[]
}

/**
 * @param signatures the literal parts of each signature, in order
 * @param failureWords words without which a line does not look like a failure; five bytes at least
 */
export function planScan(signatures: readonly (readonly string[])[], failureWords: readonly string[]): ScanPlan {
  const found = new Map<
    string,
    { bytes: Uint8Array; contexts: Context[]; isFailureWord: boolean; isServerName: boolean; isWide: boolean }
  >()
  const seek = (text: string) => {
    const bytes = foldedBytes(text)
    const key = bytes.join()
    const known = found.get(key) ?? { bytes, contexts: [], isFailureWord: false, isServerName: false, isWide: false }
    found.set(key, known)
    return known
  }
  for (const literals of signatures) {
    const { literalIndex, pieces } = choosePieces(literals)
    const literal = literals[literalIndex] as string
    for (const { start, end } of pieces) seek(literal.slice(start, end)).contexts.push(contextOf(literal, start, end))
  }
  for (const word of failureWords) seek(word).isFailureWord = true
  seek(SERVER_NAME).isServerName = true
  return { strings: [...found.values(), ...wideCharacters()] }
}

/** Characters around a piece that its letters are taken from. */
const NEAR = 40

/** In every login server's name, whichever cloud it is in. */
const SERVER_NAME = '.azurecr.'

function contextOf(literal: string, start: number, end: number): Context {
  const before = squeezeLiteral(literal.slice(Math.max(0, start - NEAR), start))
  const piece = squeezeLiteral(literal.slice(start, end))
  const behind = squeezeLiteral(literal.slice(end, end + NEAR))
  return { letters: before + piece + behind, start: before.length, end: before.length + piece.length }
}

function foldedBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text).map((byte) => byte & FOLD)
}

/**
 * Full-width letters, U+FF01 to U+FF5E, are EF BC 81 to EF BD 9E in UTF-8. In a row of them, one of every four begins at a multiple
 * of four: its bytes and the next one's first are what is looked for.
 */
function wideCharacters(): SoughtString[] {
  const foldedThirds = Array.from({ length: 0x20 }, (_, index) => 0x80 + index)
  return [0xbc, 0xbd].flatMap((second) =>
    foldedThirds.map((third) => {
      const bytes = Uint8Array.from([0xef & FOLD, second & FOLD, third, 0xef & FOLD])
      return { bytes, contexts: [], isFailureWord: false, isServerName: false, isWide: true }
    }),
  )
}

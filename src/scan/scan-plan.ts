/** What a scan looks for: pieces of signatures, each with the letters that have to stand around it, and words of failure. */
import { squeezeLiteral } from '../text/squeeze.js'
import { choosePieces } from './choose-pieces.js'
import { typicalText } from './typical-text.js'
import { countGrams, expectedCost, type FilterString, FOLD } from './word-filter.js'

/** Letters of a squeezed literal, and where in them a piece lies. */
export interface Context {
  readonly letters: string
  readonly start: number
  readonly end: number
}

export interface SoughtString extends FilterString {
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
  // The same plan for every text: what a scan finds shall not hang on which text was the first.
  const counts = countGrams(new TextEncoder().encode(typicalText))
  const found = new Map<
    string,
    { bytes: Uint8Array; contexts: Context[]; isFailureWord: boolean; isServerName: boolean; isWide: boolean; isAligned: boolean }
  >()
  const seek = (text: string) => {
    const key = text.toLowerCase()
    const known = found.get(key) ?? {
      bytes: foldedBytes(text),
      contexts: [],
      isFailureWord: false,
      isServerName: false,
      isWide: false,
      isAligned: false,
    }
    found.set(key, known)
    return known
  }
  for (const word of failureWords) seek(word).isFailureWord = true
  seek(SERVER_NAME).isServerName = true
  // What is looked for anyway costs nothing more.
  // Of two that are as rare the longer one is met less often.
  const costOf = remembered((text) => expectedCost(foldedBytes(text), counts) + 1 / text.length)
  const costNow = (text: string) => (found.has(text.toLowerCase()) ? 0 : costOf(text))
  for (const literals of signatures) {
    const { literalIndex, pieces } = choosePieces(literals, costNow)
    const literal = literals[literalIndex] as string
    for (const { start, end } of pieces) addContext(seek(literal.slice(start, end)).contexts, contextOf(literal, start, end))
  }
  return { strings: [...found.values(), ...wideCharacters()] }
}

function remembered(costOf: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>()
  return (text) => {
    const cost = known.get(text) ?? costOf(text)
    known.set(text, cost)
    return cost
  }
}

function addContext(contexts: Context[], context: Context): void {
  const isKnown = contexts.some(({ letters, start }) => letters === context.letters && start === context.start)
  if (!isKnown) contexts.push(context)
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
 * of four: its bytes and the next one's first two are what is looked for.
 */
function wideCharacters(): SoughtString[] {
  const foldedThirds = Array.from({ length: 0x20 }, (_, index) => 0x80 + index)
  const seconds = [0xbc & FOLD, 0xbd & FOLD]
  const beginnings = seconds.flatMap((second) => foldedThirds.map((third) => [0xef & FOLD, second, third, 0xef & FOLD]))
  return beginnings.flatMap((beginning) =>
    seconds.map((second) => ({
      ...{ contexts: [], isFailureWord: false, isServerName: false, isWide: true, isAligned: true },
      bytes: Uint8Array.from([...beginning, second]),
    })),
  )
}

/** A plan as text: for each string its letters, its contexts, and what it is besides. */
type PlanLine = [letters: string, contexts: [letters: string, start: number, end: number][], flags: number]

const FAILURE_WORD = 1
const SERVER = 2
const WIDE = 4
const ALIGNED = 8

/** The plan as JSON. */
export function serializePlan({ strings }: ScanPlan): string {
  const lines = strings.map(
    ({ bytes, contexts, ...is }): PlanLine => [
      String.fromCharCode(...bytes),
      contexts.map(({ letters, start, end }) => [letters, start, end]),
      (is.isFailureWord ? FAILURE_WORD : 0) | (is.isServerName ? SERVER : 0) | (is.isWide ? WIDE : 0) | (is.isAligned ? ALIGNED : 0),
    ],
  )
  return `${JSON.stringify(lines)}\n`
}

export function openPlan(json: string): ScanPlan {
  const lines = JSON.parse(json) as PlanLine[]
  const strings = lines.map(
    ([letters, contexts, flags]): SoughtString => ({
      bytes: Uint8Array.from(letters, (letter) => letter.charCodeAt(0)),
      contexts: contexts.map(([around, start, end]) => ({ letters: around, start, end })),
      isFailureWord: (flags & FAILURE_WORD) !== 0,
      isServerName: (flags & SERVER) !== 0,
      isWide: (flags & WIDE) !== 0,
      isAligned: (flags & ALIGNED) !== 0,
    }),
  )
  return { strings }
}

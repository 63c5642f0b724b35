/** What a scan looks for: pieces of signatures, each with the letters that have to stand around it, and words of failure. */
import { squeezeLiteral } from '../text/squeeze.js'
import { choosePieces, SHORTEST_PIECE } from './choose-pieces.js'
import { buildTables, type FilterString, type FilterTables } from './filter-tables.js'
import { ANY_LETTER, letterBeside } from './letters-beside.js'
import { countWords, expectedCost, FOLD } from './rarest-word.js'
import { typicalText } from './typical-text.js'

/** Letters of a squeezed literal, and where in them a piece lies. */
export interface Context {
  readonly letters: string
  readonly start: number
  readonly end: number
  /** The letters that may stand right before the piece, and right behind it, as letters-beside.ts has them. */
  readonly before: number
  readonly behind: number
  /** Where any line may have this literal: others of its signature, squeezed, of which one stands near; none otherwise. */
  readonly companions: readonly string[]
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
  readonly tables: FilterTables
  stringAt(index: number): SoughtString
}

/** With all strings at hand. */
export interface WholeScanPlan extends ScanPlan {
  readonly strings: readonly SoughtString[]
}

/**
 * @param signatures the literal parts of each signature, in order
 * @param failureWords words without which a line does not look like a failure; five bytes at least
 */
export function planScan(signatures: readonly (readonly string[])[], failureWords: readonly string[]): WholeScanPlan {
  // The same plan for every text: what a scan finds shall not hang on which text was the first.
  const counts = countWords(new TextEncoder().encode(typicalText))
  const found = new Map<string, PlannedString>()
  const seek = (text: string) => {
    const key = text.toLowerCase()
    const known = found.get(key) ?? plannedString(foldedBytes(text))
    found.set(key, known)
    return known
  }
  for (const word of failureWords) seek(word).isFailureWord = true
  seek(SERVER_NAME).isServerName = true
  // Of two that are as rare the longer one is met less often.
  const costOf = remembered((text) => expectedCost(foldedBytes(text), counts) + 1 / text.length)
  // What is looked for anyway costs nothing more.
  const costNow = (text: string) => (found.has(text.toLowerCase()) ? 0 : costOf(text))
  for (const literals of signatures) {
    if (literals.every((literal) => serverEnd.test(literal))) continue
    const { literalIndex, pieces } = choosePieces(literals, costNow)
    const literal = literals[literalIndex] as string
    const companions = serverEnd.test(literal) ? companionsIn(literals) : []
    for (const { start, end } of pieces) addContext(seek(literal.slice(start, end)).contexts, contextOf(literal, start, end, companions))
  }
  const strings = [...found.values(), ...wideCharacters()].map(withLetters)
  return { strings, tables: buildTables(strings, counts), stringAt: (index) => strings[index] as SoughtString }
}

/** Literals that say something. */
function companionsIn(literals: readonly string[]): string[] {
  return literals
    .filter((literal) => !serverEnd.test(literal))
    .map(squeezeLiteral)
    .filter(({ length }) => length >= SHORTEST_PIECE)
}

type PlannedString = Omit<SoughtString, 'contexts' | 'isFailureWord' | 'isServerName' | 'before' | 'behind'> & {
  readonly contexts: Context[]
  isFailureWord: boolean
  isServerName: boolean
}

function plannedString(bytes: Uint8Array): PlannedString {
  return { bytes, contexts: [], isFailureWord: false, isServerName: false, isWide: false, isAligned: false }
}

/** With the letters that its contexts leave beside it. */
export function withLetters(planned: Omit<SoughtString, 'before' | 'behind'>): SoughtString {
  const { contexts, isFailureWord, isServerName, isWide } = planned
  const isAnywhere = isFailureWord || isServerName || isWide
  return {
    ...planned,
    before: isAnywhere ? ANY_LETTER : contexts.reduce((all, { before }) => all | before, 0),
    behind: isAnywhere ? ANY_LETTER : contexts.reduce((all, { behind }) => all | behind, 0),
  }
}

export function makeContext(letters: string, start: number, end: number, companions: readonly string[] = []): Context {
  return { letters, start, end, companions, before: letterBeside(letters[start - 1]), behind: letterBeside(letters[end]) }
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

/** What says no more than that a server is named. A signature that has nothing else is met where the line is read for that. */
const serverEnd = /^\.azurecr\.(?:io|cn|us)?(?::\d*)?\/?$/

/** In every login server's name, whichever cloud it is in. */
const SERVER_NAME = '.azurecr.'

function contextOf(literal: string, start: number, end: number, companions: readonly string[]): Context {
  const before = squeezeLiteral(literal.slice(Math.max(0, start - NEAR), start))
  const piece = squeezeLiteral(literal.slice(start, end))
  const behind = squeezeLiteral(literal.slice(end, end + NEAR))
  return makeContext(before + piece + behind, before.length, before.length + piece.length, companions)
}

function foldedBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text).map((byte) => byte & FOLD)
}

/**
 * Full-width letters, U+FF01 to U+FF5E, are EF BC 81 to EF BD 9E in UTF-8. In a row of them, one of every four begins at a multiple
 * of four: its bytes and the next one's first two are what is looked for.
 */
function wideCharacters(): PlannedString[] {
  const foldedThirds = Array.from({ length: 0x20 }, (_, index) => 0x80 + index)
  const seconds = [0xbc & FOLD, 0xbd & FOLD]
  const beginnings = seconds.flatMap((second) => foldedThirds.map((third) => [0xef & FOLD, second, third, 0xef & FOLD]))
  return beginnings.flatMap((beginning) =>
    seconds.map((second) => ({ ...plannedString(Uint8Array.from([...beginning, second])), isWide: true, isAligned: true })),
  )
}

/** Lines of a text in which something stands. */
import type { WordTable } from './word-table.js'

export interface FoundLine {
  readonly line: string
  /** Where it begins in the text. */
  readonly at: number
}

/**
 * What a line must have in it: any of some words, in lower case, or what a function finds.
 * The function gives offsets in the lines, ascending.
 */
export type Needs = readonly string[] | ((text: string) => readonly number[])

/** Finds the lines that meet some needs; each line once, in order. */
export type LineFinder = (needs: Needs) => readonly FoundLine[]

/** Needs of words that are not of ASCII, which no table of words holds. */
export function anyOf(...words: readonly string[]): Needs {
  return (text) => mergedPlaces(words, placesByWord(text))
}

/** A text that is longer is worth to be looked through for all words at once. */
const LONGEST_SHORT = 4096

/** @param table of all words that will be asked for */
export function lineFinder(text: string, table?: () => WordTable): LineFinder {
  const placesOf = table !== undefined && text.length > LONGEST_SHORT ? table().linesIn(text) : placesByWord(text)
  const linesAt = lineReader(text)
  const known = new Map<Needs, readonly FoundLine[]>()
  return (needs) => {
    const found = known.get(needs) ?? linesAt(typeof needs === 'function' ? needs(text) : mergedPlaces(needs, placesOf))
    known.set(needs, found)
    return found
  }
}

function placesByWord(text: string): (word: string) => number[] {
  const lower = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  return (word) => {
    const places: number[] = []
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) places.push(at)
    return places
  }
}

function mergedPlaces(words: readonly string[], placesOf: (word: string) => readonly number[]): readonly number[] {
  if (words.length === 1) return placesOf(words[0] as string)
  const places = words.map(placesOf).filter(({ length }) => length > 0)
  return places.length < 2 ? (places[0] ?? []) : [...Int32Array.from(places.flat()).sort()]
}

/** Reads the lines of places in a text, each line once. */
function lineReader(text: string): (places: readonly number[]) => FoundLine[] {
  const known = new Map<number, FoundLine>()
  const lineAt = (place: number): FoundLine => {
    const at = text.lastIndexOf('\n', place) + 1
    const found = known.get(at)
    if (found) return found
    const next = text.indexOf('\n', place)
    const read = { line: text.slice(at, next < 0 ? text.length : next), at }
    known.set(at, read)
    return read
  }
  return (places) => {
    const lines: FoundLine[] = []
    let behind = 0
    for (const place of places) {
      if (place < behind) continue
      const found = lineAt(place)
      lines.push(found)
      behind = found.at + found.line.length + 1
    }
    return lines
  }
}

const none: readonly RegExpExecArray[] = []

/** As `matchAll` does, without a copy of the pattern for each line: there are many lines, and many patterns. */
export function matchesIn(line: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  let found = pattern.exec(line)
  if (found === null) return none
  const all: RegExpExecArray[] = []
  for (; found !== null; found = pattern.exec(line)) {
    all.push(found)
    if (found[0] === '') pattern.lastIndex++
  }
  return all
}

/** Why an entry was found: the texts of its page that answer the query, with the words that do marked in them. */
import type { Catalog, CatalogEntry, Locale } from '../catalog/entry.js'
import { termsOf } from './analyze.js'
import { type Part, type PartText, textOf, textsOf } from './build-index.js'
import type { ReadQuery } from './read-query.js'
import type { SearchIndex } from './search-index.js'

/** A stretch of a text, offsets in UTF-16 units, `end` exclusive. */
export interface Mark {
  readonly start: number
  readonly end: number
}

export interface Reason {
  readonly part: Part
  /** Cut to what stands around the marks where the page says much more. */
  readonly text: string
  /** In order, none overlapping another. */
  readonly marks: readonly Mark[]
}

/** The terms that answer a query, by their text, with the slots that each of them answers. */
export type WantedTerms = ReadonlyMap<string, readonly number[]>

export interface AnsweredQuery {
  readonly read: ReadQuery
  readonly index: SearchIndex
  readonly wanted: WantedTerms
}

export function wantedTerms({ slots }: ReadQuery, index: SearchIndex): WantedTerms {
  const wanted = new Map<string, number[]>()
  slots.forEach(({ alternatives, potential }, slot) => {
    if (potential === 0) return
    for (const term of alternatives.flatMap(({ terms }) => terms)) {
      const text = index.textOf(term)
      wanted.set(text, [...(wanted.get(text) ?? []), slot])
    }
  })
  return wanted
}

/** Where the wanted terms stand in any text. */
export function marksIn(text: string, wanted: WantedTerms): Mark[] {
  return joinMarks(termsOf(text).filter((term) => wanted.has(term.text)))
}

function joinMarks(marks: readonly Mark[]): Mark[] {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of marks.toSorted((one, other) => one.start - other.start)) {
    const last = joined.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

/** A text cut at the ends of its marks. */
export function piecesOf(text: string, marks: readonly Mark[]): { readonly text: string; readonly isMarked: boolean }[] {
  const edges = [0, ...marks.flatMap(({ start, end }) => [start, end]), text.length]
  return edges.slice(1).flatMap((end, at) => {
    const piece = text.slice(edges[at], end)
    return piece === '' ? [] : [{ text: piece, isMarked: at % 2 === 1 }]
  })
}

const MOST_REASONS = 3

/** The texts of an entry that say most of what was asked, as few as show all of it; in the wanted language where the page says it there. */
export function reasonsFor(entry: CatalogEntry, catalog: Catalog, query: AnsweredQuery, locale: Locale): Reason[] {
  const texts = textsOf(entry, catalog)
  const answers = answersOf(query, catalog.codes.indexOf(entry.code))
  const reasons: Reason[] = []
  const shown = new Set<number>()
  for (const { textIndex, slot } of answers) {
    if (shown.has(slot) || reasons.length === MOST_REASONS) continue
    const chosen = inLanguage(texts[textIndex] as PartText, texts, query.wanted, locale)
    const text = textOf(chosen)
    for (const term of termsOf(text)) for (const answered of query.wanted.get(term.text) ?? []) shown.add(answered)
    shown.add(slot)
    reasons.push(excerpt(chosen.part, text, marksIn(text, query.wanted)))
  }
  return reasons
}

interface Answer {
  readonly slot: number
  readonly textIndex: number
  readonly weight: number
}

/** Where the entry answers each slot, the weightiest first. */
function answersOf({ read, index }: AnsweredQuery, entryIndex: number): Answer[] {
  return read.slots
    .flatMap(({ alternatives, potential }, slot): Answer[] => {
      if (potential === 0) return []
      const answers = alternatives.flatMap(({ terms, factor }) =>
        terms.flatMap((term) => {
          const place = index.placeOf(term, entryIndex)
          return place ? [{ slot, textIndex: place.textIndex, weight: place.weight * factor }] : []
        }),
      )
      return answers.sort((one, other) => other.weight - one.weight).slice(0, 1)
    })
    .sort((one, other) => other.weight - one.weight)
}

/** The same said in the wanted language: a text of the same part that has the words as they stand. */
function inLanguage(found: PartText, texts: readonly PartText[], wanted: WantedTerms, locale: Locale): PartText {
  if (found.locale === null || found.locale === locale) return found
  const said = textOf(found)
  const words = marksIn(said, wanted).map(({ start, end }) => said.slice(start, end).toLowerCase())
  const hasWords = (text: string) => words.every((word) => text.toLowerCase().includes(word))
  return texts.find((text) => text.locale === locale && text.part === found.part && hasWords(textOf(text))) ?? found
}

const LONGEST_TEXT = 140
const LETTERS_BEFORE = 40

/** A long text cut around its first mark, at white space where there is some near. */
function excerpt(part: Part, text: string, marks: readonly Mark[]): Reason {
  const first = marks[0]
  if (text.length <= LONGEST_TEXT || first === undefined) return { part, text, marks }
  const from = first.start <= LETTERS_BEFORE ? 0 : wordStart(text, first.start - LETTERS_BEFORE)
  const to = from + LONGEST_TEXT >= text.length ? text.length : wordEnd(text, from + LONGEST_TEXT)
  const before = from > 0 ? '…' : ''
  const shift = before.length - from
  return {
    part,
    text: `${before}${text.slice(from, to)}${to < text.length ? '…' : ''}`,
    marks: marks
      .filter(({ start, end }) => start >= from && end <= to)
      .map(({ start, end }) => ({ start: start + shift, end: end + shift })),
  }
}

const NEAR = 15

function wordStart(text: string, at: number): number {
  const space = text.slice(at, at + NEAR).indexOf(' ')
  return space < 0 ? at : at + space + 1
}

function wordEnd(text: string, at: number): number {
  const space = text.slice(at - NEAR, at).lastIndexOf(' ')
  return space < 0 ? at : at - NEAR + space
}

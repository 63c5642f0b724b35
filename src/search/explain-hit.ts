/** Why an entry was found: the texts of its page that answer the query, with the words that do marked in them. */
import type { Catalog, CatalogEntry, Locale } from '../catalog/entry.js'
import { termsOf } from './analyze.js'
import { type Part, type PartText, textsOf } from './build-index.js'
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
export type WantedTerms = ReadonlyMap<string, readonly WantedSlot[]>

interface WantedSlot {
  readonly slot: number
  readonly worth: number
}

export function wantedTerms({ slots }: ReadQuery, index: SearchIndex): WantedTerms {
  const wanted = new Map<string, WantedSlot[]>()
  slots.forEach(({ alternatives, potential }, slot) => {
    if (potential === 0) return
    for (const { terms, factor } of alternatives) {
      for (const term of terms) {
        const text = index.textOf(term)
        const worth = index.mostOf(term) * factor
        wanted.set(text, [...(wanted.get(text) ?? []), { slot, worth }])
      }
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

const partWorth: Readonly<Record<Part, number>> = {
  ...{ code: 1, alias: 1, title: 1, keyword: 0.9, cause: 0.7, signature: 0.6, group: 0.1, meaning: 0.5, advice: 0.3 },
}
const MOST_REASONS = 3

interface Candidate extends PartText {
  readonly slots: ReadonlyMap<number, number>
}

/** The fewest texts that show all that was found, those that say most first; in the wanted language where both do. */
export function reasonsFor(entry: CatalogEntry, catalog: Catalog, wanted: WantedTerms, locale: Locale): Reason[] {
  const texts = textsOf(entry, catalog, locale)
  const isLong = ({ part }: PartText) => part === 'meaning' || part === 'advice'
  const candidates = texts.filter((text) => !isLong(text)).flatMap((text) => candidateOf(text, wanted))
  const chosen = chooseFew(candidates, new Set())
  const covered = new Set(chosen.flatMap(({ slots }) => [...slots.keys()]))
  const slots = new Set([...wanted.values()].flat().map(({ slot }) => slot))
  if (covered.size < slots.size && chosen.length < MOST_REASONS) {
    chosen.push(
      ...chooseFew(
        texts.filter(isLong).flatMap((text) => candidateOf(text, wanted)),
        covered,
      ),
    )
  }
  return chosen.slice(0, MOST_REASONS).map(({ part, text }) => excerpt(part, text, marksIn(text, wanted)))
}

function candidateOf(text: PartText, wanted: WantedTerms): Candidate[] {
  const slots = new Map<number, number>()
  for (const term of termsOf(text.text)) {
    for (const { slot, worth } of wanted.get(term.text) ?? []) slots.set(slot, Math.max(worth, slots.get(slot) ?? 0))
  }
  return slots.size === 0 ? [] : [{ ...text, slots }]
}

/** One after the other the text that shows most of what none before it does. */
function chooseFew(candidates: readonly Candidate[], shown: ReadonlySet<number>): Candidate[] {
  const covered = new Set(shown)
  const chosen: Candidate[] = []
  for (;;) {
    const worthOf = ({ part, slots }: Candidate) => {
      const fresh = [...slots].filter(([slot]) => !covered.has(slot))
      return partWorth[part] * fresh.reduce((sum, [, worth]) => sum + worth, 0)
    }
    const best = candidates.reduce<{ candidate: Candidate; worth: number } | null>((leading, candidate) => {
      const worth = worthOf(candidate)
      return worth > (leading?.worth ?? 0) ? { candidate, worth } : leading
    }, null)
    if (best === null || chosen.length === MOST_REASONS) return chosen
    chosen.push(best.candidate)
    for (const slot of best.candidate.slots.keys()) covered.add(slot)
  }
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

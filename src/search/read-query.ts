/** What a person typed → what to look for: one slot for each thing that is asked, with the terms that would answer it. */
import { ALL_FEATURES, type Analysis, analyze, type Features, runTerms, type Stretch, saysLittle, wordTerm } from './analyze.js'
import type { MisspellingNet } from './misspelling-net.js'
import type { SearchIndex } from './search-index.js'
import { isStopWord } from './stop-words.js'
import type { Unit } from './units.js'

/** How a slot's word was understood. */
export type Reading = 'as written' | 'synonym' | 'beginning' | 'parts' | 'misspelt'

export interface Alternative {
  /** Indices of terms; an entry that has all of them gets the weight of all. */
  readonly terms: readonly number[]
  readonly factor: number
  readonly reading: Reading
}

/** A word, a phrase or a pair of characters of the query. */
export interface Slot {
  /** As it was typed. */
  readonly text: string
  /** An entry gets the best of them. Empty: no entry knows the word. */
  readonly alternatives: readonly Alternative[]
  /** What an entry can gain here; 0 where the slot says too little to be missed. */
  readonly potential: number
  /** For a misspelt word, the words it was taken for. */
  readonly corrections: readonly string[]
}

export interface ReadQuery {
  readonly slots: readonly Slot[]
  /** The query with its misspelt words corrected; and where one phrase with synonyms is all of it, the word that names them. */
  readonly otherSpellings: readonly string[]
}

const SYNONYM_FACTOR = 0.8
const BEGINNING_FACTOR = 0.8
const PARTS_FACTOR = 0.9
const STOP_WORD_FACTOR = 0.15
/** A pair that reaches over the border of a known phrase is chance more often than not. */
const BORDER_FACTOR = 0.5
/** What a word that no entry knows would have been worth. */
const UNKNOWN_WORD = 5
const UNKNOWN_PAIR = 4
const SHORTEST_BEGINNING = 3
const MOST_BEGINNINGS = 200

export interface QueryOptions {
  readonly features?: Features
  /** The last word may not be finished yet. */
  readonly isTyping?: boolean
}

export function readQuery(query: string, index: SearchIndex, net: MisspellingNet, options: QueryOptions = {}): ReadQuery {
  const { features = ALL_FEATURES, isTyping = false } = options
  const analysis = analyze(query, features)
  const reader: Reader = { query, analysis, index, net, features }
  const { units, concepts } = analysis
  const slots: Slot[] = []
  for (let at = 0; at < units.length; ) {
    const concept = concepts.find(({ from }) => from === at)
    const unit = units[at] as Unit
    if (concept) slots.push(conceptSlot(reader, concept))
    else if (!unit.isCharacter) slots.push(wordSlot(reader, unit, isTyping && at === units.length - 1))
    at = concept ? concept.to : at + 1
  }
  return {
    slots: [...slots, ...analysis.runs.flatMap((run) => pairSlots(reader, run))],
    otherSpellings: [...corrected(slots), ...namesOf(analysis)],
  }
}

function corrected(slots: readonly Slot[]): string[] {
  if (slots.every(({ corrections }) => corrections.length === 0)) return []
  return [slots.map(({ text, corrections }) => corrections[0] ?? text).join(' ')]
}

function namesOf({ units, concepts: [concept] }: Analysis): string[] {
  if (concept === undefined || concept.to - concept.from < units.length) return []
  return concept.terms.map((term) => term.slice(1))
}

interface Reader {
  readonly query: string
  readonly analysis: Analysis
  readonly index: SearchIndex
  readonly net: MisspellingNet
  readonly features: Features
}

function conceptSlot(reader: Reader, concept: Stretch & { readonly terms: readonly string[] }): Slot {
  const { index, analysis, query } = reader
  const units = analysis.units.slice(concept.from, concept.to)
  const written = [
    ...units.filter((unit) => !unit.isCharacter).map((unit) => wordTerm(unit)),
    ...characterRuns(units, concept.from).flatMap((run) => runTerms(analysis, run, reader.features)),
  ].flatMap(({ text }) => index.find(text) ?? [])
  const alternatives: Alternative[] = [
    ...(written.length > 0 ? [{ terms: written, factor: 1, reading: 'as written' as const }] : []),
    ...concept.terms.flatMap((term) => {
      const found = index.find(term)
      return found === undefined ? [] : [{ terms: [found], factor: SYNONYM_FACTOR, reading: 'synonym' as const }]
    }),
  ]
  const potentials = alternatives.map((alternative) => potentialOf(alternative, index))
  return {
    text: query.slice((units[0] as Unit).start, units.at(-1)?.end),
    alternatives,
    potential: alternatives.length === 0 ? UNKNOWN_WORD : units.every(saysLittle) ? 0 : Math.min(...potentials),
    corrections: [],
  }
}

function characterRuns(units: readonly Unit[], offset: number): Stretch[] {
  const runs: { from: number; to: number }[] = []
  units.forEach(({ isCharacter, isJoined }, at) => {
    if (!isCharacter) return
    const last = runs.at(-1)
    if (last && isJoined && last.to === offset + at) last.to++
    else runs.push({ from: offset + at, to: offset + at + 1 })
  })
  return runs
}

function potentialOf({ terms, factor }: Alternative, index: SearchIndex): number {
  return factor * terms.reduce((sum, term) => sum + index.mostOf(term), 0)
}

function wordSlot(reader: Reader, unit: Unit, isUnfinished: boolean): Slot {
  const { index } = reader
  const text = reader.query.slice(unit.start, unit.end)
  const term = index.find(unit.word)
  if (saysLittle(unit)) {
    const alternatives = term === undefined ? [] : [{ terms: [term], factor: STOP_WORD_FACTOR, reading: 'as written' as const }]
    return { text, alternatives, potential: 0, corrections: [] }
  }
  if (term !== undefined) {
    const written: Alternative = { terms: [term], factor: 1, reading: 'as written' }
    const longer = isUnfinished ? beginnings(unit.word, index) : []
    return { text, alternatives: [written, ...longer], potential: index.mostOf(term), corrections: [] }
  }
  return { text, ...unknownWord(reader, unit.word) }
}

/** The readings of a word that no entry has as it stands: the beginning of another, two words in one, or a misspelt one. */
function unknownWord({ index, net, features }: Reader, word: string): Omit<Slot, 'text'> {
  const longer = beginnings(word, index)
  const misspelt = longer.length === 0 && features.net ? net.correct(word) : []
  const corrected = misspelt.flatMap(({ word: meant, likeness }): Alternative[] => {
    const found = index.find(meant)
    return found === undefined ? [] : [{ terms: [found], factor: likeness, reading: 'misspelt' }]
  })
  const known = [...longer, ...corrected]
  const alternatives = known.length > 0 ? known : partsOf(word, index)
  const potentials = alternatives.map((alternative) => potentialOf(alternative, index))
  return {
    alternatives,
    potential: alternatives.length === 0 ? UNKNOWN_WORD : Math.max(...potentials),
    corrections: misspelt.map(({ word: meant }) => meant),
  }
}

function beginnings(word: string, index: SearchIndex): Alternative[] {
  if (word.length < SHORTEST_BEGINNING || /^\d/.test(word)) return []
  const { start, end } = index.beginningWith(word)
  const count = Math.min(end - start, MOST_BEGINNINGS)
  return Array.from({ length: count }, (_, at) => ({ terms: [start + at], factor: BEGINNING_FACTOR, reading: 'beginning' as const }))
}

/** `keyvault` as `key` and `vault`. */
function partsOf(word: string, index: SearchIndex): Alternative[] {
  for (let cut = 3; cut <= word.length - 3; cut++) {
    const first = index.find(word.slice(0, cut))
    const second = index.find(word.slice(cut))
    if (isStopWord(word.slice(0, cut)) || isStopWord(word.slice(cut))) continue
    if (first !== undefined && second !== undefined) return [{ terms: [first, second], factor: PARTS_FACTOR, reading: 'parts' }]
  }
  return []
}

/** The pairs of a run that lie in no known phrase: those have a slot of their own. */
function pairSlots(reader: Reader, run: Stretch): Slot[] {
  const { analysis, index, features } = reader
  const conceptAt = (unitIndex: number) => analysis.concepts.find(({ from, to }) => from <= unitIndex && unitIndex < to)
  if (run.to - run.from === 1 && conceptAt(run.from) === undefined) return [singleCharacterSlot(reader, run)]
  const pairs = runTerms(analysis, run, features)
  const found = pairs.map(({ text }) => index.find(text))
  return pairs.flatMap(({ start, end }, at): Slot[] => {
    const [first, second] = [conceptAt(run.from + at), conceptAt(run.from + at + 1)]
    if (first !== undefined && (first === second || run.to - run.from === 1)) return []
    const isBorder = features.bigrams && (first !== undefined || second !== undefined)
    const term = found[at]
    const written = reader.query.slice(start, end)
    if (term === undefined) {
      const isBetween = isBorder || found[at - 1] !== undefined || found[at + 1] !== undefined
      return [{ text: written, alternatives: [], potential: isBetween ? 0 : UNKNOWN_PAIR, corrections: [] }]
    }
    const factor = isBorder ? BORDER_FACTOR : 1
    const potential = isBorder ? 0 : index.mostOf(term)
    return [{ text: written, alternatives: [{ terms: [term], factor, reading: 'as written' }], potential, corrections: [] }]
  })
}

function singleCharacterSlot({ analysis, index, query }: Reader, { from }: Stretch): Slot {
  const { key, start, end } = analysis.units[from] as Unit
  const { start: first, end: last } = index.beginningWith(key)
  const count = Math.min(last - first, MOST_BEGINNINGS)
  const alternatives = Array.from({ length: count }, (_, at) => ({
    terms: [first + at],
    factor: BEGINNING_FACTOR,
    reading: 'beginning' as const,
  }))
  return { text: query.slice(start, end), alternatives, potential: 1, corrections: [] }
}

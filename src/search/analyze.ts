/** Text → the terms that it is found by: words, pairs of Chinese characters, and what synonyms have in common. */
import { simplified } from './han-variants.js'
import { isStopWord, STOP_PHRASES } from './stop-words.js'
import { SYNONYMS } from './synonyms.js'
import { type Unit, unitsOf } from './units.js'

/** Parts of the ranking that can be left out, to see what each of them brings. */
export interface Features {
  readonly weights: boolean
  readonly bigrams: boolean
  readonly synonyms: boolean
  readonly together: boolean
  readonly net: boolean
  readonly names: boolean
  readonly signatures: boolean
}

export const ALL_FEATURES: Features = {
  weights: true,
  bigrams: true,
  synonyms: true,
  together: true,
  net: true,
  names: true,
  signatures: true,
}

/** A text taken apart. Indices count units. */
export interface Analysis {
  readonly units: readonly Unit[]
  /** Phrases with synonyms, none overlapping another. */
  readonly concepts: readonly Concept[]
  /** Stretches of characters; a stretch ends where something else stands between, a word that says little included. */
  readonly runs: readonly Stretch[]
}

/** Units from `from` to `to`, exclusive. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

export interface Concept extends Stretch {
  /** The terms of the meanings that the phrase may have. */
  readonly terms: readonly string[]
}

/** A term, and where in the text it stands, in UTF-16 units. */
export interface Term {
  readonly text: string
  readonly start: number
  readonly end: number
}

interface PhraseNode {
  readonly next: Map<string, PhraseNode>
  readonly concepts: string[]
  isStop: boolean
}

function newNode(): PhraseNode {
  return { next: new Map(), concepts: [], isStop: false }
}

/** The phrases as a tree. Those that begin with a letter are added when a text has a word that begins so: most never are. */
const root = newNode()
let waiting: Map<string, (() => void)[]> | undefined

function phrasesBeginningLike(key: string): PhraseNode | undefined {
  waiting ??= collectPhrases()
  const letter = key.charAt(0)
  for (const add of waiting.get(letter) ?? []) add()
  waiting.delete(letter)
  return root.next.get(key)
}

function collectPhrases(): Map<string, (() => void)[]> {
  const byLetter = new Map<string, (() => void)[]>()
  const wait = (phrase: string, add: (node: PhraseNode) => void) => {
    const letter = firstLetterOf(phrase)
    const adding = byLetter.get(letter) ?? []
    byLetter.set(letter, adding)
    adding.push(() => add(nodeOf(phrase)))
  }
  for (const phrase of STOP_PHRASES) wait(phrase, (node) => Object.assign(node, { isStop: true }))
  for (const synonyms of SYNONYMS) {
    const term = `~${synonyms[0]}`
    for (const phrase of synonyms) wait(phrase, ({ concepts }) => concepts.includes(term) || concepts.push(term))
  }
  return byLetter
}

/** The letter with which the key of the phrase's first unit begins. */
function firstLetterOf(phrase: string): string {
  const letter = phrase.charAt(0)
  return /[\u00c0-\u024f]/.test(letter) ? letter.normalize('NFD').charAt(0) : simplified(letter)
}

function nodeOf(phrase: string): PhraseNode {
  return unitsOf(phrase).reduce((node, { key }) => {
    const next = node.next.get(key) ?? newNode()
    node.next.set(key, next)
    return next
  }, root)
}

export function analyze(text: string, features: Features = ALL_FEATURES): Analysis {
  const units = unitsOf(text)
  const concepts: Concept[] = []
  const runs: { from: number; to: number }[] = []
  let run: { from: number; to: number } | undefined
  for (let at = 0; at < units.length; ) {
    const found = longestPhrase(units, at)
    if (found?.node.isStop && found.node.concepts.length === 0) {
      run = undefined
      at = found.to
      continue
    }
    const to = found?.to ?? at + 1
    if (found && features.synonyms) concepts.push({ from: at, to, terms: found.node.concepts })
    for (; at < to; at++) {
      const { isCharacter, isJoined } = units[at] as Unit
      if (!isCharacter) run = undefined
      else if (run && isJoined) run.to = at + 1
      else {
        run = { from: at, to: at + 1 }
        runs.push(run)
      }
    }
  }
  return { units, concepts, runs }
}

function longestPhrase(units: readonly Unit[], from: number): { readonly node: PhraseNode; readonly to: number } | undefined {
  let node = phrasesBeginningLike((units[from] as Unit).key)
  let longest: { node: PhraseNode; to: number } | undefined
  for (let at = from + 1; node !== undefined; at++) {
    if (node.isStop || node.concepts.length > 0) longest = { node, to: at }
    const unit = units[at]
    if (unit === undefined || (unit.isCharacter && units[at - 1]?.isCharacter && !unit.isJoined)) break
    node = node.next.get(unit.key)
  }
  return longest
}

/** The terms of a stretch of characters: its pairs, or the one character that it is. */
export function runTerms({ units }: Pick<Analysis, 'units'>, { from, to }: Stretch, features: Features = ALL_FEATURES): Term[] {
  const termOf = (first: number, last: number) => ({
    text: units
      .slice(first, last + 1)
      .map(({ key }) => key)
      .join(''),
    start: (units[first] as Unit).start,
    end: (units[last] as Unit).end,
  })
  if (to - from === 1 || !features.bigrams) return [termOf(from, to - 1)]
  return Array.from({ length: to - from - 1 }, (_, index) => termOf(from + index, from + index + 1))
}

export function wordTerm({ word, start, end }: Unit): Term {
  return { text: word, start, end }
}

/** All terms of a text, for the index and for marking what was found. */
export function termsOf(text: string, features: Features = ALL_FEATURES): Term[] {
  const analysis = analyze(text, features)
  const { units, concepts, runs } = analysis
  const words = units.flatMap((unit) => (unit.isCharacter ? [] : [wordTerm(unit), ...partTerms(text, unit)]))
  const meanings = concepts.flatMap(({ from, to, terms }) => {
    const place = { start: (units[from] as Unit).start, end: (units[to - 1] as Unit).end }
    return terms.map((term) => ({ text: term, ...place }))
  })
  return [...words, ...runs.flatMap((run) => runTerms(analysis, run, features)), ...meanings]
}

const part = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g

/** `ImagePullBackOff` is found by `pull`, too, and `AADSTS7000222` by its number. */
function partTerms(text: string, { start, end, word }: Unit): Term[] {
  const written = text.slice(start, end)
  if (!/[a-z][A-Z]|[A-Za-z]\d|\d[A-Za-z]/.test(written)) return []
  return [...written.matchAll(part)]
    .filter(([found]) => found.length > 2 && found.length < word.length)
    .flatMap(({ 0: found, index }) =>
      unitsOf(found).map(({ word: part }) => ({ text: part, start: start + index, end: start + index + found.length })),
    )
}

/** Whether a unit says little of what is asked. */
export function saysLittle({ word, isCharacter }: Unit): boolean {
  return !isCharacter && isStopWord(word)
}

import Fuse from 'fuse.js'
import { type Catalog, type CatalogEntry, LOCALES } from '../catalog/entry.js'
import { toPlainText } from '../catalog/prose.js'
import { findEntry } from './find-entry.js'

export interface SearchHit {
  readonly entry: CatalogEntry
  /** From 1, exact, to 0, unrelated. */
  readonly score: number
  /** The part of the entry that matched best, and its text. */
  readonly why: { readonly part: Part; readonly text: string }
}

export type Part = 'code' | 'alias' | 'title' | 'keyword' | 'cause' | 'meaning'

/** One text of an entry that a word may be found in. */
interface Phrase {
  readonly entry: CatalogEntry
  readonly part: Part
  readonly text: string
}

/** How much a match in a part counts: a title says what the entry is about, its meaning mentions much else. */
const partWeights: Readonly<Record<Part, number>> = { code: 1, alias: 1, keyword: 0.95, title: 0.9, cause: 0.8, meaning: 0.65 }

/** Of the query's words this share must be found in an entry. */
const LEAST_COVERAGE = 0.5
const SHORTEST_FUZZY_WORD = 3
/** fuse.js: 0 takes exact words alone, 1 anything. */
const FUZZINESS = 0.25

/**
 * Ranks catalog entries against free words, in every language of the catalog, misspelt words too.
 *
 * @returns best first; empty when `words` is blank or resembles nothing. Never throws.
 */
export function searchCatalog(words: string, catalog: Catalog): SearchHit[] {
  const exact = exactHit(words, catalog)
  const hits = rankByWords(splitWords(words), phrasesOf(catalog)).filter((hit) => hit.entry !== exact?.entry)
  return exact === null ? hits : [exact, ...hits]
}

function exactHit(words: string, catalog: Catalog): SearchHit | null {
  const lookUp = findEntry(words, catalog)
  if (lookUp.kind === 'near' || lookUp.by === 'beginning') return null
  const { entry, by } = lookUp
  return { entry, score: 1, why: { part: by, text: by === 'code' ? entry.code : words.trim() } }
}

/** Words at white space and punctuation; Chinese, which has no spaces, in overlapping pairs of characters. */
function splitWords(words: string): string[] {
  const parts =
    words
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|[^\s\p{P}\p{Script=Han}]+/gu) ?? []
  return [...new Set(parts.flatMap((part) => (/\p{Script=Han}/u.test(part) ? pairs(part) : [part])))]
}

function pairs(text: string): string[] {
  const characters = [...text]
  return characters.length < 3 ? [text] : characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

function phrasesOf(catalog: Catalog): Phrase[] {
  return catalog.entries.flatMap((entry) => {
    const phrase = (part: Part) => (text: string) => ({ entry, part, text })
    const inAllLanguages = LOCALES.flatMap((locale) => {
      const { title, keywords, causes, meaning } = catalog.words(entry.code, locale)
      return [
        phrase('title')(title),
        ...keywords.map(phrase('keyword')),
        ...causes.map((cause) => cause.title).map(phrase('cause')),
        phrase('meaning')(toPlainText(meaning)),
      ]
    })
    return [phrase('code')(entry.code.replaceAll('_', ' ')), ...entry.aliases.map(phrase('alias')), ...inAllLanguages]
  })
}

interface WordMatch {
  readonly score: number
  readonly phrase: Phrase
}

function rankByWords(words: readonly string[], phrases: readonly Phrase[]): SearchHit[] {
  if (words.length === 0) return []
  const fuse = new Fuse(phrases, { keys: ['text'], threshold: FUZZINESS, ignoreLocation: true, ignoreFieldNorm: true, includeScore: true })
  const matchesByEntry = new Map<CatalogEntry, WordMatch[]>()
  for (const word of words) {
    for (const [entry, match] of bestMatches(word, fuse, phrases)) {
      matchesByEntry.set(entry, [...(matchesByEntry.get(entry) ?? []), match])
    }
  }
  return [...matchesByEntry]
    .filter(([, matches]) => matches.length / words.length >= LEAST_COVERAGE)
    .map(([entry, matches]) => hitOf(entry, matches, words.length))
    .sort((one, other) => other.score - one.score || (one.entry.code < other.entry.code ? -1 : 1))
}

/** The best match of one word in each entry that has it. */
function bestMatches(word: string, fuse: Fuse<Phrase>, phrases: readonly Phrase[]): Map<CatalogEntry, WordMatch> {
  const best = new Map<CatalogEntry, WordMatch>()
  const offer = (phrase: Phrase, similarity: number) => {
    const score = similarity * partWeights[phrase.part]
    if (score > (best.get(phrase.entry)?.score ?? 0)) best.set(phrase.entry, { score, phrase })
  }
  for (const phrase of phrases) if (phrase.text.toLowerCase().includes(word)) offer(phrase, 1)
  // Misspelt: only where no entry has the word as it stands, so that a sound word never drowns in its likenesses.
  if (best.size === 0 && word.length >= SHORTEST_FUZZY_WORD && !/\p{Script=Han}/u.test(word)) {
    for (const { item, score } of fuse.search(word)) offer(item, 0.9 * (1 - (score ?? 1)))
  }
  return best
}

function hitOf(entry: CatalogEntry, matches: readonly WordMatch[], words: number): SearchHit {
  const best = matches.reduce((one, other) => (other.score > one.score ? other : one))
  const total = matches.reduce((sum, match) => sum + match.score, 0)
  return { entry, score: Math.round((total / words) * 0.99 * 1000) / 1000, why: { part: best.phrase.part, text: best.phrase.text } }
}

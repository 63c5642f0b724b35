/** The catalog → its search index. The build does it once; the program, where pages were laid over the catalog. */

import { type Catalog, type CatalogEntry, LOCALES, type Locale } from '../catalog/entry.js'
import { PRINTED_CODES } from '../catalog/groups.js'
import { type Paragraph, toPlainText } from '../catalog/prose.js'
import { signatureGap } from '../match/gaps.js'
import { ALL_FEATURES, type Features, termsOf } from './analyze.js'
import { readIndex, type SearchIndex, writeIndex } from './search-index.js'

/** The parts of an entry in which words are found. */
export const PARTS = ['code', 'alias', 'title', 'keyword', 'cause', 'signature', 'group', 'meaning', 'advice'] as const
export type Part = (typeof PARTS)[number]

interface PartWeight {
  /** How much a word says of the entry when it stands there. */
  readonly weight: number
  /** How much a long text counts less for each of its words: from 0 to 1. */
  readonly thinning: number
}

const partWeights: Readonly<Record<Part, PartWeight>> = {
  code: { weight: 5, thinning: 0.3 },
  alias: { weight: 4, thinning: 0.2 },
  title: { weight: 4, thinning: 0.3 },
  keyword: { weight: 3, thinning: 0.2 },
  cause: { weight: 1.5, thinning: 0.4 },
  signature: { weight: 1, thinning: 0.5 },
  group: { weight: 0.6, thinning: 0.3 },
  meaning: { weight: 0.5, thinning: 0.6 },
  advice: { weight: 0.15, thinning: 0.6 },
}

const EVEN_WEIGHT: PartWeight = { weight: 1, thinning: 0.5 }

/** What an entry says in one of its parts, in one language. */
export interface PartText {
  readonly part: Part
  /** As the page has it: textOf makes it plain. */
  readonly written: string | Paragraph
  /** Null for what is the same in all languages. */
  readonly locale: Locale | null
}

export function textOf({ written }: PartText): string {
  return typeof written === 'string' ? written : toPlainText([written])
}

/** The texts of an entry in all languages, part by part; a phrase of a list is a text of its own. */
export function textsOf(entry: CatalogEntry, catalog: Catalog): PartText[] {
  const signatures = entry.signatures.map(({ text }) => text.replace(signatureGap, ' '))
  return [
    ...asTexts('code', [entry.code], null),
    ...asTexts('alias', entry.aliases, null),
    ...asTexts('group', [entry.group], null),
    ...asTexts('signature', signatures, null),
    ...LOCALES.flatMap((locale) => wordsIn(entry, catalog, locale)),
  ]
}

function asTexts(part: Part, texts: readonly (string | Paragraph)[], locale: Locale | null): PartText[] {
  return texts.map((written) => ({ part, written, locale }))
}

function wordsIn(entry: CatalogEntry, catalog: Catalog, locale: Locale): PartText[] {
  const { title, keywords, meaning, causes, remedies, deciding } = catalog.words(entry.code, locale)
  const causeTitles = causes.map((cause) => cause.title)
  const advice = [...causes, ...remedies].flatMap(({ text }) => text).concat(deciding ? deciding.reading : [])
  return [
    ...asTexts('title', [title], locale),
    ...asTexts('keyword', keywords, locale),
    ...asTexts('cause', causeTitles, locale),
    ...asTexts('meaning', meaning, locale),
    ...asTexts('advice', advice, locale),
  ]
}

/** How fast a word that comes again stops counting (BM25's k1). */
const SATURATION = 2

/** The bytes of the index over all entries, in the order of the catalog's codes. */
export function compileSearchIndex(catalog: Catalog, features: Features = ALL_FEATURES): Uint8Array {
  const texts = catalog.entries.map((entry) => textsOf(entry, catalog))
  const counts = texts.map((own) => countTerms(own, features))
  const averages = averageLengths(counts)
  const postings = new Map<string, { term: string; entryIndexes: number[]; strengths: number[]; textIndexes: number[] }>()
  catalog.entries.forEach((entry, entryIndex) => {
    const { byPart, textIndexes } = counts[entryIndex] as TermCounts
    for (const [term, strength] of strengthsOf(byPart, averages, features)) {
      const posting = postings.get(term) ?? { term, entryIndexes: [], strengths: [], textIndexes: [] }
      postings.set(term, posting)
      posting.entryIndexes.push(entryIndex)
      posting.strengths.push(strength * priorOf(entry))
      posting.textIndexes.push(textIndexes.get(term) as number)
    }
  })
  return writeIndex({
    entryCount: counts.length,
    postings: [...postings.values()].map((posting) => ({ ...posting, rarity: rarity(posting.strengths, counts.length) })),
    words: writtenWords(texts.flat()),
  })
}

// The codes that the Azure CLI prints are asked for most; what looks like a failure and is none, least.
function priorOf({ group, severity }: CatalogEntry): number {
  if (group === PRINTED_CODES) return 1
  return severity === 'noise' ? 0.73 : 0.91
}

const indexes = new WeakMap<Catalog, Map<Features, SearchIndex>>()

/** The catalog's index: as the build made it where it did, else built now and kept. */
export function searchIndexOf(catalog: Catalog, features: Features = ALL_FEATURES): SearchIndex {
  const known = indexes.get(catalog) ?? new Map<Features, SearchIndex>()
  indexes.set(catalog, known)
  const index = known.get(features) ?? openOrBuild(catalog, features)
  known.set(features, index)
  return index
}

function openOrBuild(catalog: Catalog, features: Features): SearchIndex {
  const compiled = features === ALL_FEATURES ? catalog.searchIndex : null
  return (compiled && readIndex(compiled)) ?? (readIndex(compileSearchIndex(catalog, features)) as SearchIndex)
}

interface PartCounts {
  readonly length: number
  readonly counts: ReadonlyMap<string, number>
}

interface TermCounts {
  readonly byPart: ReadonlyMap<Part, PartCounts>
  /** For each term the text in which it says most. */
  readonly textIndexes: ReadonlyMap<string, number>
}

function countTerms(texts: readonly PartText[], features: Features): TermCounts {
  const byPart = new Map<Part, { length: number; counts: Map<string, number> }>()
  const textIndexes = new Map<string, number>()
  const weightAt = (textIndex: number) => partWeights[(texts[textIndex] as PartText).part].weight
  texts.forEach((text, textIndex) => {
    const { part } = text
    const counted = byPart.get(part) ?? { length: 0, counts: new Map<string, number>() }
    byPart.set(part, counted)
    for (const { text: term } of termsOf(textOf(text), features)) {
      counted.length++
      counted.counts.set(term, (counted.counts.get(term) ?? 0) + 1)
      const best = textIndexes.get(term)
      if (best === undefined || weightAt(best) < weightAt(textIndex)) textIndexes.set(term, textIndex)
    }
  })
  return { byPart, textIndexes }
}

function averageLengths(entries: readonly TermCounts[]): ReadonlyMap<Part, number> {
  return new Map(
    PARTS.map((part) => {
      const lengths = entries.flatMap(({ byPart }) => byPart.get(part)?.length ?? [])
      return [part, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)]
    }),
  )
}

/** BM25 over weighted parts: a word counts by where it stands, less in a long text, and less each time it comes again. */
function strengthsOf(byPart: TermCounts['byPart'], averages: ReadonlyMap<Part, number>, features: Features): Map<string, number> {
  const sums = new Map<string, number>()
  for (const [part, { length, counts }] of byPart) {
    const { weight, thinning } = features.weights ? partWeights[part] : EVEN_WEIGHT
    const share = weight / (1 - thinning + thinning * (length / (averages.get(part) || 1)))
    for (const [term, count] of counts) sums.set(term, (sums.get(term) ?? 0) + share * count)
  }
  return new Map([...sums].map(([term, sum]) => [term, sum / (sum + SATURATION)]))
}

/** Entries that mention a term in passing count less among those that have it. */
function rarity(strengths: readonly number[], entries: number): number {
  const having = strengths.reduce((sum, strength) => sum + strength, 0)
  return Math.log(1 + (entries - having + 0.5) / (having + 0.5))
}

/** Words that others may be misspelt for. */
function writtenWords(texts: readonly PartText[]): string[] {
  const words = new Set(
    texts.flatMap(
      (text) =>
        textOf(text)
          .toLowerCase()
          .match(/[a-z]+/g) ?? [],
    ),
  )
  return [...words].filter(({ length }) => length >= 4 && length <= 20).sort()
}

import type { Catalog, CatalogEntry, Locale } from '../catalog/entry.js'
import { ALL_FEATURES, type Features } from './analyze.js'
import { searchIndexOf } from './build-index.js'
import { codeKey } from './code-key.js'
import { type Reason, reasonsFor, type WantedTerms, wantedTerms } from './explain-hit.js'
import { entryNamed } from './find-entry.js'
import { findMessages } from './find-messages.js'
import { netOf } from './misspelling-net.js'
import { nearestCodes } from './nearest-codes.js'
import { scoreEntries } from './rank-words.js'
import { type ReadQuery, readQuery } from './read-query.js'
import { raiseTogether } from './words-together.js'

export interface SearchHit {
  readonly entry: CatalogEntry
  /** From 1, exact, to 0, unrelated. */
  readonly score: number
  /** The texts of the entry that answer the query, what says most first; at least one. */
  readonly why: readonly Reason[]
}

export interface SearchResult {
  /** Best first. */
  readonly hits: readonly SearchHit[]
  /** How many entries were found, those beyond the limit too. */
  readonly total: number
  /** Words that were read as others, because no entry has them. */
  readonly corrections: readonly { readonly typed: string; readonly read: readonly string[] }[]
  /** Words that no entry has, nor any like them. */
  readonly unknown: readonly string[]
  /** Where nothing was found: the entries that come nearest, by their code or by a part of the words. */
  readonly nearest: readonly CatalogEntry[]
  /** For marking what was found in other texts of the entries. */
  readonly wanted: WantedTerms
}

export interface SearchOptions {
  /** At most so many hits; all if absent. */
  readonly limit?: number
  /** Entries of this group alone. */
  readonly group?: string | undefined
  /** The language in which to say why, where an entry answers in both; English if absent. */
  readonly locale?: Locale
  /** The last word may not be finished yet. */
  readonly isTyping?: boolean
  /** The parts of the ranking to use; all if absent. */
  readonly features?: Features
}

/** Below this share of what was asked, an entry answers something else. */
const LEAST_COVERAGE = 0.4
/** An entry that gains less than this share of what the best one gains stands in nobody's way. */
const LEAST_SHARE = 0.45
/** Of so many entries the texts are looked at one by one. */
const MOST_RAISED = 8

/**
 * Ranks the catalog's entries against what a person typed or pasted, in any language of the catalog: an exact code or
 * alias, then the signature of a message, then words with synonyms, misspelt ones too.
 *
 * @returns no hits where the query is blank or the catalog has no answer to most of it. Never throws.
 */
export function searchCatalog(query: string, catalog: Catalog, options: SearchOptions = {}): SearchResult {
  const { features = ALL_FEATURES, limit = Number.POSITIVE_INFINITY, group, locale = 'en' } = options
  const index = searchIndexOf(catalog, features)
  const read = readQuery(query, index, netOf(index), options)
  const wanted = wantedTerms(read, index)
  const ranked = rankCodes(query, read, wanted, catalog, features).filter(
    ({ code }) => group === undefined || catalog.entry(code)?.group === group,
  )
  const hits = ranked.slice(0, limit).map(({ code, score, reason }): SearchHit => {
    const entry = catalog.entry(code) as CatalogEntry
    const reasons = reason === null ? reasonsFor(entry, catalog, { read, index, wanted }, locale) : [reason]
    return { entry, score, why: reasons.length > 0 ? reasons : [nameReason('code', code)] }
  })
  return {
    ...{ hits, wanted },
    total: ranked.length,
    corrections: read.slots.flatMap(({ text, corrections }) => (corrections.length > 0 ? [{ typed: text, read: corrections }] : [])),
    unknown: read.slots.flatMap(({ text, alternatives, potential }) => (alternatives.length === 0 && potential > 0 ? [text] : [])),
    nearest: ranked.length > 0 ? [] : nearestCodes(query, read, index, catalog),
  }
}

interface Ranked {
  readonly code: string
  readonly score: number
  /** Null where its words have to be looked at. */
  readonly reason: Reason | null
}

/** Each way of finding before the next; what two of them find stands where the first put it. */
function rankCodes(query: string, read: ReadQuery, wanted: WantedTerms, catalog: Catalog, features: Features): Ranked[] {
  const ranked = [
    ...(features.names ? byName(query, read, catalog, features) : []),
    ...(features.signatures ? byMessage(query, catalog) : []),
    ...byWords(read, wanted, catalog, features),
  ]
  const seen = new Set<string>()
  return ranked.filter(({ code }) => !seen.has(code) && seen.add(code))
}

const NAME_SCORE = 1
const MESSAGE_SCORE = 0.95
const MOST_WORDS_SCORE = 0.9

/** The query as a code or an alias; then with its misspelt words corrected, and the name that synonyms of it stand for. */
function byName(query: string, read: ReadQuery, catalog: Catalog, features: Features): Ranked[] {
  const spellings = features.net || features.synonyms ? [query, ...read.otherSpellings] : [query]
  return spellings.flatMap((spelling, at) => {
    const named = entryNamed(spelling, catalog)
    if (named === undefined) return []
    const { entry, by } = named
    const alias = entry.aliases.find((name) => codeKey(name) === codeKey(spelling))
    if (by === 'beginning' && !isMostOf(spelling, entry.code)) return []
    const reason = by === 'alias' && alias !== undefined ? nameReason('alias', alias) : nameReason('code', entry.code)
    const score = at === 0 && by !== 'beginning' ? NAME_SCORE : NAME_SCORE - 0.02
    return [{ code: entry.code, score, reason }]
  })
}

/** `cmk` for CMK_ERROR and `connectivity dns` for CONNECTIVITY_DNS_ERROR, but not `client` for CLIENT_IP_NOT_ALLOWED. */
function isMostOf(beginning: string, code: string): boolean {
  return codeKey(beginning).length * 2 >= codeKey(code).replace(/ERROR$/, '').length
}

function nameReason(part: 'code' | 'alias', text: string): Reason {
  return { part, text, marks: [{ start: 0, end: text.length }] }
}

function byMessage(query: string, catalog: Catalog): Ranked[] {
  return findMessages(query, catalog)
    .filter(({ isWeak }) => !isWeak)
    .map(({ entry, signature }, at) => ({
      code: entry.code,
      score: Math.max(MOST_WORDS_SCORE, MESSAGE_SCORE - at / 100),
      reason: { part: 'signature', text: signature, marks: [{ start: 0, end: signature.length }] },
    }))
}

function byWords(read: ReadQuery, wanted: WantedTerms, catalog: Catalog, features: Features): Ranked[] {
  const scores = scoreEntries(read, searchIndexOf(catalog, features))
  const { gains, coverages } = scores
  const byGain = (one: number, other: number) => (gains[other] as number) - (gains[one] as number) || one - other
  const found = [...gains.keys()].filter((at) => (coverages[at] as number) >= LEAST_COVERAGE).sort(byGain)
  if (features.together) {
    raiseTogether(scores, found.slice(0, MOST_RAISED), read, wanted, catalog)
    found.sort(byGain)
  }
  const [first] = found
  if (first === undefined) return []
  const worthShowing = found.filter((at) => (gains[at] as number) >= LEAST_SHARE * (gains[first] as number))
  const scale = (MOST_WORDS_SCORE * Math.min(1, coverages[first] as number)) / (gains[first] as number)
  return worthShowing.map((at) => ({
    code: catalog.codes[at] as string,
    score: Math.round((gains[at] as number) * scale * 1000) / 1000,
    reason: null,
  }))
}

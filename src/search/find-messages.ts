/** A pasted message → the entries whose signature it has. */
import type { Catalog, CatalogEntry } from '../catalog/entry.js'
import { vocabulary } from '../log/vocabulary.js'
import type { Match } from '../match/match.js'
import { matchEntries } from '../match/match-entries.js'
import { readText } from '../text/read-text.js'

export interface MessageHit {
  readonly entry: CatalogEntry
  /** The signature as the page writes it. */
  readonly signature: string
  /** Too general to decide alone. */
  readonly isWeak: boolean
}

/** Letters without white space: no signature that counts has fewer. */
const SHORTEST_MESSAGE = 12

/** Those that explain most of the text first; each entry once. */
export function findMessages(text: string, catalog: Catalog): MessageHit[] {
  if (text.replace(/\s+/g, '').length < SHORTEST_MESSAGE) return []
  const { entries } = matchEntries(readText(new TextEncoder().encode(text)), catalog, vocabulary)
  const best = new Map<CatalogEntry, Match<CatalogEntry>>()
  for (const match of entries) {
    const { owner } = match.signature
    const known = best.get(owner)
    if (known === undefined || compare(match, known) < 0) best.set(owner, match)
  }
  const found = new Set([...best.keys()].map(({ code }) => code))
  const isConsequence = ({ consequenceOf }: CatalogEntry) => consequenceOf.some((code) => found.has(code))
  return [...best.values()]
    .sort((one, other) => {
      const [first, second] = [one.signature.owner, other.signature.owner]
      return Number(isConsequence(first)) - Number(isConsequence(second)) || compare(one, other)
    })
    .map(({ signature }) => ({ entry: signature.owner, signature: signature.text, isWeak: signature.weak }))
}

function compare(one: Match<CatalogEntry>, other: Match<CatalogEntry>): number {
  const isNoise = ({ signature }: Match<CatalogEntry>) => Number(signature.owner.severity === 'noise')
  const isWeak = ({ signature }: Match<CatalogEntry>) => Number(signature.weak)
  return isNoise(one) - isNoise(other) || isWeak(one) - isWeak(other) || lettersOf(other) - lettersOf(one)
}

function lettersOf({ literals }: Match<CatalogEntry>): number {
  return literals.reduce((sum, { start, end }) => sum + end - start, 0)
}

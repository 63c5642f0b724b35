/** The net for misspelt words: what the catalog's own words are nearest to one that it does not have. */
import Fuse from 'fuse.js'
import { editDistance } from './edit-distance.js'
import type { SearchIndex } from './search-index.js'

export interface MisspellingNet {
  /** The words that a misspelt one may mean, likeliest first; empty where it resembles none. */
  correct(word: string): readonly Correction[]
}

export interface Correction {
  readonly word: string
  /** Below 1, which would be the word itself. */
  readonly likeness: number
}

const SHORTEST_WORD = 4
/** fuse.js: 0 takes exact words alone, 1 anything. */
const FUZZINESS = 0.4
const MOST_CANDIDATES = 20
const MOST_CORRECTIONS = 3

const nets = new WeakMap<SearchIndex, MisspellingNet>()

/** The net over an index' words, made when it is first needed. */
export function netOf(index: SearchIndex): MisspellingNet {
  const known = nets.get(index)
  if (known !== undefined) return known
  let opened: MisspellingNet | undefined
  const net: MisspellingNet = {
    correct(word) {
      opened ??= openNet(index.words())
      return opened.correct(word)
    },
  }
  nets.set(index, net)
  return net
}

function openNet(words: readonly string[]): MisspellingNet {
  const corrections = new Map<string, readonly Correction[]>()
  return {
    correct(word) {
      if (word.length < SHORTEST_WORD || !/^[a-z]+$/.test(word)) return []
      const known = corrections.get(word)
      if (known !== undefined) return known
      const found = correct(word, likelyWords(word, words))
      corrections.set(word, found)
      return found
    },
  }
}

/**
 * The words that a misspelt one can be at all: hardly anybody mistypes the first letter, a slip changes the length by
 * one, and four letters are too few to be sure of any slip but a forgotten letter.
 */
function likelyWords(word: string, words: readonly string[]): string[] {
  const slips = slipsAllowed(word)
  const least = word.length > SHORTEST_WORD ? word.length - slips : word.length + 1
  return words.filter((meant) => meant[0] === word[0] && meant.length >= least && meant.length <= word.length + slips)
}

function slipsAllowed(word: string): number {
  return Math.max(1, Math.floor(word.length / 4))
}

function correct(word: string, likely: readonly string[]): Correction[] {
  const fuse = new Fuse(likely, { threshold: FUZZINESS, includeScore: true, ignoreFieldNorm: true, ignoreLocation: true })
  return fuse
    .search(word, { limit: MOST_CANDIDATES })
    .map(({ item }) => ({ word: item, slips: editDistance(word, item) }))
    .filter(({ slips }) => slips <= slipsAllowed(word))
    .sort((one, other) => one.slips - other.slips)
    .filter(({ slips }, _, ranked) => slips === ranked[0]?.slips)
    .slice(0, MOST_CORRECTIONS)
    .map(({ word: meant, slips }) => ({ word: meant, likeness: 1 - slips / word.length }))
}

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

export function openNet(words: readonly string[]): MisspellingNet {
  const fuseByLetters = new Map<string, Fuse<string>>()
  const corrections = new Map<string, readonly Correction[]>()
  return {
    correct(word) {
      if (word.length < SHORTEST_WORD || !/^[a-z]+$/.test(word)) return []
      const known = corrections.get(word)
      if (known !== undefined) return known
      const found = correct(word, fuseFor(word))
      corrections.set(word, found)
      return found
    },
  }

  /** Words of about the length alone: a slip in four letters changes it by no more. */
  function fuseFor(word: string): Fuse<string> {
    const slips = slipsAllowed(word)
    const key = String(word.length)
    const known = fuseByLetters.get(key)
    if (known !== undefined) return known
    const near = words.filter(({ length }) => Math.abs(length - word.length) <= slips)
    const fuse = new Fuse(near, { threshold: FUZZINESS, includeScore: true, ignoreFieldNorm: true, ignoreLocation: true })
    fuseByLetters.set(key, fuse)
    return fuse
  }
}

function slipsAllowed(word: string): number {
  return Math.max(1, Math.floor(word.length / 4))
}

function correct(word: string, fuse: Fuse<string>): Correction[] {
  return fuse
    .search(word, { limit: MOST_CANDIDATES })
    .map(({ item }) => ({ word: item, slips: editDistance(word, item) }))
    .filter(({ word: meant, slips }) => slips <= slipsAllowed(word) && isLikely(word, meant))
    .sort((one, other) => one.slips - other.slips)
    .filter(({ slips }, _, ranked) => slips === ranked[0]?.slips)
    .slice(0, MOST_CORRECTIONS)
    .map(({ word: meant, slips }) => ({ word: meant, likeness: 1 - slips / word.length }))
}

/** Hardly anybody mistypes the first letter; and four letters are too few to be sure of any but a forgotten one. */
function isLikely(word: string, meant: string): boolean {
  return meant[0] === word[0] && (word.length > SHORTEST_WORD || meant.length > word.length)
}

/** Text → the smallest things that search compares: words, and the single characters of Chinese and Japanese. */
import { simplified } from './han-variants.js'

export interface Unit {
  /** Folded: one width, lower case, no accents; a word without its ending, a character in its simplified form. */
  readonly key: string
  /** Folded, with its ending. */
  readonly word: string
  readonly isCharacter: boolean
  /** It stands right behind the unit before it. */
  readonly isJoined: boolean
  /** Place in the text, in UTF-16 units, `end` exclusive. */
  readonly start: number
  readonly end: number
}

const characters = '\\u3005\\u3040-\\u30fa\\u30fc-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff'
// Written out: the classes \p{P} and \p{S} take longer to build than a search takes.
const separators =
  '\\0-/:-@[-`{-\\u00a9\\u00ab-\\u00b4\\u00b6-\\u00b9\\u00bb-\\u00bf\\u00d7\\u00f7\\u2000-\\u206f\\u20a0-\\u20cf\\u2190-\\u2bff' +
  '\\u3000-\\u3004\\u3006-\\u303f\\u30fb\\ud800-\\udfff\\ufe00-\\ufe4f\\ufeff-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65'
const letter = `[^${characters}${separators}]`
// A character; a number with points (an address, a release); a word, with what an apostrophe ties to it.
const unit = new RegExp(`[${characters}]|\\d+(?:\\.\\d+)+|${letter}+(?:['’]${letter}+)*`, 'g')
const character = new RegExp(`^[${characters}]$`)

export function unitsOf(text: string): Unit[] {
  const units: Unit[] = []
  let done = -1
  for (const { 0: found, index: start } of text.matchAll(unit)) {
    const end = start + found.length
    const isCharacter = character.test(found)
    const word = isCharacter ? simplified(found) : foldWord(found)
    if (word !== '') units.push({ key: isCharacter ? word : stemOf(word), word, isCharacter, isJoined: start === done, start, end })
    done = end
  }
  return units
}

const plainWord = /^[a-z0-9.]+$/

function foldWord(written: string): string {
  const lower = written.toLowerCase()
  if (plainWord.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(/['’]s$|['’]|\p{M}/gu, '')
    .toLowerCase()
}

const stems = new Map<string, string>()

/** A word without its ending: `pulling`, `pulled` and `pulls` are `pull`. Only English endings are known. */
function stemOf(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  const known = stems.get(word)
  if (known !== undefined) return known
  const stem = cutEnding(word)
  stems.set(word, stem)
  return stem
}

// Porter's algorithm found less on the queries of the evaluation: it takes `authorization` and `author` for one word.
function cutEnding(word: string): string {
  const singular = word.replace(/ies$/, 'y').replace(/(?<![aius])s$/, '')
  const verb = singular.replace(/(?:ed|ing)$/, '')
  const root = verb.length > 2 && /[aeiouy]/.test(verb) ? verb : singular
  return root.replace(/e$/, '').replace(/([bdgmnprt])\1$/, '$1')
}

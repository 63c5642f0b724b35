/** A text → the private values that it gives away, each with the places that it fills. */
import { holdsPlaceholder, type PrivateKind } from '../text/placeholder.js'
import { findKeys, findKeysOnLines } from './find-keys.js'
import { findNames, type Hit, nameWords } from './find-names.js'
import { findSecrets, secretWords } from './find-secrets.js'
import { lineFinder } from './line-finder.js'
import type { Readings } from './read-lines.js'
import { crossesJoin, type Piece, piecesOf, type Reading } from './reading.js'
import { makeWordTable, type WordTable } from './word-table.js'

export interface PlacedValue {
  readonly kind: PrivateKind
  readonly value: string
  /** A piece for each line that it stands on, in order. */
  readonly pieces: readonly Piece[]
}

export function findPrivate(readings: Readings): PlacedValue[] {
  const { apart, unwrapped, spaced, guessed } = readings
  const onLines = placed(apart, findAll(apart))
  const starts = new Set(onLines.map(({ pieces }) => pieces[0]?.start))
  return [
    ...onLines,
    ...(mayHoldKey(apart) ? [...placed(readings.joined, findKeys(readings.joined)), ...placed(apart, findKeysOnLines(apart))] : []),
    ...placed(unwrapped, findAll(unwrapped)),
    ...placed(spaced, atJoins(spaced, findAll(spaced))),
    ...placed(guessed, findAll(guessed)).filter((value) => !starts.has(value.pieces[0]?.start) || looksCut(value)),
  ]
}

let wordTable: WordTable | undefined
function allWords(): WordTable {
  wordTable ??= makeWordTable([...secretWords, ...nameWords])
  return wordTable
}

/** Of the five dashes before `BEGIN` three are left together wherever a line was broken. */
function mayHoldKey({ text }: Reading): boolean {
  return text.includes('---')
}

function findAll(reading: Reading): Hit[] {
  if (reading.text === '') return []
  const linesWith = lineFinder(reading.text, allWords)
  return [...findSecrets(reading, linesWith), ...findNames(reading, linesWith)]
}

function placed(reading: Reading, hits: readonly Hit[]): PlacedValue[] {
  return hits.flatMap(({ kind, start, end }) => {
    const value = reading.text.slice(start, end)
    return value.trim() === '' || holdsPlaceholder(value) ? [] : [{ kind, value, pieces: piecesOf(reading, start, end) }]
  })
}

function atJoins(reading: Reading, hits: readonly Hit[]): Hit[] {
  const joins = new Set(reading.joins)
  return hits.filter(({ start, end }) => joins.has(start) && !crossesJoin(reading, start, end))
}

const LEAST_REST = 6

/** Whether a secret that fills its line to the end goes on in the next, which begins with no word. */
function looksCut({ kind, value, pieces }: PlacedValue): boolean {
  const isSecret = kind === 'token' || kind === 'key' || kind === 'password' || kind === 'signature'
  const rest = value.slice(-pieces.slice(1).reduce((sum, { start, end }) => sum + end - start, 0))
  return isSecret && pieces.length > 1 && rest.length >= LEAST_REST && /\d/.test(rest) && /[a-z]/i.test(rest)
}

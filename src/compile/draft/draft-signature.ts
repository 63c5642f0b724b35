/** An unexplained line → a signature for it, and an example without anybody's names. */
import { gapTypeOf } from '../../match/gaps.js'
import { squeezeLiteral } from '../../text/squeeze.js'
import { findValues, type Piece } from './find-values.js'

export interface DraftSignature {
  readonly text: string
  readonly isWeak: boolean
  /** What a program would print with made-up values. */
  readonly example: string
  /** A short name for it, such as LAYER_IS_TOO_LARGE. */
  readonly code: string
}

/** Letters of literal text: a signature with fewer is weak, one with fewer than the least is none. */
const FULL_LETTERS = 12
const LEAST_LETTERS = 6
/** Long messages are often cut in logs: what is behind so many characters does not belong to the signature. */
const LONGEST_SIGNATURE = 220

/** What a logger puts before a message, and not always. */
const level = /^(?:(?:ERROR|WARN|WARNING|FATAL|INFO|error|warning|fatal)(?:: +| +(?=[A-Z])))+/

/** @returns null where the line has too little text that is always the same */
export function draftSignature(line: string): DraftSignature | null {
  const found = findValues(line.trim().replace(level, ''))
  const pieces = bounded(trimmed(found))
  const letters = pieces.map((piece) => ('literal' in piece ? squeezeLiteral(piece.literal).length : 0))
  const sum = letters.reduce((one, other) => one + other, 0)
  if (Math.max(0, ...letters) < LEAST_LETTERS) return null
  return {
    text: pieces.map(signaturePart).join(''),
    isWeak: sum < FULL_LETTERS,
    example: found.map((piece) => ('literal' in piece ? piece.literal : piece.sample)).join(''),
    code: codeOf(pieces),
  }
}

function signaturePart(piece: Piece): string {
  if ('literal' in piece) return piece.literal
  return gapTypeOf(piece.name) === piece.type ? `{${piece.name}}` : `{${piece.name}:${piece.type}}`
}

/** A value at the beginning says nothing of where the message begins. */
function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  const [first, second, ...rest] = pieces
  if (!first || 'literal' in first || !second || !('literal' in second)) return pieces
  return [{ literal: second.literal.replace(/^[\s:,;)\]}"'-]+/, '') }, ...rest]
}

function bounded(pieces: readonly Piece[]): readonly Piece[] {
  const kept: Piece[] = []
  let length = 0
  for (const piece of pieces) {
    const room = LONGEST_SIGNATURE - length
    const part = signaturePart(piece)
    if (part.length > room) {
      if ('literal' in piece) kept.push({ literal: piece.literal.slice(0, room).replace(/\s*\S*$/, '') })
      break
    }
    kept.push(piece)
    length += part.length
  }
  return kept.filter((piece) => !('literal' in piece) || piece.literal !== '')
}

const fillers = new Set(
  'a an and are as at be been by cannot could error failed failure fatal for from has have if in is it its of on or that the this to was were will with sha256'.split(
    ' ',
  ),
)
const MOST_CODE_WORDS = 4

function codeOf(pieces: readonly Piece[]): string {
  const literals = pieces.map((piece) => ('literal' in piece ? piece.literal : ' ')).join('')
  const words = literals.replace(/n[’']t\b/g, ' not').match(/[A-Za-z][A-Za-z0-9]*/g) ?? []
  const telling = words.filter((word) => word.length > 1 && !fillers.has(word.toLowerCase()))
  const chosen = (telling.length > 1 ? telling : words).slice(0, MOST_CODE_WORDS)
  return chosen.length > 0 ? chosen.join('_').toUpperCase() : 'NEW_ENTRY'
}

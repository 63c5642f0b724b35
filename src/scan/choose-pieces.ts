/**
 * Which bytes of a signature to look for in text that may be broken. A word is whole whatever stands between words: other white
 * space, escapes, marks. A second piece stands so close to it that wherever a line of twenty columns or more was broken, one is whole.
 */

/** A piece of a literal: offsets in it, `end` exclusive. */
export interface Piece {
  readonly start: number
  readonly end: number
}

/** The filter finds pieces of so many bytes at least. */
export const SHORTEST_PIECE = 5
/** A stretch of text is found at no cost from seven bytes on. */
const STRETCH = 7
/** More would leave no room for a second piece. */
const LONGEST_PIECE = 14

/** Lines are broken at columns from here on. */
const NARROWEST_WRAP = 20

interface CostedPiece extends Piece {
  /** How often it will be met, roughly. */
  readonly cost: number
}

interface Choice {
  readonly pieces: readonly Piece[]
  readonly cost: number
}

/** Choices that lose something come last: those where a break may fall into the only piece, or that no doubled space may part. */
const UNPAIRED_COST = 1e9
const NO_WORD_COST = 1e12

/**
 * @param costOf how often a text will be met in what is scanned, roughly
 * @returns the pieces of the literal that serve best, and that literal's index; no pieces where none is long enough
 */
export function choosePieces(
  literals: readonly string[],
  costOf: (text: string) => number,
): { readonly literalIndex: number; readonly pieces: readonly Piece[] } {
  const choices = literals.map((literal, literalIndex) => ({ literalIndex, ...choosePiecesOf(literal, costOf) }))
  return choices.reduce((left, right) => (right.cost < left.cost ? right : left))
}

function choosePiecesOf(literal: string, costOf: (text: string) => number): Choice {
  const costed = ({ start, end }: Piece): CostedPiece => ({ start, end, cost: costOf(literal.slice(start, end)) })
  const words = wordsOf(literal).flatMap(partsOf).map(costed)
  const stretches = words.flatMap((word) => stretchesBeside(word, literal)).map(costed)
  const pair = bestPair(words, [...words, ...stretches])
  if (pair) return pair
  const alone = [...words].sort((a, b) => a.cost - b.cost)[0]
  if (alone) return { pieces: [alone], cost: alone.cost + UNPAIRED_COST }
  const { start, end } = trimmed(literal)
  if (end - start < SHORTEST_PIECE) return { pieces: [], cost: Number.POSITIVE_INFINITY }
  return { pieces: [{ start, end: Math.min(end, start + 2 * STRETCH) }], cost: NO_WORD_COST - (end - start) }
}

/** What no wrapping parts: letters and digits, and the marks that nobody escapes or sets in another shape. */
function wordsOf(literal: string): Piece[] {
  const runs = [...literal.matchAll(/[A-Za-z0-9=:./,@]+/g), ...literal.matchAll(/[A-Za-z0-9]+/g)]
  const pieces = runs.map((found) => ({ start: found.index, end: found.index + found[0].length }))
  return [...new Map(pieces.map((piece) => [`${piece.start}-${piece.end}`, piece])).values()]
}

/** A word whole where it leaves room for another piece, and, where it is long, its halves. */
function partsOf({ start, end }: Piece): Piece[] {
  const length = end - start
  if (length < SHORTEST_PIECE) return []
  if (length > LONGEST_PIECE) return [...partsOf({ start, end: start + LONGEST_PIECE }), ...partsOf({ start: start + LONGEST_PIECE, end })]
  const middle = start + (length >> 1)
  const halves = [
    { start, end: middle },
    { start: middle, end },
  ]
  return length < 2 * SHORTEST_PIECE ? [{ start, end }] : [{ start, end }, ...halves]
}

/** The text right before and right behind a word, spaces and marks included, as far as one break at most falls into both. */
function stretchesBeside(word: Piece, literal: string): Piece[] {
  const whole = trimmed(literal)
  const room = NARROWEST_WRAP + 1 - (word.end - word.start)
  return [
    { start: Math.max(whole.start, word.start - room), end: word.start },
    { start: word.end, end: Math.min(whole.end, word.end + room) },
  ].filter(({ start, end }) => end - start >= STRETCH)
}

function trimmed(literal: string): Piece {
  return { start: literal.length - literal.trimStart().length, end: literal.trimEnd().length }
}

/**
 * The best word and piece beside it that one break at most falls into; undefined where there are none. Breaks stand at least
 * NARROWEST_WRAP letters apart.
 */
function bestPair(words: readonly CostedPiece[], pieces: readonly CostedPiece[]): Choice | undefined {
  let best: Choice | undefined
  for (const word of words) {
    for (const piece of pieces) {
      const isApart = piece.end <= word.start || word.end <= piece.start
      const span = Math.max(word.end, piece.end) - Math.min(word.start, piece.start)
      const cost = word.cost + piece.cost
      if (isApart && span - 2 < NARROWEST_WRAP && (!best || cost < best.cost)) best = { pieces: [word, piece], cost }
    }
  }
  return best
}

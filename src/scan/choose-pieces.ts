/**
 * Which bytes of a signature to look for in text that may be broken: pieces of words, so that other white space, escapes and marks
 * between words do not matter, and two of them, so close that wherever a line of twenty columns or more was broken, one is still whole.
 */

/** A piece of a literal: offsets in it, `end` exclusive. */
export interface Piece {
  readonly start: number
  readonly end: number
}

/** A piece of at least so many letters is found at no cost; the filter can do with SHORTEST at some. */
const COMFORTABLE = 7
export const SHORTEST_PIECE = 5

/** Lines are broken at columns from here on. */
const NARROWEST_WRAP = 20

/** Words that stand in any log: a piece of them is worth little. */
const commonWords =
  /^(?:access|account|action|address|already|client|command|connect|connection|container|content|create|created|default|deleted|details|download|endpoint|error|errors|event|failed|failure|format|function|headers|header|http|https|image|information|instance|internal|invalid|message|method|module|network|number|object|operation|output|package|password|path|please|pod|policy|process|provide|provided|received|request|requests|required|resource|response|result|return|running|server|service|session|started|state|status|string|success|system|target|timeout|token|trying|unknown|update|using|value|version|waiting|warning|windows|within)$/i

interface RankedPiece extends Piece {
  /** Less is better. */
  readonly rank: number
}

/** @returns the pieces of the literal in which they survive best, and that literal's index; no pieces where all words are too short */
export function choosePieces(literals: readonly string[]): { literalIndex: number; pieces: Piece[] } {
  const choices = literals.map((literal, literalIndex) => ({ literalIndex, ...choosePiecesOf(literal) }))
  const best = choices.reduce((left, right) => (right.cost < left.cost ? right : left))
  return { literalIndex: best.literalIndex, pieces: best.pieces }
}

/** Whole words first; halves of words, and stretches over several words, only where whole words leave a break uncovered. */
function choosePiecesOf(literal: string): { pieces: Piece[]; cost: number } {
  const words = [...literal.matchAll(/[A-Za-z0-9]+/g)].map((found) => ({ start: found.index, end: found.index + found[0].length }))
  const comfortable = words.flatMap((word) => partsOf(literal, word, COMFORTABLE))
  const pair = bestPair(comfortable)
  if (pair) return { pieces: pair, cost: pair[0].rank + pair[1].rank }
  const short = words.flatMap((word) => partsOf(literal, word, SHORTEST_PIECE))
  const pools = [
    [...comfortable, ...short],
    [...comfortable, ...short, ...stretchesOf(literal)],
  ]
  for (const [index, pool] of pools.entries()) {
    const level = index + 1
    const pair = bestPair(pool)
    if (!pair) continue
    // A stretch is lost where spaces are doubled: a word beside it is not.
    const word = level === 2 ? short.filter((piece) => !pair.includes(piece)).sort((a, b) => a.rank - b.rank)[0] : undefined
    return { pieces: word ? [...pair, word] : pair, cost: level * 1000 + pair[0].rank + pair[1].rank }
  }
  const all = pools[1] as RankedPiece[]
  return { pieces: all, cost: all.length > 0 ? 10_000 - Math.max(...all.map(({ start, end }) => end - start)) : Number.MAX_SAFE_INTEGER }
}

/** A word cut in parts of at least `least` letters; none where it is shorter. */
function partsOf(literal: string, { start, end }: Piece, least: number): RankedPiece[] {
  const length = end - start
  if (length < least) return []
  const count = Math.min(Math.floor(length / least), 3)
  const penalty = commonWords.test(literal.slice(start, end)) ? 200 : 0
  return Array.from({ length: count }, (_, index) => {
    const from = start + Math.floor((index * length) / count)
    const to = start + Math.floor(((index + 1) * length) / count)
    return { start: from, end: to, rank: penalty - (to - from) }
  })
}

/** Stretches with the spaces and marks between words in them, for text whose words are too short. */
function stretchesOf(literal: string): RankedPiece[] {
  const begin = literal.length - literal.trimStart().length
  const end = literal.trimEnd().length
  const count = Math.max(Math.floor((end - begin) / COMFORTABLE), end - begin >= SHORTEST_PIECE ? 1 : 0)
  return Array.from({ length: count }, (_, index) => {
    const start = begin + Math.floor((index * (end - begin)) / count)
    return { start, end: begin + Math.floor(((index + 1) * (end - begin)) / count), rank: 400 }
  })
}

/**
 * The best two pieces so close to each other that one break at most falls into them; undefined where there are none. Breaks
 * stand at least NARROWEST_WRAP letters apart.
 */
function bestPair(pool: readonly RankedPiece[]): [RankedPiece, RankedPiece] | undefined {
  let best: [RankedPiece, RankedPiece] | undefined
  let least = Number.MAX_SAFE_INTEGER
  const inOrder = [...pool].sort((a, b) => a.start - b.start)
  for (let first = 0; first < inOrder.length; first++) {
    const left = inOrder[first] as RankedPiece
    for (let second = first + 1; second < inOrder.length; second++) {
      const right = inOrder[second] as RankedPiece
      if (right.start - left.start > NARROWEST_WRAP) break
      const isClose = right.end - left.start - 2 < NARROWEST_WRAP
      if (left.end > right.start || !isClose || left.rank + right.rank >= least) continue
      best = [left, right]
      least = left.rank + right.rank
    }
  }
  return best
}

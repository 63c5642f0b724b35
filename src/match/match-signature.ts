/** From an anchor to a whole match: the other literals are looked for left and right of it, across gaps of bounded length. */
import { peelLine } from '../text/peel-line.js'
import { lineEndOf, lineIndexAt, type SourceText } from '../text/read-text.js'
import { BARRIER, type SqueezedLetters } from '../text/squeezed-letters.js'
import { withoutInvisible, withoutTags } from '../text/without-marks.js'
import { type GapType, isFreeText, isPlaceholder, isValueOf, leadingValueOf } from './gaps.js'
import type { Match, Stretch } from './match.js'
import { anchorOf, type ReadyGap, type ReadySignature } from './signature-table.js'
import { standsAt } from './stands-at.js'

/** A gap may run on for so many letters on its line, and for so many where it crosses a line's end. */
const LONGEST_GAP = 150
const LONGEST_GAP_OVER_LINES = 60

/** Indices of letters in a block, `end` exclusive. */
type LetterRange = Stretch

interface Attempt {
  readonly source: SourceText
  readonly block: SqueezedLetters
  readonly facts: Record<string, string>
}

/** The match whose anchor begins at letter `at` of the block; undefined where another part is missing or a gap does not hold. */
export function matchAt<Owner>(
  source: SourceText,
  block: SqueezedLetters,
  signature: ReadySignature<Owner>,
  at: number,
): Match<Owner> | undefined {
  const attempt: Attempt = { source, block, facts: {} }
  const anchor = { start: at, end: at + anchorOf(signature).length }
  const left = matchLeft(attempt, signature, anchor)
  const right = left && matchRight(attempt, signature, anchor)
  if (!left || !right) return undefined
  const ranges = [...left, anchor, ...right.ranges]
  if (!hasWordEdges(block, signature, ranges[0] as LetterRange, ranges.at(-1) as LetterRange)) return undefined
  const literals = ranges.map((range) => stretchOf(block, range))
  const stretch = { start: (literals[0] as Stretch).start, end: Math.max((literals.at(-1) as Stretch).end, right.end) }
  return { signature, stretch, literals, facts: attempt.facts }
}

function matchLeft(attempt: Attempt, signature: ReadySignature<unknown>, anchor: LetterRange): LetterRange[] | undefined {
  const found = findLeft(attempt, signature, signature.anchorIndex - 1, anchor.start, new Set())
  const first = signature.parts[0]
  if (found && first && 'gap' in first) takeFirstGap(attempt, first, (found.at(0) ?? anchor).start)
  return found
}

/**
 * The literals left of a gap, the nearest ones that fit: of `a/{b}/{c}` the slash may stand in a value.
 *
 * @param deadEnds places, by gap, from which nothing further left fits: so the work stays bounded
 */
function findLeft(
  attempt: Attempt,
  signature: ReadySignature<unknown>,
  gapIndex: number,
  to: number,
  deadEnds: Set<string>,
): LetterRange[] | undefined {
  if (gapIndex <= 0) return []
  const key = `${gapIndex} ${to}`
  if (deadEnds.has(key)) return undefined
  const { literal } = signature.parts[gapIndex - 1] as { literal: string }
  const gap = signature.parts[gapIndex] as ReadyGap
  for (const start of placesBefore(attempt, literal, to)) {
    const end = start + literal.length
    const further = holds(attempt, gap, { start: end, end: to }) && findLeft(attempt, signature, gapIndex - 2, start, deadEnds)
    if (!further) continue
    noteFact(attempt, gap, { start: end, end: to })
    return [...further, { start, end }]
  }
  deadEnds.add(key)
  return undefined
}

/** The literals right of the anchor, and where a last gap ends in the text. */
interface RightSide {
  readonly ranges: readonly LetterRange[]
  readonly end: number
}

function matchRight(attempt: Attempt, signature: ReadySignature<unknown>, anchor: LetterRange): RightSide | undefined {
  const ranges = findRight(attempt, signature, signature.anchorIndex + 1, anchor.end, new Set())
  if (!ranges) return undefined
  const last = signature.parts.at(-1)
  if (!last || !('gap' in last)) return { ranges, end: 0 }
  const end = takeLastGap(attempt, last, (ranges.at(-1) ?? anchor).end)
  return end === undefined ? undefined : { ranges, end }
}

/** The same to the right. */
function findRight(
  attempt: Attempt,
  signature: ReadySignature<unknown>,
  gapIndex: number,
  from: number,
  deadEnds: Set<string>,
): LetterRange[] | undefined {
  const next = signature.parts[gapIndex + 1]
  if (!next || !('literal' in next)) return []
  const key = `${gapIndex} ${from}`
  if (deadEnds.has(key)) return undefined
  const gap = signature.parts[gapIndex] as ReadyGap
  for (const start of placesBehind(attempt, next.literal, from)) {
    const range = { start, end: start + next.literal.length }
    const further = holds(attempt, gap, { start: from, end: start }) && findRight(attempt, signature, gapIndex + 2, range.end, deadEnds)
    if (!further) continue
    noteFact(attempt, gap, { start: from, end: start })
    return [range, ...further]
  }
  deadEnds.add(key)
  return undefined
}

/** The places of a literal behind `from`, the nearest first, as far as a gap may reach. */
function* placesBehind({ block, source }: Attempt, literal: string, from: number): Generator<number> {
  const lineEnd = lineEndAround(source, block.places[from - 1] as number)
  for (let start = from; start - from <= LONGEST_GAP && start < block.length; start++) {
    if (start - from > LONGEST_GAP_OVER_LINES && (block.places[start] as number) >= lineEnd) return
    if (standsAt(block, literal, start)) yield start
    if (block.letters[start] === BARRIER) return
  }
}

/** The same to the left: where a literal begins that ends before `to`. */
function* placesBefore({ block, source }: Attempt, literal: string, to: number): Generator<number> {
  const lineStart = source.lineStarts[lineIndexAt(source, block.places[to] as number)] as number
  for (let end = to; to - end <= LONGEST_GAP && end > 0; end--) {
    if (to - end > LONGEST_GAP_OVER_LINES && (block.places[end - 1] as number) < lineStart) return
    const start = end - literal.length
    if (start >= 0 && standsAt(block, literal, start)) yield start
    if (block.letters[end - 1] === BARRIER) return
  }
}

/** Whether a gap may hold what stands in the range: a value of its type, or a placeholder for one. */
function holds(attempt: Attempt, { type, isApartBefore, isApartBehind, endsSentence }: ReadyGap, range: LetterRange): boolean {
  if (endsSentence && isWordLetter(attempt.block.letters[range.end + 1] as number) && areAdjacent(attempt.block, range.end + 1))
    return false
  if (isApartBefore && isInsideWord(attempt.block, range.start)) return false
  if (isApartBehind && isInsideWord(attempt.block, range.end)) return false
  const value = gapValue(attempt, type, range)
  return isPlaceholder(value) || isValueOf(type, value)
}

function noteFact(attempt: Attempt, { gap, type }: ReadyGap, range: LetterRange): void {
  noteValue(attempt, gap, gapValue(attempt, type, range))
}

/** A placeholder is no fact. */
function noteValue(attempt: Attempt, gap: string, value: string): void {
  if (value !== '' && !isPlaceholder(value)) attempt.facts[gap] ??= value
}

function takeFirstGap(attempt: Attempt, { gap, type }: ReadyGap, before: number): void {
  const { source, block } = attempt
  const place = block.places[before] as number
  const head = source.text.slice(source.lineStarts[lineIndexAt(source, place)], place).trim()
  const value = isFreeText(type) ? head : (head.split(/\s+/).at(-1) ?? '')
  if (isValueOf(type, value)) noteValue(attempt, gap, value)
}

/** Takes a gap at the signature's end; gives the text offset behind it, undefined where nothing there is a value of the type. */
function takeLastGap(attempt: Attempt, { gap, type }: ReadyGap, after: number): number | undefined {
  const { source, block } = attempt
  const literalEnd = (block.places[after - 1] as number) + 1
  const nextPlace = after < block.length && block.letters[after] !== BARRIER ? (block.places[after] as number) : literalEnd
  const lineEnd = lineEndAround(source, literalEnd - 1)
  if (isFreeText(type)) {
    const value = withoutInvisible(source.text.slice(literalEnd, contentEnd(source, literalEnd - 1, lineEnd))).trim()
    noteValue(attempt, gap, value)
    return lineEnd
  }
  const end = contentEnd(source, nextPlace, lineEndAround(source, nextPlace))
  const line = source.text.slice(nextPlace, Math.min(end, nextPlace + LONGEST_GAP))
  const value = leadingValueOf(type, withoutTags(line).normalize('NFKC').replace(finalEscapes, ''))
  if (!value) return undefined
  noteValue(attempt, gap, value)
  return nextPlace + value.length
}

/** The gap's text as the log writes it; where it runs over a line's end, what stood between the lines is left out. */
function gapValue({ source, block }: Attempt, type: GapType, range: LetterRange): string {
  let value = ''
  let lineEnd = -1
  let done = 0
  for (let index = range.start; index < range.end; index++) {
    const place = block.places[index] as number
    if (place >= lineEnd) {
      if (value !== '' && isFreeText(type)) value += ' '
      lineEnd = lineEndAround(source, place)
      done = place
    }
    value += source.text.slice(done, place + 1)
    done = place + 1
  }
  if (isFreeText(type)) return withoutInvisible(value)
  // NFKC: full-width letters are plain ones in another dress
  return withoutInvisible(value)
    .normalize('NFKC')
    .replace(/[\\`]|<\/?\w+\/?>$/g, '')
    .trim()
}

const finalEscapes = /(?:\\+[nrt])+$/

/** Where the content of a place's line ends. */
function contentEnd(source: SourceText, place: number, lineEnd: number): number {
  const start = source.lineStarts[lineIndexAt(source, place)] as number
  const content = peelLine(source.text.slice(start, lineEnd))
  return start + content.end > place ? start + content.end : lineEnd
}

function lineEndAround(source: SourceText, place: number): number {
  return lineEndOf(source, lineIndexAt(source, place))
}

function stretchOf(block: SqueezedLetters, range: LetterRange): Stretch {
  return { start: block.places[range.start] as number, end: (block.places[range.end - 1] as number) + 1 }
}

/** A match does not begin or end inside a word: AADSTS53003 is not the head of AADSTS530035. */
function hasWordEdges(block: SqueezedLetters, signature: ReadySignature<unknown>, first: LetterRange, last: LetterRange): boolean {
  const beginsInWord = 'literal' in (signature.parts[0] as object) && isInsideWord(block, first.start)
  const endsInWord = 'literal' in (signature.parts.at(-1) as object) && isInsideWord(block, last.end)
  return !beginsInWord && !endsInWord
}

/** Whether the letters before and at `index` belong to one word of the original; a letter dropped between them parts them. */
function isInsideWord(block: SqueezedLetters, index: number): boolean {
  if (index <= 0 || index >= block.length) return false
  return areAdjacent(block, index) && isWordLetter(block.letters[index - 1] as number) && isWordLetter(block.letters[index] as number)
}

/** Whether a letter of the block stands right behind the one before it in the original. */
function areAdjacent({ places, length }: SqueezedLetters, index: number): boolean {
  return index < length && (places[index] as number) === (places[index - 1] as number) + 1
}

function isWordLetter(letter: number): boolean {
  return (letter >= 0x30 && letter <= 0x39) || (letter >= 0x61 && letter <= 0x7a) || letter === 0x5f
}

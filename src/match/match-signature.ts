/** From an anchor to a whole match: the other literals are looked for left and right of it, across gaps of bounded length. */
import { lineEndOf, lineIndexAt, type SourceText } from '../text/read-text.js'
import { BARRIER, type SqueezedLetters, withoutTags } from '../text/squeeze.js'
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
  const ranges: LetterRange[] = []
  let before = anchor.start
  for (let index = signature.anchorIndex - 1; index > 0; index -= 2) {
    const { literal } = signature.parts[index - 1] as { literal: string }
    const start = findBefore(attempt, literal, signature.parts[index] as ReadyGap, before)
    if (start === undefined) return undefined
    ranges.unshift({ start, end: start + literal.length })
    before = start
  }
  const first = signature.parts[0]
  if (first && 'gap' in first) takeFirstGap(attempt, first.gap, first.type, before)
  return ranges
}

/** The literals right of the anchor, and where a last gap ends in the text. */
interface RightSide {
  readonly ranges: readonly LetterRange[]
  readonly end: number
}

function matchRight(attempt: Attempt, signature: ReadySignature<unknown>, anchor: LetterRange): RightSide | undefined {
  const ranges: LetterRange[] = []
  let after = anchor.end
  let index = signature.anchorIndex + 1
  for (; index + 1 < signature.parts.length; index += 2) {
    const { literal } = signature.parts[index + 1] as { literal: string }
    const start = findAfter(attempt, literal, signature.parts[index] as ReadyGap, after)
    if (start === undefined) return undefined
    after = start + literal.length
    ranges.push({ start, end: after })
  }
  const last = signature.parts[index]
  if (!last || !('gap' in last)) return { ranges, end: 0 }
  const end = takeLastGap(attempt, last.gap, last.type, after)
  return end === undefined ? undefined : { ranges, end }
}

/** The nearest place of a literal behind `from` with a gap between that holds a value of the type. */
function findAfter(attempt: Attempt, literal: string, gap: ReadyGap, from: number): number | undefined {
  const { block, source } = attempt
  const lineEnd = lineEndAround(source, block.places[from - 1] as number)
  for (let start = from; start - from <= LONGEST_GAP && start < block.length; start++) {
    if (start - from > LONGEST_GAP_OVER_LINES && (block.places[start] as number) >= lineEnd) return undefined
    if (standsAt(block, literal, start) && takeGap(attempt, gap, { start: from, end: start })) return start
    if (block.letters[start] === BARRIER) return undefined
  }
  return undefined
}

/** The same to the left: the nearest place of a literal that ends before `to`. */
function findBefore(attempt: Attempt, literal: string, gap: ReadyGap, to: number): number | undefined {
  const { block, source } = attempt
  const lineStart = source.lineStarts[lineIndexAt(source, block.places[to] as number)] as number
  for (let end = to; to - end <= LONGEST_GAP && end > 0; end--) {
    if (to - end > LONGEST_GAP_OVER_LINES && (block.places[end - 1] as number) < lineStart) return undefined
    const start = end - literal.length
    if (start >= 0 && standsAt(block, literal, start) && takeGap(attempt, gap, { start: end, end: to })) return start
    if (block.letters[end - 1] === BARRIER) return undefined
  }
  return undefined
}

/** Notes the gap's value as a fact where it is one; false where it is neither a value of the type nor a placeholder for one. */
function takeGap(attempt: Attempt, { gap, type, isApartBefore, isApartBehind }: ReadyGap, range: LetterRange): boolean {
  if (isApartBefore && isInsideWord(attempt.block, range.start)) return false
  if (isApartBehind && isInsideWord(attempt.block, range.end)) return false
  const value = gapValue(attempt, type, range)
  if (isPlaceholder(value)) return true
  if (!isValueOf(type, value)) return false
  noteFact(attempt, gap, value)
  return true
}

function noteFact(attempt: Attempt, gap: string, value: string): void {
  if (value !== '') attempt.facts[gap] ??= value
}

function takeFirstGap(attempt: Attempt, gap: string, type: GapType, before: number): void {
  const { source, block } = attempt
  const place = block.places[before] as number
  const head = source.text.slice(source.lineStarts[lineIndexAt(source, place)], place).trim()
  const value = isFreeText(type) ? head : (head.split(/\s+/).at(-1) ?? '')
  if (!isPlaceholder(value) && isValueOf(type, value)) noteFact(attempt, gap, value)
}

/** Takes a gap at the signature's end; gives the text offset behind it, undefined where nothing there is a value of the type. */
function takeLastGap(attempt: Attempt, gap: string, type: GapType, after: number): number | undefined {
  const { source, block } = attempt
  const literalEnd = (block.places[after - 1] as number) + 1
  const nextPlace = after < block.length && block.letters[after] !== BARRIER ? (block.places[after] as number) : literalEnd
  const lineEnd = lineEndAround(source, literalEnd - 1)
  if (isFreeText(type)) {
    const value = source.text.slice(literalEnd, lineEnd).trim()
    if (!isPlaceholder(value)) noteFact(attempt, gap, value)
    return lineEnd
  }
  const line = source.text.slice(nextPlace, Math.min(lineEndAround(source, nextPlace), nextPlace + LONGEST_GAP))
  const value = leadingValueOf(type, withoutTags(line).normalize('NFKC'))
  if (!value) return undefined
  if (!isPlaceholder(value)) noteFact(attempt, gap, value)
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
  if (isFreeText(type)) return value
  // NFKC: full-width letters are plain ones in another dress
  return value
    .normalize('NFKC')
    .replace(/\\|\x1b\[[\d;]*m|[`\u200b\u00ad]|<\/?\w+\/?>$/g, '')
    .trim()
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
  const adjacent = (block.places[index] as number) === (block.places[index - 1] as number) + 1
  return adjacent && isWordLetter(block.letters[index - 1] as number) && isWordLetter(block.letters[index] as number)
}

function isWordLetter(letter: number): boolean {
  return (letter >= 0x30 && letter <= 0x39) || (letter >= 0x61 && letter <= 0x7a) || letter === 0x5f
}

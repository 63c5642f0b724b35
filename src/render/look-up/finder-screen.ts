/** The finder on a terminal: the results under the field, and what the chosen one is about. Pure: state in, lines out. */
import type { Words } from '../../report/words.js'
import { paletteFor } from '../palette.js'
import type { Layout } from '../renderer.js'
import { cutTo, type Span, wrapSpans } from '../typeset.js'
import { type FoundEntry, type MarkedText, whySpans } from './found.js'

export interface FinderState {
  readonly found: readonly FoundEntry[]
  /** How many there are in all. */
  readonly total: number
  readonly chosen: number
  /** What to say where nothing is found, or beside what is. */
  readonly note: string
  /** The keys, in a line. */
  readonly help: string
}

/** Of the screen's rows some are the field's, the note's, the help's and those that part them. */
const FIXED_ROWS = 4
const MOST_DETAIL_ROWS = 5
const LEAST_LIST_ROWS = 2
const DETAIL_FROM_ROWS = FIXED_ROWS + LEAST_LIST_ROWS + MOST_DETAIL_ROWS

/** How many results a screen of so many rows has room for. */
export function listRows(rows: number): number {
  return Math.max(1, rows - FIXED_ROWS - (rows >= DETAIL_FROM_ROWS ? MOST_DETAIL_ROWS : 0))
}

/** The lines under the field; none is wider than the layout. */
export function finderLines(state: FinderState, rows: number, layout: Layout, words: Words): string[] {
  const palette = paletteFor(layout)
  const width = layout.width - 1
  const chosen = state.found[state.chosen]
  const room = listRows(rows)
  const first = Math.max(0, Math.min(state.chosen - (room >> 1), state.found.length - room))
  const list = state.found.slice(first, first + room).map((entry, at) => resultLine(entry, first + at === state.chosen, layout, width))
  const detail = rows >= DETAIL_FROM_ROWS && chosen ? detailLines(chosen, layout, words, width) : []
  return [
    palette.paint('quiet', cutTo(state.note, width, palette.signs.ellipsis)),
    ...list,
    ...(detail.length > 0 ? ['', ...detail] : []),
    palette.paint('quiet', cutTo(state.help, width, palette.signs.ellipsis)),
  ]
}

function resultLine({ code, title }: FoundEntry, isChosen: boolean, layout: Layout, width: number): string {
  const palette = paletteFor(layout)
  const pointer = isChosen ? (layout.unicode ? '❯ ' : '> ') : '  '
  const spans: Span[] = [
    { text: pointer, style: 'code' },
    { text: code, style: isChosen ? 'heading' : 'code' },
    { text: '  ' },
    ...title.map((piece): Span => (piece.isMarked ? { text: piece.text, style: 'found' } : { text: piece.text })),
  ]
  return cutSpans(spans, width, palette.signs.ellipsis)
    .map(({ text, style }) => palette.paint(style, text))
    .join('')
}

function detailLines({ summary, why }: FoundEntry, layout: Layout, words: Words, width: number): string[] {
  const palette = paletteFor(layout)
  const marked = (text: MarkedText): Span[] =>
    text.map((piece) => (piece.isMarked ? { text: piece.text, style: 'found' } : { text: piece.text }))
  const lines = [...wrapSpans(marked(summary), width - 2, palette), ...wrapSpans(whySpans(why, palette, words), width - 2, palette)]
  return lines.slice(0, MOST_DETAIL_ROWS - 1).map((line) => `  ${line}`)
}

/** Spans cut to a width, with an ellipsis where something was cut. */
function cutSpans(spans: readonly Span[], width: number, ellipsis: string): Span[] {
  const whole = spans.map(({ text }) => text).join('')
  const cut = cutTo(whole, width, ellipsis)
  if (cut === whole) return [...spans]
  let room = cut.length - ellipsis.length
  const kept = spans.map((span): Span => {
    const text = span.text.slice(0, room)
    room -= text.length
    return { ...span, text }
  })
  return [...kept, { text: ellipsis }]
}

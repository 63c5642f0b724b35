/** What `search` found, in each format: best first, with the words that were found marked. */
import { codeSpan } from '../../catalog/prose.js'
import type { Words } from '../../report/words.js'
import { escapeMarkdown } from '../markdown-parts.js'
import { type Palette, paletteFor, type Style } from '../palette.js'
import type { Layout } from '../renderer.js'
import { indent, parted } from '../text-parts.js'
import { hang, type Span, wrapSpans } from '../typeset.js'

/** A text in pieces; what was found in it is marked. */
export type MarkedText = readonly { readonly text: string; readonly isMarked: boolean }[]

export interface FoundEntry {
  readonly code: string
  readonly group: string
  readonly aliases: readonly string[]
  /** From 1, exact, to 0. */
  readonly score: number
  readonly title: MarkedText
  /** What has happened, in one sentence. */
  readonly summary: MarkedText
  /** The texts of the entry that answer the query, each with the name of the part that it stands in. */
  readonly why: readonly { readonly part: string; readonly text: MarkedText }[]
  /** The page that the words come from; null where they ship with the program. */
  readonly origin: string | null
}

/** What was not found as it was typed, beside the results. */
export interface SearchNotes {
  /** Words that were read as others. */
  readonly corrections: readonly { readonly typed: string; readonly read: readonly string[] }[]
  /** Words that no entry has. */
  readonly unknown: readonly string[]
  /** Where nothing was found: the codes that come nearest. */
  readonly nearest: readonly string[]
}

export function renderFoundJson(found: readonly FoundEntry[], { corrections, unknown, nearest }: SearchNotes): string {
  const results = found.map(({ code, title, group, aliases, score, summary, why, origin }) => ({
    code,
    title: plain(title),
    group,
    aliases,
    score,
    why: why.map(({ part, text }) => `${part}: ${plain(text)}`).join('; '),
    matched: [...new Set(why.flatMap(({ text }) => text.filter(({ isMarked }) => isMarked).map((piece) => piece.text)))],
    summary: plain(summary),
    origin,
  }))
  return `${JSON.stringify({ results, corrections, unknown, nearest }, null, 2)}\n`
}

function plain(text: MarkedText): string {
  return text.map((piece) => piece.text).join('')
}

/** One result a paragraph: code and title, what it is, why it was found. */
export function renderFoundText(found: readonly FoundEntry[], layout: Layout, words: Words): string {
  const palette = paletteFor(layout)
  const width = Math.min(layout.width, 100)
  const blocks = found.map(({ code, title, summary, why, origin }) => {
    // What stands in the first line is marked there.
    const isNew = ({ text }: { readonly text: MarkedText }) => ![code, plain(title)].includes(plain(text))
    return [
      ...hang(wrapSpans([{ text: `${code} `, style: 'heading' }, ...spansOf(title)], width - 2, palette), '', 2),
      ...indent(wrapSpans(spansOf(summary), width - 2, palette), 2),
      ...indent(wrapSpans(whySpans(why.filter(isNew), palette, words), width - 2, palette), 2),
      ...(origin ? indent(wrapSpans([{ text: words.from(origin), style: 'quiet' }], width - 2, palette), 2) : []),
    ]
  })
  return `${parted(blocks).join('\n')}\n`
}

function spansOf(text: MarkedText, style?: Style): Span[] {
  return text.map((piece): Span => {
    if (piece.isMarked) return { text: piece.text, style: 'found' }
    return style === undefined ? { text: piece.text } : { text: piece.text, style }
  })
}

export function whySpans(why: FoundEntry['why'], { signs }: Palette, { colon }: Words): Span[] {
  return why.flatMap(({ part, text }, index) => [
    { text: `${index > 0 ? ` ${signs.dot} ` : ''}${part}${colon}`, style: 'quiet' as const },
    ...spansOf(text, 'quiet'),
  ])
}

export function renderFoundMarkdown(found: readonly FoundEntry[], { colon }: Words): string {
  const items = found.map(({ code, title, summary, why }, index) => {
    const label = `${index + 1}. `
    const reasons = why.map(({ part, text }) => `${escapeMarkdown(part)}${colon}${marked(text)}`)
    const lines = [`**${codeSpan(code)}**${colon}${marked(title)}`, marked(summary), reasons.join('; ')]
    return lines.map((line, at) => `${at === 0 ? label : ' '.repeat(label.length)}${line}`).join('\n\n')
  })
  return `${items.join('\n\n')}\n`
}

function marked(text: MarkedText): string {
  return text.map((piece) => (piece.isMarked ? `**${escapeMarkdown(piece.text)}**` : escapeMarkdown(piece.text))).join('')
}

/** A difference for a terminal: the outcome, both sides in a sentence, then every finding by what became of it. */

import type { Prose } from '../../catalog/prose.js'
import type { ComparedSide, DifferenceReport } from '../../diff/report-difference.js'
import type { Verdict } from '../../report/report.js'
import { wordsFor } from '../../report/words.js'
import { paletteFor, type Style, severityStyles, verdictStyles } from '../palette.js'
import type { Layout } from '../renderer.js'
import { headline, indent, parted, proseLines, quotedLines, type Sheet, sentence } from '../text-parts.js'
import { columnsOf, hang, type Span, wrapSpans } from '../typeset.js'
import { type ChangeSort, factLine, inputNames, type ShownChange, shownChanges } from './difference-glance.js'

export function renderDifferenceText(difference: DifferenceReport, layout: Layout): string {
  const words = wordsFor(difference.locale)
  const sheet: Sheet = { width: Math.min(layout.width, 100), palette: paletteFor(layout), words }
  const arrow = layout.unicode ? '→' : '->'
  const { before, after, facts } = difference
  const sections = [
    headline(difference, sheet),
    [...sideLines('before', before, sheet), ...sideLines('after', after, sheet)],
    ...shownChanges(difference, words, arrow).map(([sort, changes]) => changeBlock(sort, changes, sheet)),
    factBlock(
      facts.map((fact) => factLine(fact, words, arrow)),
      sheet,
    ),
  ]
  return `${parted(sections).join('\n')}\n`
}

function sideLines(side: 'before' | 'after', compared: ComparedSide<Prose>, sheet: Sheet): string[] {
  const { palette, words, width } = sheet
  const { verdict, summary, incomplete } = compared
  const room = { width: width - 2, palette }
  const spans: Span[] = [
    { text: words.difference.headings[side], style: 'heading' },
    { text: ` ${palette.signs.dot} ${inputNames(compared, MOST_NAMES, words)} ${palette.signs.dot} `, style: 'quiet' },
    { text: words.verdicts[verdict], style: verdictStyles[verdict] },
  ]
  const note = incomplete ? wrapSpans([{ text: words.triage.incomplete, style: 'warn' }], room.width, palette) : []
  return [...wrapSpans(spans, width, palette), ...indent([...proseLines(summary, room), ...note], 2)]
}

const MOST_NAMES = 3

function changeBlock(sort: ChangeSort, changes: readonly ShownChange[], sheet: Sheet): string[] {
  return [
    sheet.palette.paint('heading', sheet.words.difference.headings[sort]),
    ...changes.flatMap((change) => changeLines(sort, change, sheet)),
  ]
}

const looks: Readonly<Record<'fixed' | 'gone', { readonly style: Style; readonly verdict: Verdict }>> = {
  fixed: { style: 'good', verdict: 'healthy' },
  gone: { style: 'note', verdict: 'inconclusive' },
}

function changeLines(sort: ChangeSort, { finding, notes }: ShownChange, sheet: Sheet): string[] {
  const { width, palette, words } = sheet
  const { code, severity, registry, title, evidence } = finding
  const isLeft = sort !== 'fixed' && sort !== 'gone'
  const style = isLeft ? severityStyles[severity] : looks[sort].style
  const sign = palette.signs.verdicts[isLeft ? 'failing' : looks[sort].verdict]
  const columns = columnsOf(sign) + 3
  const head: Span[] = [
    { text: code, style },
    ...[words.severities[severity], ...(registry ? [registry] : [])].map((text) => ({
      text: ` ${palette.signs.dot} ${text}`,
      style: 'quiet' as const,
    })),
  ]
  const room = width - columns
  const body = [
    ...wrapSpans([{ text: sentence(title) }], room, palette),
    ...notes.flatMap((note) => wrapSpans([{ text: note }], room, palette)),
    ...(evidence && isLeft
      ? quotedLines(words.line(evidence.input, evidence.line), evidence.text, evidence.columns, { ...sheet, width: room })
      : []),
  ]
  return [...hang(wrapSpans(head, room, palette), `  ${palette.paint(style, sign)} `, columns), ...indent(body, columns)]
}

function factBlock(facts: readonly string[], { width, palette, words }: Sheet): string[] {
  if (facts.length === 0) return []
  return [
    palette.paint('heading', words.difference.headings.facts),
    ...facts.flatMap((fact) => indent(wrapSpans([{ text: fact }], width - 2, palette), 2)),
  ]
}

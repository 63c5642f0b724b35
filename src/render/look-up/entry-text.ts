/** An entry's page on a terminal. */
import type { Prose } from '../../catalog/prose.js'
import type { EntryDescription } from '../../report/describe-entry.js'
import type { Words } from '../../report/words.js'
import { paletteFor } from '../palette.js'
import type { Layout } from '../renderer.js'
import { decidingLines, indent, linkLines, parted, proseLines, type Sheet, stepLines } from '../text-parts.js'
import { wrapSpans } from '../typeset.js'

export function renderEntryText(entry: EntryDescription<Prose>, layout: Layout, words: Words): string {
  const sheet: Sheet = { width: Math.min(layout.width, 100), palette: paletteFor(layout), words }
  const sections = [
    head(entry, sheet),
    proseLines(entry.meaning, sheet),
    asOfLines(entry, sheet),
    causeSection(entry, sheet),
    stepLines(entry.remedies, words.headings.remedies, sheet),
    entry.decide ? decidingLines(entry.decide, sheet) : [],
    seen(entry, sheet),
    linkLines(entry.links, sheet),
    entry.seeAlso.length > 0
      ? wrapSpans([{ text: `${words.headings.seeAlso}: ${entry.seeAlso.join(', ')}`, style: 'quiet' }], sheet.width, sheet.palette)
      : [],
  ]
  return `${parted(sections).join('\n')}\n`
}

function head(
  { code, title, aliases, severity, check, since, until, consequenceOf, origin }: EntryDescription<Prose>,
  { width, palette, words }: Sheet,
): string[] {
  const facts = [
    words.entrySeverities[severity],
    ...(check ? [words.failsCheck(words.checks[check])] : []),
    ...(since || until ? [words.releases(since, until)] : []),
    ...(aliases.length > 0 ? [words.alsoCalled(aliases)] : []),
    ...(consequenceOf.length > 0 ? [words.consequenceOf(consequenceOf.join(words.listSeparator))] : []),
    ...(origin ? [words.from(origin)] : []),
  ]
  return [
    palette.paint('heading', code),
    ...wrapSpans([{ text: title, style: 'strong' }], width, palette),
    ...wrapSpans([{ text: facts.join(` ${palette.signs.dot} `), style: 'quiet' }], width, palette),
  ]
}

function causeSection({ causes }: EntryDescription<Prose>, { width, palette, words }: Sheet): string[] {
  if (causes.length === 0) return []
  const blocks = causes.map(({ title, text, evidence }) => [
    ...wrapSpans([{ text: `${palette.signs.likelihoods.possible} ${title}`, style: 'strong' }], width - 2, palette),
    ...indent(proseLines(text, { width: width - 2, palette }), 2),
    ...indent(
      evidence.flatMap((line) => wrapSpans([{ text: line, style: 'quiet' }], width - 2, palette)),
      2,
    ),
  ])
  return [palette.paint('heading', words.headings.causes), ...blocks.flat()]
}

/** What a log says when this has happened. */
function seen({ signatures, foundWhen }: EntryDescription<Prose>, { palette, words }: Sheet): string[] {
  const lines = signatures.length > 0 ? signatures : foundWhen
  return [palette.paint('heading', words.headings.signatures), ...lines.map((line) => `  ${palette.paint('quiet', line)}`)]
}

/** How the release that was asked about stands to those that print the entry. */
function asOfLines({ asOf, since, until }: EntryDescription<Prose>, sheet: Sheet): string[] {
  const note = asOf && sheet.words.releaseNote(asOf.fit, asOf.release, since, until)
  return note ? proseLines([[note]], sheet) : []
}

/** What `list` has, in each format. */

import { codeSpan } from '../../catalog/prose.js'
import { groupBy } from '../../diagnose/group-by.js'
import type { Words } from '../../report/words.js'
import { escapeMarkdown } from '../markdown-parts.js'
import { paletteFor } from '../palette.js'
import type { Layout } from '../renderer.js'
import { type Span, wrapSpans } from '../typeset.js'

export interface LookUpResult {
  readonly code: string
  readonly title: string
  readonly group: string
  readonly aliases: readonly string[]
  /** From 1, exact, to 0. */
  readonly score: number
  /** Why it is among the results; null where all entries are. */
  readonly why: string | null
  /** The page that its words come from; null where they ship with the program. */
  readonly origin: string | null
}

export function renderResultsJson(results: readonly LookUpResult[]): string {
  return `${JSON.stringify({ results }, null, 2)}\n`
}

/** All entries under the headings of their groups. */
export function renderListText(results: readonly LookUpResult[], layout: Layout, words: Words): string {
  const palette = paletteFor(layout)
  const width = Math.min(layout.width, 100)
  const groups = [...groupBy(results, ({ group }) => group)].map(([group, members]) => [
    palette.paint('heading', group),
    ...members.flatMap(({ code, title, aliases, origin }) => {
      const spans: Span[] = [
        { text: code, style: 'code' },
        { text: `  ${title}` },
        ...(aliases.length > 0 ? [{ text: `  (${aliases.join(', ')})`, style: 'quiet' as const }] : []),
        ...(origin ? [{ text: `  ${words.from(origin)}`, style: 'quiet' as const }] : []),
      ]
      return wrapSpans(spans, width - 4, palette).map((line, index) => (index === 0 ? `  ${line}` : `    ${line}`))
    }),
  ])
  return `${groups.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

export function renderListMarkdown(results: readonly LookUpResult[], words: Words): string {
  const groups = [...groupBy(results, ({ group }) => group)].map(([group, members]) =>
    [
      `### ${group}`,
      '',
      ...members.map(
        ({ code, title, aliases, origin }) =>
          `- ${codeSpan(code)}: ${escapeMarkdown(title)}${aliases.length > 0 ? ` (${words.alsoCalled(aliases)})` : ''}${origin ? ` (${escapeMarkdown(words.from(origin))})` : ''}`,
      ),
    ].join('\n'),
  )
  return `${groups.join('\n\n')}\n`
}

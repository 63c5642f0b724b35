/** An entry's page as CommonMark. */
import { codeSpan, type Prose, toCommonMark } from '../../catalog/prose.js'
import type { EntryDescription } from '../../report/describe-entry.js'
import type { Words } from '../../report/words.js'
import { escapeMarkdown, fence, steps } from '../markdown-parts.js'

export function renderEntryMarkdown(entry: EntryDescription<Prose>, words: Words): string {
  const { code, title, meaning, causes, remedies, decide, signatures, foundWhen, links, seeAlso, origin, asOf, since, until } = entry
  const note = asOf && words.releaseNote(asOf.fit, asOf.release, since, until)
  const blocks = [
    `## ${code}: ${escapeMarkdown(title)}`,
    ...(origin ? [`*${escapeMarkdown(words.from(origin))}*`] : []),
    toCommonMark(meaning),
    ...(note ? [escapeMarkdown(note)] : []),
    ...(causes.length > 0 ? [`### ${words.headings.causes}`] : []),
    ...causes.flatMap((cause) => [`- **${escapeMarkdown(cause.title)}**\n\n  ${toCommonMark(cause.text).replaceAll('\n', '\n  ')}`]),
    ...steps(remedies, `### ${words.headings.remedies}`),
    ...(decide ? [`### ${words.headings.deciding}`, fence([decide.command]), toCommonMark(decide.reading)] : []),
    `### ${words.headings.signatures}`,
    fence(signatures.length > 0 ? signatures : foundWhen, 'text'),
    ...(links.length > 0 ? [`${words.headings.more}: ${links.map((link) => `<${link}>`).join(', ')}`] : []),
    ...(seeAlso.length > 0 ? [`${words.headings.seeAlso}: ${seeAlso.map(codeSpan).join(', ')}`] : []),
  ]
  return `${blocks.join('\n\n')}\n`
}

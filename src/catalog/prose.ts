/** The written words of the catalog as a small tree: what every renderer walks instead of Markdown text. */

/** A run of words; a bare string is plain text. */
export type Inline =
  | string
  | { readonly code: string }
  | { readonly strong: readonly Inline[] }
  | { readonly emphasis: readonly Inline[] }
  | { readonly link: string; readonly children: readonly Inline[] }

export type Paragraph = readonly Inline[]

/** Paragraphs, in order. Lists, tables and HTML do not occur: the compiler refuses them in prose. */
export type Prose = readonly Paragraph[]

// CommonMark 0.31, section 2.4: any ASCII punctuation may be escaped; these are the ones that could start inline markup.
// An underscore inside a word is no mark.
const markupCharacter = /[\\`*[\]<>]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g

/** The tree as CommonMark with inline marks alone; paragraphs are parted by an empty line. */
export function toCommonMark(prose: Prose): string {
  return prose.map(inlinesToCommonMark).join('\n\n')
}

function inlinesToCommonMark(inlines: readonly Inline[]): string {
  return inlines.map(inlineToCommonMark).join('')
}

function inlineToCommonMark(inline: Inline): string {
  if (typeof inline === 'string') return inline.replace(markupCharacter, '\\$&')
  if ('code' in inline) return codeSpan(inline.code)
  if ('strong' in inline) return `**${inlinesToCommonMark(inline.strong)}**`
  if ('emphasis' in inline) return `*${inlinesToCommonMark(inline.emphasis)}*`
  return `[${inlinesToCommonMark(inline.children)}](${inline.link})`
}

/** A CommonMark code span around any text: the fence is longer than every run of backticks inside. */
export function codeSpan(text: string): string {
  const runs = text.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1)
  const pad = text.startsWith('`') || text.endsWith('`') || (text.startsWith(' ') && text.endsWith(' ')) ? ' ' : ''
  return fence + pad + text + pad + fence
}

/** The words alone, without marks; paragraphs are parted by a space. */
export function toPlainText(prose: Prose): string {
  return prose.map(inlinesToPlainText).join(' ')
}

function inlinesToPlainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (typeof inline === 'string') return inline
      if ('code' in inline) return inline.code
      if ('strong' in inline) return inlinesToPlainText(inline.strong)
      if ('emphasis' in inline) return inlinesToPlainText(inline.emphasis)
      return inlinesToPlainText(inline.children)
    })
    .join('')
}

/** The first sentence, without marks. */
export function firstSentence([paragraph]: Prose): string {
  if (paragraph === undefined) return ''
  const text = inlinesToPlainText(paragraph)
  // A point inside a name (azurecr.io) or after an abbreviation (e.g.) ends no sentence.
  const end = /[。！？]|(?<!\b(?:e\.g|i\.e|etc|vs))[.!?](?=\s+["“(]?[A-Z`])/.exec(text)
  return end === null ? text : text.slice(0, end.index + end[0].length)
}

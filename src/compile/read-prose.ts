/** Markdown paragraphs → prose. What prose cannot hold is a fault; nothing is dropped silently. */
import type { Paragraph as MarkdownParagraph, Nodes, PhrasingContent } from 'mdast'
import type { Inline, Paragraph, Prose } from '../catalog/prose.js'
import { urlSchema } from './page-format.js'
import { offsetOf, type SourcePage, sourceOf } from './source-page.js'

/** What does not belong in prose, by its type in the Markdown tree, and what to write instead. */
const refusals: Readonly<Partial<Record<Nodes['type'], readonly [what: string, instead: string]>>> = {
  html: ['HTML', 'Write what stands in angle brackets as `code`.'],
  list: ['a list', 'Write sentences.'],
  code: ['a fenced block', 'Write `code` inside a sentence.'],
  heading: ['a heading', 'Headings are the sections of the page and its causes.'],
  blockquote: ['a quotation', 'Write a paragraph.'],
  thematicBreak: ['a line across', 'Leave it out.'],
  image: ['an image', 'Say it in words.'],
  imageReference: ['an image', 'Say it in words.'],
  break: ['a forced line break', 'Begin a new paragraph.'],
  linkReference: ['a link by reference', 'Write [words](https://…).'],
  definition: ['a link by reference', 'Write [words](https://…).'],
}

/** Reads nodes that should all be paragraphs. Everything else is noted as a fault and left out. */
export function readProse(page: SourcePage, nodes: readonly Nodes[]): Prose {
  const paragraphs: Paragraph[] = []
  for (const node of nodes) {
    if (node.type === 'paragraph') paragraphs.push(readParagraph(page, node))
    else refuse(page, node)
  }
  return paragraphs
}

// A row of dashes and bars: CommonMark has no tables, so they arrive as paragraphs.
const tableRule = /^[ \t]*(?=[^\n]*\|)[|:-][ \t|:-]*-[ \t|:-]*$/m

export function readParagraph(page: SourcePage, paragraph: MarkdownParagraph): Paragraph {
  if (tableRule.test(sourceOf(page, paragraph).value)) {
    page.fault(offsetOf(paragraph), 'a table does not belong here', 'Write sentences.')
  }
  return readInlines(page, paragraph.children)
}

function readInlines(page: SourcePage, nodes: readonly PhrasingContent[]): Inline[] {
  return nodes.flatMap((node) => readInline(page, node) ?? [])
}

function readInline(page: SourcePage, node: PhrasingContent): Inline | null {
  switch (node.type) {
    case 'text':
      return joinLines(node.value)
    case 'inlineCode':
      return { code: node.value }
    case 'strong':
      return { strong: readInlines(page, node.children) }
    case 'emphasis':
      return { emphasis: readInlines(page, node.children) }
    case 'link':
      checkUrl(page, node.url, offsetOf(node))
      return { link: node.url, children: readInlines(page, node.children) }
    default:
      refuse(page, node)
      return null
  }
}

// Han, kana, Hangul, and the full-width punctuation between them
const lineEndBetweenCjk =
  /(?<=[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef])\s*\n\s*(?=[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef])/g

/** A line end inside a paragraph is a space; between two Chinese characters it is nothing. */
export function joinLines(text: string): string {
  return text.replace(lineEndBetweenCjk, '').replace(/\s*\n\s*/g, ' ')
}

function checkUrl(page: SourcePage, url: string, offset: number): void {
  const read = urlSchema.safeParse(url)
  if (!read.success) page.fault(offset, `"${url}" is no address to follow`, read.error.issues[0]?.message)
}

function refuse(page: SourcePage, node: Nodes): void {
  const [what, instead] = refusals[node.type] ?? [`Markdown of the type "${node.type}"`, 'Write paragraphs.']
  page.fault(offsetOf(node), `${what} does not belong here`, instead)
}

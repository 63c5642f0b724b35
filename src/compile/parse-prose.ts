/** CommonMark of inline marks alone → prose, as a saved report carries it. */
import type { PhrasingContent, RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Inline, Paragraph, Prose } from '../catalog/prose.js'

const parser = unified().use(remarkParse)
/** No prose of the catalog comes near; nesting without end would cost more than words are worth. */
const LONGEST = 8000

/** Reads what `toCommonMark` writes. Anything else stands as plain text: a stranger's report may hold it. */
export function parseProse(markdown: string): Prose {
  if (markdown === '') return []
  if (markdown.length > LONGEST) return [[markdown]]
  try {
    return parser.parse(markdown).children.map((node) => readBlock(node, markdown))
  } catch {
    // Nested deeper than the stack.
    return [[markdown]]
  }
}

function readBlock(node: RootContent, markdown: string): Paragraph {
  return node.type === 'paragraph' ? node.children.flatMap((inner) => readInline(inner, markdown)) : [sourceOf(node, markdown)]
}

function readInline(node: PhrasingContent, markdown: string): Inline[] {
  const readAll = (nodes: readonly PhrasingContent[]) => nodes.flatMap((inner) => readInline(inner, markdown))
  switch (node.type) {
    case 'text':
      return [node.value]
    case 'inlineCode':
      return [{ code: node.value }]
    case 'strong':
      return [{ strong: readAll(node.children) }]
    case 'emphasis':
      return [{ emphasis: readAll(node.children) }]
    case 'link':
      return /^https?:\/\//i.test(node.url) ? [{ link: node.url, children: readAll(node.children) }] : readAll(node.children)
    default:
      return [sourceOf(node, markdown)]
  }
}

function sourceOf({ position }: RootContent, markdown: string): string {
  return markdown.slice(position?.start.offset, position?.end.offset)
}

/** Markdown of a Learn page → prose. What prose cannot hold is taken for what it says: these pages are not ours to mend. */
import type { BlockContent, Definition, DefinitionContent, List, PhrasingContent, RootContent } from 'mdast'
import type { Inline, Paragraph, Prose } from '../../catalog/prose.js'
import { joinLines } from '../read-prose.js'

/** Where the links of a page lead, by their labels as CommonMark compares them. */
export type Definitions = ReadonlyMap<string, string>

export function definitionsIn(nodes: readonly RootContent[]): Definitions {
  const definitions = nodes.filter((node): node is Definition => node.type === 'definition')
  return new Map(definitions.map(({ identifier, url }) => [identifier, url]))
}

type Block = RootContent | BlockContent | DefinitionContent

/** The paragraphs of any blocks: those of lists and notes too, a block of code as one of its own. Comments and the marks of notes are left out. */
export function blocksToProse(blocks: readonly Block[], definitions: Definitions): Prose {
  return blocks.flatMap((block): Prose => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return paragraphs(inlines(block.children, definitions))
      case 'list':
        return listItems(block).flatMap((item) => blocksToProse(item, definitions))
      case 'blockquote':
        return blocksToProse(block.children, definitions)
      case 'code':
        return block.value.trim() === '' ? [] : [[{ code: block.value.replace(/\s+/g, ' ').trim() }]]
      default:
        return []
    }
  })
}

export function listItems({ children }: List): (readonly (BlockContent | DefinitionContent)[])[] {
  return children.map((item) => item.children)
}

// Learn's own marks: `[!NOTE]`, `[!INCLUDE [name](path)]`, `::: moniker range="…"`.
const learnMark = /^\s*(?:\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]|:{3}.*$|\[!(?:INCLUDE|div)\b.*$)\s*/i

function paragraphs(line: Paragraph): Prose {
  const [first, ...rest] = line
  const opening = typeof first === 'string' ? first.replace(learnMark, '') : first
  const kept = trimInlines(opening === undefined ? [] : [opening, ...rest])
  return kept.length === 0 ? [] : [kept]
}

/** Without white space at both ends, and without empty strings. */
export function trimInlines(line: Paragraph): Paragraph {
  const joined: Inline[] = []
  for (const inline of line) {
    const last = joined.at(-1)
    if (typeof inline === 'string' && typeof last === 'string') joined[joined.length - 1] = last + inline
    else joined.push(inline)
  }
  const trimmed = joined.map((inline, index) => {
    if (typeof inline !== 'string') return inline
    const start = index === 0 ? inline.trimStart() : inline
    return index === joined.length - 1 ? start.trimEnd() : start
  })
  return trimmed.filter((inline) => inline !== '')
}

export function inlines(nodes: readonly PhrasingContent[], definitions: Definitions): Inline[] {
  return nodes.flatMap((node) => inline(node, definitions))
}

function inline(node: PhrasingContent, definitions: Definitions): readonly Inline[] {
  switch (node.type) {
    case 'text':
      return [joinLines(node.value)]
    case 'inlineCode':
      return [{ code: node.value }]
    case 'strong':
      return [{ strong: inlines(node.children, definitions) }]
    case 'emphasis':
      return [{ emphasis: inlines(node.children, definitions) }]
    case 'link':
      return linkTo(node.url, inlines(node.children, definitions))
    case 'linkReference':
      return linkTo(definitions.get(node.identifier), inlines(node.children, definitions))
    case 'html':
      return readableTag(node.value)
    case 'break':
      return [' ']
    case 'image':
    case 'imageReference':
      return node.alt ? [node.alt] : []
    default:
      return []
  }
}

const htmlTag = /^<(?:!|\/?(?:a|b|br|code|div|em|i|p|span|strong|sub|sup)\b)/i

/** `<registry>` that lost its backticks in translation is a word; `<a name="…">` is none. */
function readableTag(html: string): readonly Inline[] {
  return htmlTag.test(html) ? [] : [{ code: html }]
}

/** Links inside the documentation are relative to where the page stands. */
const home = 'https://learn.microsoft.com/azure/container-registry/container-registry-health-error-reference'

function linkTo(url: string | undefined, children: readonly Inline[]): readonly Inline[] {
  const link = url === undefined ? null : absolute(url)
  return link === null ? children : [{ link, children }]
}

function absolute(url: string): string | null {
  if (!URL.canParse(url, home)) return null
  const { protocol, hostname, href } = new URL(url, home)
  if (!/^https?:$/.test(protocol) || !hostname.includes('.')) return null
  return hostname === 'learn.microsoft.com' ? href.replace(/\.(?:md|yml)(?=#|$)/, '') : href
}

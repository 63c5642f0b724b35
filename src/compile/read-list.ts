/** Lists whose items are lines of their own: facts, evidence, links, sources. */
import type { List, ListItem, Paragraph, RootContent } from 'mdast'
import type { Section } from './read-sections.js'
import { offsetOf, type SourcePage } from './source-page.js'

/** The items of the one list that a section consists of; everything beside it is a fault. */
export function readSectionList(page: SourcePage, section: Section, kind: 'bulleted' | 'ordered'): readonly ListItem[] {
  const lists = section.nodes.filter((node) => isListOf(node, kind))
  const stray = section.nodes.find((node) => node !== lists[0])
  if (stray) page.fault(offsetOf(stray), `only one ${kind} list belongs in "${section.heading}"`, instead[kind])
  else if (lists.length === 0) page.fault(section.offset, `section "${section.heading}" is empty`, instead[kind])
  return lists.flatMap((list) => list.children)
}

const instead = {
  bulleted: 'Begin each item with "- ".',
  ordered: 'Begin each item with its number, "1. ", and indent what belongs to it by three spaces.',
}

function isListOf(node: RootContent, kind: 'bulleted' | 'ordered'): node is List {
  return node.type === 'list' && (node.ordered === true) === (kind === 'ordered')
}

/** Items that are one paragraph each; any other item is a fault and left out. */
export function readParagraphItems(page: SourcePage, items: readonly ListItem[]): readonly Paragraph[] {
  return items.flatMap((item) => {
    const [first, second] = item.children
    if (first?.type === 'paragraph' && second === undefined) return first
    const stray = first?.type === 'paragraph' ? second : first
    page.fault(
      offsetOf(stray ?? item),
      stray?.type === 'list' ? 'a nested list does not belong here' : 'the item is not one paragraph',
      'Write one paragraph an item.',
    )
    return []
  })
}

/** The sections "See also" and "Sources": what the page builds on and leads to. */
import type { Paragraph } from 'mdast'
import { readParagraphItems, readSectionList } from './read-list.js'
import { readParagraph } from './read-prose.js'
import type { Section } from './read-sections.js'
import { offsetOf, type Placed, type SourcePage, sourceOf } from './source-page.js'

/** The links of "See also" as written: relative paths of pages. Whether they lead anywhere the whole catalog decides. */
export function readSeeAlso(page: SourcePage, section: Section): readonly Placed<string>[] {
  return readParagraphItems(page, readSectionList(page, section, 'bulleted')).flatMap((item) => readLink(page, item) ?? [])
}

function readLink(page: SourcePage, item: Paragraph): Placed<string> | null {
  const [link, stray] = item.children
  if (link?.type === 'link' && !stray) return { value: link.url, offset: offsetOf(link) }
  page.fault(offsetOf(item), 'the item is not one link', 'Write "- [CODE](CODE.md)".')
  return null
}

const yearAndMonth = /\b20\d\d-(?:0[1-9]|1[0-2])\b/

/** Checks the sources; they are for the reader of the page and are not compiled. */
export function checkSources(page: SourcePage, section: Section): void {
  for (const item of readParagraphItems(page, readSectionList(page, section, 'bulleted'))) {
    readParagraph(page, item)
    if (!yearAndMonth.test(sourceOf(page, item).value)) {
      page.fault(offsetOf(item), 'the source has no date', 'Add the year and month in which you read it, such as 2026-11.')
    }
  }
}

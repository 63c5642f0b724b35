/** Titles: `# CODE: title` of a page and `### id: title` of a cause. */
import type { Heading } from 'mdast'
import { headingText } from './read-sections.js'
import { offsetOf, type Placed, type SourcePage, splitPair } from './source-page.js'

export interface Title {
  /** The code or id before the colon. */
  readonly label: Placed<string>
  readonly words: string
}

/**
 * Reads `label: words` off a heading; a full-width colon parts them too.
 *
 * @param form what the heading should be, such as `id: title`
 * @param example a whole heading of that form
 * @returns null, and a fault, where the heading has another form
 */
export function readTitle(page: SourcePage, heading: Heading, form: string, example: string): Title | null {
  const text = readPlainText(page, heading)
  const [label, words] = splitPair(text) ?? []
  if (label && words && label.value !== '' && words.value !== '' && !/\s/.test(label.value)) return { label, words: words.value }
  page.fault(text.offset, `the heading is not "${form}"`, `Write it like "${example}".`)
  return null
}

/** A title is shown where marks cannot be, in lists and annotations, so it has none. */
function readPlainText(page: SourcePage, heading: Heading): Placed<string> {
  const [first] = heading.children
  const marked = heading.children.find((node) => node.type !== 'text')
  if (marked) page.fault(offsetOf(marked), 'a title is plain words', 'Leave the marks out.')
  return first?.type === 'text' && !marked ? { value: first.value, offset: offsetOf(first) } : headingText(page, heading)
}

/** Checks that a page's title names the code that its file is named for; gives the words, empty where there are none. */
export function readPageTitle(page: SourcePage, heading: Heading | null): string {
  if (!heading) return ''
  const example = { en: `# ${page.code}: what is wrong`, 'zh-CN': `# ${page.code}：哪里出了错` }[page.locale]
  const title = readTitle(page, heading, 'CODE: title', example)
  if (title && title.label.value !== page.code) {
    page.fault(title.label.offset, `the title has the code ${title.label.value}, the file's name ${page.code}`, 'Make them the same.')
  }
  return title?.words ?? ''
}

import type { MarkdownFile } from './source-page.js'

// As `kb new` leaves it where only a person knows what to write.
const mark = /\bTODO[:：][ \t]*(?<what>[^\n]{0,100})/g

/** Notes what is still to be written on a page. */
export function checkWritten({ text, fault }: MarkdownFile): void {
  for (const { index, groups } of text.matchAll(mark)) {
    fault(index, 'this is still to be written', `It says: ${groups?.what?.trim()}`)
  }
}

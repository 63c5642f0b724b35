/** Fenced blocks and the lines in them. */
import type { Code } from 'mdast'
import { offsetOf, type Placed, type SourcePage } from './source-page.js'
import { suggest } from './suggest.js'

/** What stands behind a block's opening fence, such as `text weak`; empty for an indented block. */
export function infoOf(block: Code): string {
  return [block.lang, block.meta].filter(Boolean).join(' ')
}

/** Whether a block is fenced as one of `known`; a fault where it is not. */
export function checkInfo(page: SourcePage, block: Code, known: readonly string[]): boolean {
  const info = infoOf(block)
  if (known.includes(info)) return true
  page.fault(offsetOf(block), `a block fenced as "${info}" is not known here`, suggest(info, known))
  return false
}

/** The lines of a fenced block with their places; blank ones are left out. */
export function readBlockLines(page: SourcePage, block: Code): Placed<string>[] {
  const firstLine = (block.position?.start.line ?? 0) + 1
  return block.value.split('\n').flatMap((value, index) => {
    if (value.trim() === '') return []
    const lineOffset = page.lineOffset(firstLine + index)
    const written = page.text.slice(lineOffset, page.lineOffset(firstLine + index + 1))
    return { value: value.trimEnd(), offset: lineOffset + Math.max(0, written.indexOf(value)) }
  })
}

/** A page of the catalog with its places: every part that is read from it remembers the offset where it stands. */
import type { Node, Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Locale } from '../catalog/entry.js'
import type { Fault } from './fault.js'
import { parsePagePath } from './page-path.js'

export interface Page {
  /** With slashes, as faults shall name it: `kb/check-health/CMK_ERROR.md`. */
  readonly path: string
  readonly text: string
}

/** Something read from a page, and the offset of its first character in the page's text (UTF-16 units). */
export interface Placed<Value> {
  readonly value: Value
  readonly offset: number
}

/** A Markdown file, parsed. */
export interface MarkdownFile {
  readonly path: string
  /** Line ends are `\n`; no byte order mark. */
  readonly text: string
  readonly tree: Root
  /** Line and column of an offset, both 1-based. */
  placeOf(offset: number): { readonly line: number; readonly column: number }
  /** The offset at which a line (1-based) begins. */
  lineOffset(line: number): number
  /** Notes a mistake; reading goes on. */
  fault(offset: number, reason: string, expected?: string): void
}

/** A file that is a page of the catalog by its name. */
export interface SourcePage extends MarkdownFile {
  readonly group: string
  readonly code: string
  readonly locale: Locale
}

/** Parses a page's Markdown. Mistakes go to `faults`; null where the path is no page's. */
export function openPage(page: Page, root: string, faults: Fault[]): SourcePage | null {
  const named = parsePagePath(page.path, root)
  if ('expected' in named) {
    faults.push({ path: page.path, line: 1, column: 1, ...named })
    return null
  }
  return { ...openMarkdown(page, faults), ...named }
}

/**
 * Parses a Markdown file; its mistakes go to `faults` as they are found.
 *
 * @param blankOut what is no Markdown in it, such as front matter: its lines stay, empty
 */
export function openMarkdown({ path, text: written }: Page, faults: Fault[], blankOut = /(?!)/): MarkdownFile {
  const plain = written.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const text = plain.replace(blankOut, (lines) => lines.replace(/[^\n]+/g, ''))
  const lineOffsets = [...text.matchAll(/^/gm)].map((lineStart) => lineStart.index)
  const lineOffset = (line: number) => lineOffsets[line - 1] ?? text.length
  const placeOf = (offset: number) => {
    const line = lineOffsets.findLastIndex((start) => start <= offset) + 1
    return { line, column: offset - lineOffset(line) + 1 }
  }
  const fault = (offset: number, reason: string, expected?: string) => {
    faults.push({ path, ...placeOf(offset), reason, ...(expected === undefined ? {} : { expected }) })
  }
  return { path, text, tree: unified().use(remarkParse).parse(text), lineOffset, placeOf, fault }
}

/** A node of a parsed page always has its position. */
export function offsetOf(node: Node): number {
  return node.position?.start.offset ?? 0
}

/** A node's Markdown as the page writes it. */
export function sourceOf(page: MarkdownFile, node: Node): Placed<string> {
  return { value: page.text.slice(offsetOf(node), node.position?.end.offset), offset: offsetOf(node) }
}

/** The same without white space at both ends. */
export function trimPlaced({ value, offset }: Placed<string>): Placed<string> {
  return { value: value.trim(), offset: offset + value.length - value.trimStart().length }
}

/** Splits `key: value` at its first colon, ASCII or full-width; null where there is none. */
export function splitPair({ value, offset }: Placed<string>): readonly [key: Placed<string>, value: Placed<string>] | null {
  const colon = value.search(/[:：]/)
  if (colon < 0) return null
  return [trimPlaced({ value: value.slice(0, colon), offset }), trimPlaced({ value: value.slice(colon + 1), offset: offset + colon + 1 })]
}

/** Splits a list at what `separator` (a global expression) matches. */
export function splitPlaced({ value, offset }: Placed<string>, separator: RegExp): Placed<string>[] {
  const parts: Placed<string>[] = []
  let done = 0
  for (const found of value.matchAll(separator)) {
    parts.push(trimPlaced({ value: value.slice(done, found.index), offset: offset + done }))
    done = found.index + found[0].length
  }
  return [...parts, trimPlaced({ value: value.slice(done), offset: offset + done })]
}

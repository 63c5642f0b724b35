/** The section "Examples": log text that must give the entry, and text that must not. */
import type { Code } from 'mdast'
import { infoOf } from './read-blocks.js'
import { readParagraph } from './read-prose.js'
import type { Section } from './read-sections.js'
import { offsetOf, type Placed, type SourcePage, splitPlaced } from './source-page.js'

export interface ExampleParts {
  readonly kind: 'matches' | 'ignores'
  /** Codes that rightly stand before the entry. */
  readonly after: readonly Placed<string>[]
  /** Codes that the text gives beside the entry. */
  readonly with: readonly Placed<string>[]
  readonly text: string
  readonly offset: number
}

const exampleInfo = /^log (?<kind>matches|ignores)(?: with (?<with>[A-Z0-9_, ]+?))?(?: after (?<after>[A-Z0-9_, ]+))?$/d

/** Reads the blocks of the section; the paragraphs between them are for the reader alone. */
export function readExamples(page: SourcePage, section: Section): readonly ExampleParts[] {
  const examples = section.nodes.flatMap((node) => {
    if (node.type === 'code') return readExample(page, node) ?? []
    if (node.type === 'paragraph') readParagraph(page, node)
    else
      page.fault(
        offsetOf(node),
        'only fenced blocks and paragraphs belong in "Examples"',
        'Write the log in a block fenced as "log matches".',
      )
    return []
  })
  for (const kind of ['matches', 'ignores'] as const) {
    if (!examples.some((example) => example.kind === kind))
      page.fault(section.offset, `no example is fenced as "log ${kind}"`, purposes[kind])
  }
  return examples
}

const purposes = {
  matches: 'Write what the program prints when this happens.',
  ignores: 'Write a near miss: text that resembles the entry and must not give it.',
}

function readExample(page: SourcePage, block: Code): ExampleParts | null {
  const info = infoOf(block)
  const found = exampleInfo.exec(info)
  const kind = found?.groups?.kind as 'matches' | 'ignores' | undefined
  if (!found || !kind || (kind === 'ignores' && info !== 'log ignores')) {
    page.fault(
      offsetOf(block),
      `a block fenced as "${info}" is not known here`,
      'Write "log matches", "log matches with CODE", "log matches after CODE", "log matches with CODE after CODE" or "log ignores".',
    )
    return null
  }
  if (block.value.trim() === '') page.fault(offsetOf(block), 'the example is empty', purposes[kind])
  return {
    kind,
    with: readCodes(page, block, found, 'with'),
    after: readCodes(page, block, found, 'after'),
    text: block.value,
    offset: offsetOf(block),
  }
}

/** The codes of one group of the info string; commas and white space part them. */
function readCodes(page: SourcePage, block: Code, found: RegExpExecArray, group: 'with' | 'after'): readonly Placed<string>[] {
  const value = found.groups?.[group] ?? ''
  const start = found.indices?.groups?.[group]?.[0] ?? 0
  const infoOffset = page.text.indexOf('log', offsetOf(block))
  return splitPlaced({ value, offset: infoOffset + start }, /[\s,]+/g).filter((code) => code.value !== '')
}

/** The sections "Remedies" and "Deciding": words, and the commands that go with them. */
import type { Code, ListItem, RootContent } from 'mdast'
import type { Inline, Prose } from '../catalog/prose.js'
import { checkInfo, readBlockLines } from './read-blocks.js'
import { readSectionList } from './read-list.js'
import { readProse } from './read-prose.js'
import type { Section } from './read-sections.js'
import { offsetOf, type Placed, type SourcePage } from './source-page.js'

export interface RemedyParts {
  readonly offset: number
  /** The id of the one cause that the remedy helps against. */
  readonly for: Placed<string> | null
  readonly text: Prose
  readonly commands: readonly Placed<string>[]
}

export interface DecidingParts {
  readonly command: Placed<string>
  readonly reading: Prose
}

/** Reads the items of the ordered list. */
export function readRemedies(page: SourcePage, section: Section): readonly RemedyParts[] {
  return readSectionList(page, section, 'ordered').map((item) => readRemedy(page, item))
}

function readRemedy(page: SourcePage, item: ListItem): RemedyParts {
  const { words, blocks } = splitBlocks(item.children)
  const last = item.children.at(-1)
  const [block, second] = blocks
  const misplaced = second ?? (block && block !== last ? block : undefined)
  if (misplaced)
    page.fault(offsetOf(misplaced), 'a remedy ends with one block of commands', 'Write all its commands in one block behind the words.')
  const prose = readProse(page, words)
  if (prose.length === 0) page.fault(offsetOf(item), 'the remedy has no words', 'Say in a sentence what it does.')
  const { cause, text } = splitCause(prose)
  return {
    offset: offsetOf(item),
    for: cause === null ? null : { value: cause, offset: offsetOf(words[0] ?? item) },
    text,
    commands: block ? readCommands(page, block) : [],
  }
}

function splitBlocks<Node extends RootContent>(nodes: readonly Node[]): { words: readonly Node[]; blocks: readonly Code[] } {
  return { words: nodes.filter((node) => node.type !== 'code'), blocks: nodes.filter((node): node is Node & Code => node.type === 'code') }
}

/** Takes a cause's id off the beginning: `id` as code, and a colon. */
function splitCause(prose: Prose): { readonly cause: string | null; readonly text: Prose } {
  const [[first, second, ...others] = [], ...rest] = prose
  const colon = typeof second === 'string' ? /^\s*[:：]\s*/.exec(second) : null
  if (typeof first !== 'object' || !('code' in first) || typeof second !== 'string' || !colon) return { cause: null, text: prose }
  const opening: readonly Inline[] = [second.slice(colon[0].length), ...others].filter((inline) => inline !== '')
  return { cause: first.code, text: [opening, ...rest] }
}

/** What a command line must not be. */
const commandFaults = [
  { pattern: /^(?:[$>#]|PS [^>]*>|C:\\[^>]*>)\s/, reason: 'the command begins with a prompt', expected: 'Write the command alone.' },
  { pattern: /(?:\\| `)$/, reason: 'the command goes on in the next line', expected: 'Write it on one line.' },
]

function readCommands(page: SourcePage, block: Code): readonly Placed<string>[] {
  if (!checkInfo(page, block, ['console'])) return []
  const commands = readBlockLines(page, block)
  if (commands.length === 0) page.fault(offsetOf(block), 'the block has no command', 'Write one, or leave the block out.')
  for (const { value, offset } of commands) {
    const wrong = commandFaults.find(({ pattern }) => pattern.test(value))
    if (wrong) page.fault(offset, wrong.reason, wrong.expected)
  }
  return commands
}

/** Reads the one command and how to read its answer; null, and a fault, where one of the two lacks. */
export function readDeciding(page: SourcePage, section: Section): DecidingParts | null {
  const { words, blocks } = splitBlocks(section.nodes)
  const [block, second] = blocks
  const [command, another] = block ? readCommands(page, block) : []
  const surplus = another?.offset ?? (second && offsetOf(second))
  if (!block || section.nodes[0] !== block)
    page.fault(section.offset, `"${section.heading}" does not begin with its command`, 'Write a block fenced as "console" first.')
  else if (surplus !== undefined)
    page.fault(surplus, `"${section.heading}" has more than one command`, 'Keep the one that tells the causes apart.')
  const reading = readProse(page, words)
  if (reading.length === 0)
    page.fault(section.offset, `"${section.heading}" does not say how to read the answer`, 'Write a paragraph behind the command.')
  return command ? { command, reading } : null
}

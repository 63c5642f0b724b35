/**
 * A "health check error reference" page of Microsoft Learn, in whatever language, as its Markdown source has it: a heading
 * for each code, below it what it means, then an emphasised lead-in ("*Potential solutions*:") and what to do.
 */
import type { Heading, Paragraph as MarkdownParagraph, PhrasingContent, RootContent } from 'mdast'
import type { Locale, RemedyWords } from '../../catalog/entry.js'
import { type Paragraph, type Prose, toPlainText } from '../../catalog/prose.js'
import { codeKey } from '../../search/code-key.js'
import { editDistance } from '../../search/edit-distance.js'
import { type Fault, sortFaults } from '../fault.js'
import { codeShape } from '../page-path.js'
import { type MarkdownFile, offsetOf, openMarkdown, type Page } from '../source-page.js'
import { blocksToProse, type Definitions, definitionsIn, inlines, listItems, trimInlines } from './learn-prose.js'

export interface LearnSection {
  readonly code: string
  /** Of the heading, 1-based. */
  readonly line: number
  /** The first sentence of the meaning. */
  readonly title: string
  readonly meaning: Prose
  /** Empty where the page has no lead-in for them. */
  readonly remedies: readonly RemedyWords[]
}

export interface LearnPage {
  readonly path: string
  /** The language of ours that the page is written in; null where it is another. */
  readonly locale: Locale | null
  readonly sections: readonly LearnSection[]
}

// Learn keeps a page's title, date and language in YAML before its text.
const frontMatter = /^---[ \t]*\n(?:[^\n]*\n)*?---[ \t]*(?=\n|$)/

/**
 * Reads the page.
 *
 * @param knownCodes of the catalog that it will lie over: a heading that resembles one of them is taken for it
 * @returns every fault where it cannot be read as such a page
 */
export function readLearnPage(page: Page, knownCodes: readonly string[]): LearnPage | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const file = openMarkdown(page, faults, frontMatter)
  if (file.text.startsWith('---\n') && /^---\n[\w.]+:/.test(file.text))
    file.fault(0, 'the front matter that begins here has no end', 'Close it with a line "---".')
  const definitions = definitionsIn(file.tree.children)
  const parts = splitAtCodes(file, knownCodes)
  checkKind(file, parts, knownCodes)
  checkTwins(file, parts, knownCodes)
  const sections = parts.flatMap((part) => readPart(file, part, definitions) ?? [])
  if (faults.length > 0) return { faults: sortFaults(faults) }
  return { path: page.path, locale: localeOf(page.text, sections), sections }
}

const entryTitle = /^[A-Z][A-Z0-9_]*[:：]/

/** Whether it is such a page at all. */
function checkKind(file: MarkdownFile, parts: readonly Part[], knownCodes: readonly string[]): void {
  const [first] = file.tree.children
  const [part] = parts
  if (first?.type === 'heading' && first.depth === 1 && entryTitle.test(textOf(first.children)))
    file.fault(offsetOf(first), 'this is a page of a catalog', 'Name the folder that holds its group, not the page.')
  else if (!part)
    file.fault(
      0,
      'no heading of this page is an error code',
      'Such a page has headings like "## CONNECTIVITY_DNS_ERROR"; entries of your own are named by their folder.',
    )
  else if (!parts.some(({ code }) => knownCodes.includes(code.value)))
    file.fault(part.code.offset, 'none of the headings is a code of the catalog', 'Such a page explains the codes of az acr check-health.')
}

interface Part {
  readonly code: { readonly value: string; readonly offset: number }
  readonly nodes: readonly RootContent[]
}

function splitAtCodes(file: MarkdownFile, knownCodes: readonly string[]): readonly Part[] {
  const parts: { code: Part['code'] | null; depth: number; nodes: RootContent[] }[] = []
  for (const node of file.tree.children) {
    const heading = headingOf(node)
    const last = parts.at(-1)
    if (!heading) last?.nodes.push(node)
    else {
      const code = codeOf(heading.children, knownCodes)
      // A deeper heading without a code belongs to the section: some translations make one of the lead-in.
      if (code === null && last?.code && heading.depth > last.depth) last.nodes.push(node)
      else parts.push({ code: code === null ? null : { value: code, offset: offsetOf(node) }, depth: heading.depth, nodes: [] })
    }
  }
  return parts.flatMap(({ code, nodes }) => (code ? [{ code, nodes }] : []))
}

const hashes = /^(#{1,6})(?=[A-Z])/

/** A heading, or a paragraph that lost the space behind its `#`s in translation. */
function headingOf(node: RootContent): Pick<Heading, 'depth' | 'children'> | null {
  if (node.type === 'heading') return node
  if (node.type !== 'paragraph') return null
  const [first] = node.children
  const marks = first?.type === 'text' ? hashes.exec(first.value)?.[1] : undefined
  if (first?.type !== 'text' || marks === undefined || first.value.includes('\n')) return null
  const opening = { ...first, value: first.value.slice(marks.length) }
  return { depth: marks.length as Heading['depth'], children: [opening, ...node.children.slice(1)] }
}

const codeWord = /[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+/g
const anchorName = /\b(?:name|id)\s*=\s*["']?([\w-]+)/gi
const headingId = /\s*\{#([\w-]+)\}\s*$/

/** The code that a heading or its anchor is; null where it is about something else. */
function codeOf(nodes: readonly PhrasingContent[], knownCodes: readonly string[]): string | null {
  const written = textOf(nodes).normalize('NFKC').trim()
  const text = written.replace(headingId, '')
  const anchors = [...htmlOf(nodes).matchAll(anchorName), headingId.exec(written)].flatMap((found) => found?.[1] ?? [])
  const names = [text, ...(text.match(codeWord) ?? []), ...anchors]
  const known = names.map((name) => knownCodes.find((code) => codeKey(code) === codeKey(name))).find((code) => code !== undefined)
  if (known !== undefined) return known
  return codeShape.test(text) && text.includes('_') ? text : null
}

function textOf(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => ('children' in node ? textOf(node.children) : 'value' in node && node.type !== 'html' ? node.value : ''))
    .join('')
}

function htmlOf(nodes: readonly PhrasingContent[]): string {
  return nodes.map((node) => (node.type === 'html' ? node.value : '')).join('')
}

/** Codes are long and have parts in common: one that differs in more letters is another one. */
const MOST_SLIPS = 2

/** The same code twice, and a code that is another one misspelt. */
function checkTwins(file: MarkdownFile, parts: readonly Part[], knownCodes: readonly string[]): void {
  const seen = new Map<string, number>()
  for (const { code } of parts) {
    const twin = seen.get(code.value)
    const near = knownCodes.includes(code.value) ? undefined : knownCodes.find((known) => editDistance(known, code.value) <= MOST_SLIPS)
    if (twin !== undefined) file.fault(code.offset, `${code.value} stands here twice`, `Line ${file.placeOf(twin).line} has it already.`)
    else if (near !== undefined) file.fault(code.offset, `the code ${code.value} is not known here`, `Did you mean ${near}?`)
    else seen.set(code.value, code.offset)
  }
}

function readPart(file: MarkdownFile, { code, nodes }: Part, definitions: Definitions): LearnSection | null {
  const leadIn = findLeadIn(nodes, definitions)
  const meaning = leadIn ? [...blocksToProse(nodes.slice(0, leadIn.at), definitions), leadIn.before] : blocksToProse(nodes, definitions)
  const said = meaning.filter((line) => line.length > 0)
  if (said.length === 0) {
    file.fault(code.offset, `${code.value} has no paragraph that says what it means`, 'Write one below its heading.')
    return null
  }
  return {
    code: code.value,
    line: file.placeOf(code.offset).line,
    title: firstSentence(toPlainText(said.slice(0, 1))),
    meaning: said,
    remedies: leadIn ? readRemedies(leadIn.rest, nodes.slice(leadIn.at + 1), definitions) : [],
  }
}

/** The emphasised words after which a section says what to do: in which of its nodes, and what that node says before and behind them. */
interface LeadIn {
  readonly at: number
  readonly before: Paragraph
  readonly rest: Paragraph
}

function findLeadIn(nodes: readonly RootContent[], definitions: Definitions): LeadIn | null {
  for (const [at, node] of nodes.entries()) {
    const line = openingOf(node, definitions)
    const found = line && (leadInOf(line) ?? brokenLeadInOf(line))
    if (found) return { at, ...found }
    // A heading, or emphasised words alone: never the first thing that a section says.
    if (at > 0 && (node.type === 'heading' || (line?.length === 1 && isEmphasised(line[0])))) return { at, before: [], rest: [] }
  }
  return null
}

/** A paragraph's words. Where a translation put a space behind the opening `*`, the lead-in arrives as a list. */
function openingOf(node: RootContent, definitions: Definitions): Paragraph | null {
  if (node.type === 'paragraph') return trimInlines(inlines(node.children, definitions))
  const first = node.type === 'list' && node.children.length === 1 ? node.children[0]?.children[0] : undefined
  if (first?.type !== 'paragraph') return null
  const line = trimInlines(inlines((first as MarkdownParagraph).children, definitions))
  return typeof line[0] === 'string' && /^[^*]{2,60}\*{1,2}\s*[:：]/.test(line[0]) ? [`*${line[0]}`, ...line.slice(1)] : null
}

const colon = /^\s*[:：﹕︰]\s*/
const colonAtEnd = /[:：﹕︰]\s*$/
const sentenceEnd = /(?:^|[.。!！?？])\s*$/

function isEmphasised(inline: Paragraph[number] | undefined): boolean {
  return typeof inline === 'object' && ('emphasis' in inline || 'strong' in inline)
}

/** `*Potential solutions*: …`, at the beginning of a paragraph or of a sentence in it; the colon may stand inside. */
function leadInOf(line: Paragraph): Omit<LeadIn, 'at'> | null {
  for (const [index, inline] of line.entries()) {
    const previous = line[index - 1] ?? ''
    if (!isEmphasised(inline) || typeof previous !== 'string' || !sentenceEnd.test(previous)) continue
    const next = line[index + 1]
    const isFollowed = typeof next === 'string' && colon.test(next)
    if (!isFollowed && !colonAtEnd.test(toPlainText([[inline]]))) continue
    const behind = typeof next === 'string' ? [next.replace(colon, ''), ...line.slice(index + 2)] : line.slice(index + 1)
    return { before: trimInlines(line.slice(0, index)), rest: trimInlines(behind) }
  }
  return null
}

// CommonMark does not see `**可能的解决方法：**安装` as emphasis: no space stands before the letter that follows.
const brokenEmphasis = /^([*_＊]{1,2})\s*[^*_＊\n]{2,60}?\s*(?:[:：]\s*\1|\1\s*[:：])\s*/

function brokenLeadInOf([first, ...others]: Paragraph): Omit<LeadIn, 'at'> | null {
  if (typeof first !== 'string' || !brokenEmphasis.test(first)) return null
  return { before: [], rest: trimInlines([first.replace(brokenEmphasis, ''), ...others]) }
}

/** Each paragraph and each item of a list is a remedy; a block of code holds the commands of the one before it. */
function readRemedies(opening: Paragraph, nodes: readonly RootContent[], definitions: Definitions): RemedyWords[] {
  const remedies: RemedyWords[] = []
  const add = (text: Prose) => text.length > 0 && remedies.push({ for: null, text, commands: [] })
  if (opening.length > 0) add([opening])
  for (const node of nodes) {
    const last = remedies.at(-1)
    if (node.type === 'list') for (const item of listItems(node)) add(blocksToProse(item, definitions))
    else if (node.type === 'code' && last) remedies[remedies.length - 1] = { ...last, commands: [...last.commands, ...linesOf(node.value)] }
    else for (const paragraph of blocksToProse([node], definitions)) add([paragraph])
  }
  return remedies
}

function linesOf(block: string): string[] {
  return block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

const LONGEST_TITLE = 160

/** Without its full stop: a title stands in the middle of sentences. */
function firstSentence(text: string): string {
  const sentence = (/^.*?(?:[。！？]|[.!?](?=\s|$))/.exec(text)?.[0] ?? text).replace(/[。.]$/, '')
  return sentence.length <= LONGEST_TITLE ? sentence : `${sentence.slice(0, LONGEST_TITLE - 1)}…`
}

const contentLocale = /^---\n(?:[^\n]*\n)*?ms\.contentlocale:[ \t]*([\w-]+)/

function localeOf(text: string, sections: readonly LearnSection[]): Locale | null {
  const declared = contentLocale.exec(text.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, ''))?.[1]?.toLowerCase()
  if (declared !== undefined) return declared.startsWith('zh') ? 'zh-CN' : declared.startsWith('en') ? 'en' : null
  const said = sections.map(({ meaning }) => toPlainText(meaning)).join(' ')
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(said)) return null
  if (/\p{Script=Han}/u.test(said)) return 'zh-CN'
  return /\bthis error means\b/i.test(said) ? 'en' : null
}

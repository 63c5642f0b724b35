/** The section "Causes": one `### id: title` a cause, its evidence, then its words. */
import type { Heading, List, RootContent } from 'mdast'
import type { Prose } from '../catalog/prose.js'
import { type EvidenceLine, readEvidenceLine } from './read-evidence.js'
import { readParagraphItems } from './read-list.js'
import { readProse } from './read-prose.js'
import type { Section } from './read-sections.js'
import { readTitle } from './read-title.js'
import { offsetOf, type Placed, type SourcePage } from './source-page.js'

export interface CauseParts {
  readonly id: Placed<string>
  readonly title: string
  /** Empty on a page that is not English. */
  readonly evidence: readonly EvidenceLine[]
  readonly text: Prose
}

/** Reads the causes in order; one without a proper heading is a fault and left out. */
export function readCauses(page: SourcePage, section: Section): readonly CauseParts[] {
  const { stray, parts } = splitAtCauses(section.nodes)
  if (stray) page.fault(offsetOf(stray), 'this stands before the first cause', 'Begin a cause with "### id: title".')
  else if (parts.length === 0) page.fault(section.offset, `section "${section.heading}" is empty`, 'Write at least one "### id: title".')
  const causes = parts.flatMap(({ heading, nodes }) => readCause(page, heading, nodes) ?? [])
  checkIds(page, causes)
  return causes
}

function splitAtCauses(nodes: readonly RootContent[]) {
  const parts: { heading: Heading; nodes: RootContent[] }[] = []
  let stray: RootContent | undefined
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === 3) parts.push({ heading: node, nodes: [] })
    else if (parts.length > 0) parts.at(-1)?.nodes.push(node)
    else stray ??= node
  }
  return { stray, parts }
}

function readCause(page: SourcePage, heading: Heading, nodes: readonly RootContent[]): CauseParts | null {
  const example = { en: '### ip-not-allowed: your address is not on the list', 'zh-CN': '### ip-not-allowed：你的地址不在列表里' }[
    page.locale
  ]
  const title = readTitle(page, heading, 'id: title', example)
  const [first, ...rest] = nodes
  const list = first?.type === 'list' ? first : null
  const evidence = list ? readEvidence(page, list) : []
  const text = readProse(page, list ? rest : nodes)
  if (!title) return null
  if (text.length === 0) page.fault(title.label.offset, `cause "${title.label.value}" has no text`, 'Write a paragraph that explains it.')
  return { id: title.label, title: title.words, evidence, text }
}

function readEvidence(page: SourcePage, list: List): readonly EvidenceLine[] {
  if (page.locale !== 'en') {
    page.fault(offsetOf(list), 'evidence belongs on the English page alone', 'Leave it out here.')
    return []
  }
  return readParagraphItems(page, list.children).flatMap((item) => readEvidenceLine(page, item) ?? [])
}

const causeId = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

function checkIds(page: SourcePage, causes: readonly CauseParts[]): void {
  const seen = new Map<string, number>()
  for (const { id } of causes) {
    const twin = seen.get(id.value)
    if (!causeId.test(id.value))
      page.fault(id.offset, `"${id.value}" is no id of a cause`, 'Write small letters and digits with hyphens, such as ip-not-allowed.')
    else if (twin !== undefined)
      page.fault(id.offset, `cause "${id.value}" stands here twice`, `Line ${page.placeOf(twin).line} has it already.`)
    else seen.set(id.value, id.offset)
  }
}

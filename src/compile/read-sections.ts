/** A page's headings: which sections it has, and whether they are the right ones in the right order. */
import type { Heading, List, RootContent } from 'mdast'
import type { Locale } from '../catalog/entry.js'
import { SECTIONS, type SectionFormat, type SectionId } from './page-format.js'
import { offsetOf, type Placed, type SourcePage, sourceOf, trimPlaced } from './source-page.js'
import { suggest } from './suggest.js'

export interface Section {
  readonly heading: string
  /** Where the heading stands. */
  readonly offset: number
  /** What follows, up to the next section. */
  readonly nodes: readonly RootContent[]
}

export interface PageParts {
  readonly title: Heading | null
  readonly facts: List | null
  readonly sections: ReadonlyMap<SectionId, Section>
}

/** Parts a page at its headings of level 2, and notes sections that are missing, unknown, doubled or out of order. */
export function readSections(page: SourcePage): PageParts {
  const [opening, ...written] = splitAtHeadings(page)
  const formats = SECTIONS[page.locale]
  const sections = new Map<SectionId, Section>()
  for (const section of written) {
    const format = formats.find(({ heading }) => heading === section.heading)
    if (!format) faultUnknown(page, section)
    else if (admit(page, section, format, sections)) sections.set(format.id, section)
  }
  for (const format of formats) {
    if (isMissing(format, formats, sections)) faultMissing(page, format, sections)
  }
  return { ...readOpening(page, opening?.nodes ?? []), sections }
}

/** The nodes before the first heading of level 2, as a section without a name, then the sections. */
function splitAtHeadings(page: SourcePage): Section[] {
  const parts: { heading: string; offset: number; nodes: RootContent[] }[] = [{ heading: '', offset: 0, nodes: [] }]
  for (const node of page.tree.children) {
    if (node.type === 'heading' && node.depth === 2)
      parts.push({ heading: headingText(page, node).value, offset: offsetOf(node), nodes: [] })
    else parts.at(-1)?.nodes.push(node)
  }
  return parts
}

/** A heading's Markdown without its `#`s. */
export function headingText(page: SourcePage, heading: Heading): Placed<string> {
  const { value, offset } = sourceOf(page, heading)
  const marks = /^#*/.exec(value)?.[0].length ?? 0
  return trimPlaced({ value: value.slice(marks), offset: offset + marks })
}

function readOpening(page: SourcePage, nodes: readonly RootContent[]): { title: Heading | null; facts: List | null } {
  const [first, ...rest] = nodes
  const title = first?.type === 'heading' && first.depth === 1 ? first : null
  if (!title) page.fault(0, 'the page does not begin with its title', `Write "# ${page.code}: what is wrong" in the first line.`)
  const [facts, stray] = title ? rest : nodes
  const isList = facts?.type === 'list' && facts.ordered !== true
  const misplaced = isList ? stray : facts
  if (misplaced)
    page.fault(offsetOf(misplaced), 'only the list of facts belongs between the title and the first section', 'Begin each fact with "- ".')
  return { title, facts: isList ? facts : null }
}

function faultUnknown(page: SourcePage, { heading, offset }: Section): void {
  const neutral = page.locale !== 'en' && SECTIONS.en.find((format) => format.heading === heading)
  const twin = neutral && SECTIONS[page.locale].find((format) => format.id === neutral.id)
  if (twin) page.fault(offset, `section "${heading}" has another name here`, `Write "## ${twin.heading}".`)
  else if (neutral) page.fault(offset, `section "${heading}" belongs on the English page alone`, 'Leave it out here.')
  else page.fault(offset, `section "${heading}" is not known here`, suggest(heading, headings(page.locale)))
}

function headings(locale: Locale): string[] {
  return SECTIONS[locale].map(({ heading }) => heading)
}

/** Whether a known section may stand where it does; it is read in any case unless it is there already. */
function admit(page: SourcePage, section: Section, format: SectionFormat, before: ReadonlyMap<SectionId, Section>): boolean {
  const twin = before.get(format.id)
  if (twin) {
    page.fault(section.offset, `section "${section.heading}" stands here twice`, `Line ${page.placeOf(twin.offset).line} has it already.`)
    return false
  }
  const formats = SECTIONS[page.locale]
  const later = formats.slice(formats.indexOf(format) + 1).find(({ id }) => before.has(id))
  const replaced = format.insteadOf && before.get(format.insteadOf)
  if (replaced) page.fault(section.offset, `section "${section.heading}" stands in place of "${replaced.heading}"`, 'Keep one of the two.')
  else if (later) page.fault(section.offset, `section "${section.heading}" stands too late`, `Write it before "${later.heading}".`)
  return true
}

function isMissing(format: SectionFormat, formats: readonly SectionFormat[], present: ReadonlyMap<SectionId, Section>): boolean {
  const replacement = formats.find(({ insteadOf }) => insteadOf === format.id)
  return !present.has(format.id) && !format.optional && !format.insteadOf && !(replacement && present.has(replacement.id))
}

/** Notes the fault where the section should begin: at the one that follows it, or at the end of the page. */
function faultMissing(page: SourcePage, format: SectionFormat, present: ReadonlyMap<SectionId, Section>): void {
  const formats = SECTIONS[page.locale]
  const next = formats.slice(formats.indexOf(format) + 1).find(({ id }) => present.has(id))
  const offset = (next && present.get(next.id)?.offset) ?? page.text.trimEnd().length
  page.fault(offset, `section "${format.heading}" is missing`, `Write "## ${format.heading}" here.`)
}

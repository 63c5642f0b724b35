/** One page of the catalog, read whole: what it says, and where it says it. */
import type { Condition } from '../catalog/entry.js'
import type { Prose } from '../catalog/prose.js'
import type { SectionId } from './page-format.js'
import { type CauseParts, readCauses } from './read-causes.js'
import { readConditions } from './read-evidence.js'
import { type ExampleParts, readExamples } from './read-examples.js'
import { type EntryFacts, type FactLines, readEntryFacts, readFactLines, readTranslatedFacts } from './read-facts.js'
import { readParagraphItems, readSectionList } from './read-list.js'
import { readProse } from './read-prose.js'
import { checkSources, readSeeAlso } from './read-references.js'
import { type DecidingParts, type RemedyParts, readDeciding, readRemedies } from './read-remedies.js'
import { type PageParts, readSections, type Section } from './read-sections.js'
import { readSignatures, type SignatureLine } from './read-signatures.js'
import { readPageTitle } from './read-title.js'
import type { Placed, SourcePage } from './source-page.js'
import { sourceOf } from './source-page.js'

/** What a page says in its language. Parts that are missing or wrong are empty, and their fault is noted. */
export interface WordsPage {
  readonly page: SourcePage
  readonly title: string
  readonly keywords: readonly string[]
  readonly meaning: Prose
  readonly causes: readonly CauseParts[]
  readonly remedies: readonly RemedyParts[]
  readonly deciding: DecidingParts | null
  /** The offset of a section's heading; null where the page has no such section. */
  sectionOffset(id: SectionId): number | null
}

/** An English page: words, and the facts that do not depend on a language. */
export interface EntryPage extends WordsPage {
  /** Null where a fact is wrong or missing. */
  readonly facts: EntryFacts | null
  readonly factLines: FactLines
  readonly signatures: readonly SignatureLine[]
  readonly foundWhen: readonly (readonly Placed<Condition>[])[]
  readonly examples: readonly ExampleParts[]
  /** Relative paths of pages. */
  readonly seeAlso: readonly Placed<string>[]
}

/** Reads a page in another language. */
export function readTranslation(page: SourcePage): WordsPage {
  const parts = readSections(page)
  const facts = readTranslatedFacts(page, parts.facts, readFactLines(page, parts.facts))
  return readWords(page, parts, facts?.keywords ?? [])
}

/** Reads an English page. */
export function readEntryPage(page: SourcePage): EntryPage {
  const parts = readSections(page)
  const factLines = readFactLines(page, parts.facts)
  const facts = readEntryFacts(page, parts.facts, factLines)
  readSection(page, parts, 'sources', checkSources)
  return {
    ...readWords(page, parts, facts?.keywords ?? []),
    facts,
    factLines,
    signatures: readSection(page, parts, 'signatures', readSignatures) ?? [],
    foundWhen: readSection(page, parts, 'foundWhen', readFoundWhen) ?? [],
    examples: readSection(page, parts, 'examples', readExamples) ?? [],
    seeAlso: readSection(page, parts, 'seeAlso', readSeeAlso) ?? [],
  }
}

function readWords(page: SourcePage, parts: PageParts, keywords: readonly string[]): WordsPage {
  return {
    page,
    title: readPageTitle(page, parts.title),
    keywords,
    meaning: readSection(page, parts, 'meaning', readMeaning) ?? [],
    causes: readSection(page, parts, 'causes', readCauses) ?? [],
    remedies: readSection(page, parts, 'remedies', readRemedies) ?? [],
    deciding: readSection(page, parts, 'deciding', readDeciding) ?? null,
    sectionOffset: (id) => parts.sections.get(id)?.offset ?? null,
  }
}

function readSection<Read>(
  page: SourcePage,
  parts: PageParts,
  id: SectionId,
  read: (page: SourcePage, section: Section) => Read,
): Read | undefined {
  const section = parts.sections.get(id)
  return section && read(page, section)
}

function readMeaning(page: SourcePage, section: Section): Prose {
  if (section.nodes.length === 0) page.fault(section.offset, `section "${section.heading}" is empty`, 'Write a paragraph.')
  return readProse(page, section.nodes)
}

function readFoundWhen(page: SourcePage, section: Section): readonly (readonly Placed<Condition>[])[] {
  return readParagraphItems(page, readSectionList(page, section, 'bulleted')).map((item) => readConditions(page, sourceOf(page, item)))
}

/** The catalog's pages → the compiled catalog, or every mistake in them. */
import type { CatalogEntry, EntryWords, Locale } from '../catalog/entry.js'
import { compareText } from '../text/compare-text.js'
import { checkEntry } from './check-entry.js'
import { checkCircles, checkClaims, checkCodes, checkPairs, checkSeeAlso } from './check-names.js'
import { checkTranslation } from './check-translation.js'
import { checkWritten } from './check-written.js'
import { type Fault, sortFaults } from './fault.js'
import { englishPath, isReadme, parsePagePath, resolveLink } from './page-path.js'
import { type EntryPage, readEntryPage, readTranslation, type WordsPage } from './read-page.js'
import { openPage, type Page, type SourcePage } from './source-page.js'

export interface CompileOptions {
  /** The folder of the pages, as their paths begin. */
  readonly root: string
  /** `required`: an English page without a Chinese one is a fault. */
  readonly translations: 'required' | 'optional'
  /** The entries over which these pages will be laid: their codes, gaps and signatures are known. None if absent. */
  readonly base?: readonly CatalogEntry[]
}

export interface CompiledCatalog {
  /** Sorted by code. */
  readonly entries: readonly CatalogEntry[]
  /** By code, in the order of the entries. English is complete; another language lacks what is not translated. */
  readonly words: Readonly<Record<Locale, ReadonlyMap<string, EntryWords>>>
}

/** One block of a section "Examples", for run-examples.ts. */
export interface Example {
  readonly code: string
  readonly severity: CatalogEntry['severity']
  readonly kind: 'matches' | 'ignores'
  /** Codes that rightly stand before the entry. */
  readonly after: readonly string[]
  /** Codes that the text gives beside the entry. */
  readonly with: readonly string[]
  readonly text: string
  readonly path: string
  /** Of the opening fence, 1-based. */
  readonly line: number
  readonly column: number
}

export interface Compilation {
  /** Null where there is a fault. */
  readonly catalog: CompiledCatalog | null
  /** Of all pages, by path and place. */
  readonly faults: readonly Fault[]
  /** Empty where there is a fault. */
  readonly examples: readonly Example[]
}

/**
 * Compiles the pages of a catalog: English ones and their translations, in any order; a README.md is passed over.
 * Never throws on a page's content: whatever is wrong becomes a fault, and all faults of all pages come at once.
 */
export function compileCatalog(pages: readonly Page[], { root, translations: need, base = [] }: CompileOptions): Compilation {
  const faults: Fault[] = []
  const sources = openPages(pages, root, faults)
  for (const source of sources) checkWritten(source)
  const entries = sources.filter(({ locale }) => locale === 'en').map(readEntryPage)
  const translations = sources.filter(({ locale }) => locale !== 'en').map(readTranslation)
  const covered = new Set(entries.map(({ page }) => page.code))
  const lower = base.filter(({ code }) => !covered.has(code))
  checkAll(entries, translations, need === 'required', lower)
  if (faults.length > 0) return { catalog: null, faults: sortFaults(faults), examples: [] }
  return { catalog: assemble(entries, translations, root), faults: [], examples: entries.flatMap(examplesOf) }
}

/** Sorted by code, so that faults between two pages and the compiled files do not depend on the order of `pages`. */
function openPages(pages: readonly Page[], root: string, faults: Fault[]): SourcePage[] {
  const sources = pages.filter(({ path }) => !isReadme(path)).flatMap((page) => openPage(page, root, faults) ?? [])
  return sources.sort((one, other) => compareText(one.code, other.code) || compareText(one.path, other.path))
}

function checkAll(
  entries: readonly EntryPage[],
  translations: readonly WordsPage[],
  translationsRequired: boolean,
  lower: readonly CatalogEntry[],
): void {
  checkPairs(entries, translations, translationsRequired)
  checkClaims(entries, lower)
  checkCodes(entries, lower)
  checkSeeAlso(entries, lower)
  checkCircles(entries)
  const entriesByCode = new Map(entries.map((entry) => [entry.page.code, entry]))
  const entriesByPath = new Map(entries.map((entry) => [entry.page.path, entry]))
  for (const entry of entries) checkEntry(entry, entriesByCode, lower)
  for (const translation of translations) {
    const english = entriesByPath.get(englishPath(translation.page.path))
    if (english) checkTranslation(translation, english)
  }
}

function assemble(entries: readonly EntryPage[], translations: readonly WordsPage[], root: string): CompiledCatalog {
  return {
    entries: entries.map((entry) => assembleEntry(entry, root)),
    words: { en: wordsByCode(entries), 'zh-CN': wordsByCode(translations) },
  }
}

/** Only for a page without faults. */
function assembleEntry({ page, facts, signatures, foundWhen, causes, seeAlso }: EntryPage, root: string): CatalogEntry {
  if (!facts) throw new Error(`${page.path} has no facts and no fault`)
  const { layer, severity, check, blocks, since, until, aliases, scope, links } = facts
  return {
    code: page.code,
    group: page.group,
    ...{ layer, severity, check, blocks, since, until, aliases, scope },
    consequenceOf: facts['consequence of'],
    signatures: signatures.map(({ text, weak }) => ({ text, weak })),
    foundWhen: foundWhen.map((all) => all.map(({ value }) => value)),
    causes: causes.map(({ id, evidence }) => ({
      id: id.value,
      evidence: evidence.map(({ likelihood, all }) => ({ likelihood, all: all.map(({ value }) => value) })),
    })),
    links,
    seeAlso: seeAlso.map(({ value }) => codeOfLink(page.path, value, root)),
  }
}

function codeOfLink(fromPath: string, link: string, root: string): string {
  const named = parsePagePath(resolveLink(fromPath, link), root)
  if ('expected' in named) throw new Error(`${link} leads to no page and has no fault`)
  return named.code
}

function wordsByCode(pages: readonly WordsPage[]): ReadonlyMap<string, EntryWords> {
  return new Map(pages.map((page) => [page.page.code, assembleWords(page)]))
}

function assembleWords({ title, keywords, meaning, causes, remedies, deciding }: WordsPage): EntryWords {
  return {
    title,
    keywords,
    meaning,
    causes: causes.map(({ title: causeTitle, text }) => ({ title: causeTitle, text })),
    remedies: remedies.map(({ for: cause, text, commands }) => ({
      for: cause?.value ?? null,
      text,
      commands: commands.map(({ value }) => value),
    })),
    deciding: deciding && { command: deciding.command.value, reading: deciding.reading },
  }
}

function examplesOf({ page, facts, examples }: EntryPage): Example[] {
  if (!facts) return []
  return examples.map(({ kind, after, with: beside, text, offset }) => ({
    code: page.code,
    severity: facts.severity,
    kind,
    after: after.map(({ value }) => value),
    with: beside.map(({ value }) => value),
    text,
    path: page.path,
    ...page.placeOf(offset),
  }))
}

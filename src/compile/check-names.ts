/** Names across the catalog: each stands for one entry, and each reference to one leads somewhere. */
import type { CatalogEntry } from '../catalog/entry.js'
import { parseSignature } from '../match/signature.js'
import { conditionsOf } from './check-entry.js'
import { englishPath, resolveLink, translationPath } from './page-path.js'
import type { EntryPage, WordsPage } from './read-page.js'
import { signatureKey } from './read-signatures.js'
import type { Placed } from './source-page.js'
import { suggest } from './suggest.js'

/** Codes, aliases and signatures that two entries claim, those of the entries below them counted. */
export function checkClaims(entries: readonly EntryPage[], lower: readonly CatalogEntry[]): void {
  const paths = new Map<string, string>()
  for (const entry of entries) claimCode(entry, paths)
  for (const { code, aliases } of lower) for (const name of [code, ...aliases]) paths.set(name.toUpperCase(), code)
  for (const entry of entries) claimAliases(entry, paths)
  const signatures = new Map(
    lower.flatMap(({ code, signatures: owned }) => owned.map(({ text }) => [signatureKey(parseSignature(text).parts), code] as const)),
  )
  for (const entry of entries) claimSignatures(entry, signatures)
}

function claimCode({ page }: EntryPage, paths: Map<string, string>): void {
  const owner = paths.get(page.code)
  if (owner) page.fault(0, `the code ${page.code} has a page already`, `It is ${owner}.`)
  else paths.set(page.code, page.path)
}

/** Aliases are looked up in any case, so they collide in any case. */
function claimAliases({ page, factLines }: EntryPage, paths: Map<string, string>): void {
  for (const { value, offset } of factLines.get('aliases') ?? []) {
    const owner = paths.get(value.toUpperCase())
    if (owner) page.fault(offset, `the alias "${value}" is taken`, `It is a name of ${owner}.`)
    else paths.set(value.toUpperCase(), page.path)
  }
}

function claimSignatures({ page, signatures }: EntryPage, places: Map<string, string>): void {
  for (const { parts, offset } of signatures) {
    const key = signatureKey(parts)
    const place = places.get(key)
    if (place) page.fault(offset, 'the signature stands here a second time', `${place} has it already.`)
    else places.set(key, `${page.path}:${page.placeOf(offset).line}`)
  }
}

/** Codes in conditions, facts and examples that no entry has. */
export function checkCodes(entries: readonly EntryPage[], lower: readonly CatalogEntry[]): void {
  const codes = [...entries.map(({ page }) => page.code), ...lower.map(({ code }) => code)]
  const owners = new Map(entries.flatMap(({ page, factLines }) => (factLines.get('aliases') ?? []).map(({ value }) => [value, page.code])))
  for (const entry of entries) {
    for (const { value: code, offset } of codesNamedBy(entry)) {
      if (codes.includes(code)) continue
      const owner = owners.get(code)
      const expected = owner ? `It is another name of ${owner}: write that.` : suggest(code, codes, 'Name an entry that has a page.')
      entry.page.fault(offset, `no entry has the code ${code}`, expected)
    }
  }
}

function codesNamedBy(entry: EntryPage): readonly Placed<string>[] {
  const inConditions = conditionsOf(entry).flatMap(({ value, offset }) => (value.kind === 'finding' ? [{ value: value.code, offset }] : []))
  const inExamples = entry.examples.flatMap((example) => [...example.with, ...example.after])
  return [...inConditions, ...(entry.factLines.get('consequence of') ?? []), ...inExamples]
}

/** Links of "See also" that lead to no English page. */
export function checkSeeAlso(entries: readonly EntryPage[], lower: readonly CatalogEntry[]): void {
  const paths = entries.map(({ page }) => page.path)
  for (const { page, seeAlso } of entries) {
    for (const { value, offset } of seeAlso) {
      const leadsBelow = lower.some(({ group, code }) => value.endsWith(`/${group}/${code}.md`))
      if (leadsBelow || paths.includes(resolveLink(page.path, value))) continue
      page.fault(
        offset,
        `"${value}" leads to no page`,
        suggest(value, relativeLinks(page.path, paths), 'Link an entry by its relative path, such as ../network/NO_SUCH_HOST.md.'),
      )
    }
  }
}

function relativeLinks(fromPath: string, paths: readonly string[]): string[] {
  const folder = fromPath.slice(0, fromPath.lastIndexOf('/') + 1)
  const parent = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1)
  return paths.map((path) => (path.startsWith(folder) ? path.slice(folder.length) : `../${path.slice(parent.length)}`))
}

/** Translations without an English page, and English pages that should have a translation and have none. */
export function checkPairs(entries: readonly EntryPage[], translations: readonly WordsPage[], required: boolean): void {
  const english = new Set(entries.map(({ page }) => page.path))
  const translated = new Set(translations.map(({ page }) => englishPath(page.path)))
  for (const { page } of translations) {
    if (!english.has(englishPath(page.path))) page.fault(0, 'the English page is missing', `Write ${englishPath(page.path)} beside it.`)
  }
  for (const { page } of entries) {
    if (required && !translated.has(page.path))
      page.fault(0, 'the Chinese page is missing', `Write ${translationPath(page.path)} beside it.`)
  }
}

/** Entries that are, over others, a consequence of themselves. */
export function checkCircles(entries: readonly EntryPage[]): void {
  const entriesByCode = new Map(entries.map((entry) => [entry.page.code, entry]))
  for (const entry of entries) {
    for (const root of entry.factLines.get('consequence of') ?? []) {
      const way = wayBack(entry.page.code, [root.value], entriesByCode)
      // A circle is told once, at the entry whose code comes first.
      if (way?.every((code) => code >= entry.page.code)) {
        entry.page.fault(root.offset, `the consequences go in a circle: ${[entry.page.code, ...way].join(' → ')}`, 'Leave one of them out.')
      }
    }
  }
}

/** The way from the last code of `way` over "consequence of" to `home`; null where there is none. */
function wayBack(home: string, way: readonly string[], entriesByCode: ReadonlyMap<string, EntryPage>): readonly string[] | null {
  const last = way.at(-1) as string
  if (last === home) return way
  for (const { value } of entriesByCode.get(last)?.factLines.get('consequence of') ?? []) {
    const found = way.includes(value) ? null : wayBack(home, [...way, value], entriesByCode)
    if (found) return found
  }
  return null
}

/** The `- key: value` lines below a page's title. */
import type { List, Paragraph } from 'mdast'
import type { z } from 'zod'
import { entryFacts, type FactKey, LIST_FACTS, translatedFacts } from './page-format.js'
import { readParagraphItems } from './read-list.js'
import { expectedInstead } from './schema-issue.js'
import { offsetOf, type Placed, type SourcePage, sourceOf, splitPair, splitPlaced } from './source-page.js'
import { suggest } from './suggest.js'

export type EntryFacts = z.output<typeof entryFacts>
export type TranslatedFacts = z.output<typeof translatedFacts>

/** The values of each fact as the page writes them; a key with one value has one. */
export type FactLines = ReadonlyMap<string, readonly Placed<string>[]>

/** Splits the list into keys and values, and notes keys that are unknown or doubled and values that are empty. */
export function readFactLines(page: SourcePage, list: List | null): FactLines {
  const lines = new Map<string, readonly Placed<string>[]>()
  for (const item of readParagraphItems(page, list?.children ?? [])) {
    const line = readFactLine(page, item)
    if (!line) continue
    const [key, values] = line
    const twin = lines.get(key.value)?.[0]
    if (twin) page.fault(key.offset, `fact "${key.value}" stands here twice`, `Line ${page.placeOf(twin.offset).line} has it already.`)
    else lines.set(key.value, values)
  }
  return lines
}

function readFactLine(page: SourcePage, item: Paragraph): readonly [Placed<string>, readonly Placed<string>[]] | null {
  const pair = splitPair(sourceOf(page, item))
  if (!pair) {
    page.fault(offsetOf(item), 'the line is no fact', 'Write "- key: value".')
    return null
  }
  const [key, value] = pair
  if (!isKnownHere(page, key)) return null
  return [key, readValues(page, key, value)]
}

function isKnownHere(page: SourcePage, { value: key, offset }: Placed<string>): boolean {
  const here = Object.keys((page.locale === 'en' ? entryFacts : translatedFacts).shape)
  if (here.includes(key)) return true
  if (key in entryFacts.shape) page.fault(offset, `fact "${key}" belongs on the English page alone`, 'Leave it out here.')
  else page.fault(offset, `fact "${key}" is not known here`, suggest(key, here))
  return false
}

const listSeparator = /[,，、]/g

function readValues(page: SourcePage, key: Placed<string>, value: Placed<string>): readonly Placed<string>[] {
  const values = LIST_FACTS.has(key.value) ? splitPlaced(value, listSeparator) : [value]
  const empty = values.find((one) => one.value === '')
  if (empty) page.fault(empty.offset, `fact "${key.value}" has an empty value`, 'Write the value, or leave the line or the comma out.')
  return values.map((one) => ({ ...one, value: one.value.replace(/\s+/g, ' ') })).filter((one) => one.value !== '')
}

/** The typed facts of an English page; null where one is wrong or missing. */
export function readEntryFacts(page: SourcePage, list: List | null, lines: FactLines): EntryFacts | null {
  return checkFacts(page, list, lines, entryFacts)
}

/** The typed facts of a page in another language; null where one is wrong or missing. */
export function readTranslatedFacts(page: SourcePage, list: List | null, lines: FactLines): TranslatedFacts | null {
  return checkFacts(page, list, lines, translatedFacts)
}

function checkFacts<Facts>(page: SourcePage, list: List | null, lines: FactLines, schema: z.ZodType<Facts>): Facts | null {
  const read = schema.safeParse(Object.fromEntries([...lines].map(([key, values]) => [key, untyped(key, values)])))
  if (read.success) return read.data
  for (const issue of read.error.issues) faultFact(page, list, lines, issue)
  return null
}

function untyped(key: string, values: readonly Placed<string>[]): string | string[] | undefined {
  return LIST_FACTS.has(key) ? values.map(({ value }) => value) : values[0]?.value
}

function faultFact(page: SourcePage, list: List | null, lines: FactLines, issue: z.core.$ZodIssue): void {
  const [key, index = 0] = issue.path as [FactKey, number?]
  const refused = lines.get(key)?.[index]
  if (refused) page.fault(refused.offset, `fact "${key}" cannot be "${refused.value}"`, expectedInstead(issue, refused.value))
  else if (!lines.has(key))
    page.fault(list ? offsetOf(list) : 0, `fact "${key}" is missing`, `Add a line "- ${key}: …" to the list of facts.`)
}

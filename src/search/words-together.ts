/** Words that stand together in one text of an entry say more than the same words here and there on its page. */
import type { Catalog } from '../catalog/entry.js'
import { type Term, termsOf } from './analyze.js'
import { type Part, textOf, textsOf } from './build-index.js'
import type { WantedTerms } from './explain-hit.js'
import type { WordScores } from './rank-words.js'
import type { ReadQuery } from './read-query.js'
import { isStopWord } from './stop-words.js'

/** Texts that name one thing; in prose, words stand together by chance. */
const namingParts: ReadonlySet<Part> = new Set(['code', 'alias', 'title', 'keyword', 'cause', 'signature'])

/** As much as an entry's words can gain when one text answers all of the query and says nothing else. */
const MOST_RAISE = 1
/** From 0, what else the text says does not matter, to 1. */
const BREVITY_EXPONENT = 0.3

/** Raises the gains of some entries (places in the catalog) by how much of the query one of their texts answers. */
export function raiseTogether(
  { gains }: WordScores,
  entryIndexes: readonly number[],
  read: ReadQuery,
  wanted: WantedTerms,
  catalog: Catalog,
): void {
  const asked = read.slots.reduce((sum, { potential }) => sum + potential, 0)
  if (asked === 0) return
  for (const at of entryIndexes) {
    const shares = namingTexts(catalog.codes[at] as string, catalog).map((terms) => answeredShare(terms, read, wanted) / asked)
    gains[at] = (gains[at] as number) * (1 + MOST_RAISE * Math.max(0, ...shares))
  }
}

const namingTextsOf = new WeakMap<Catalog, Map<string, readonly (readonly Term[])[]>>()

/** The terms of each naming text of an entry, but words that say little; taken apart once, as each key press asks again. */
function namingTexts(code: string, catalog: Catalog): readonly (readonly Term[])[] {
  const known = namingTextsOf.get(catalog) ?? new Map<string, readonly (readonly Term[])[]>()
  namingTextsOf.set(catalog, known)
  const texts = known.get(code) ?? takeApart(code, catalog)
  known.set(code, texts)
  return texts
}

function takeApart(code: string, catalog: Catalog): (readonly Term[])[] {
  const entry = catalog.entry(code)
  if (entry === undefined) return []
  const naming = textsOf(entry, catalog).filter(({ part }) => namingParts.has(part))
  return naming.map((text) => termsOf(textOf(text)).filter(({ text: term }) => !isStopWord(term)))
}

/** What one text answers, in the measure of the slots' potentials; less where it says much else. */
function answeredShare(terms: readonly Term[], { slots }: ReadQuery, wanted: WantedTerms): number {
  const answering = terms.filter(({ text }) => wanted.has(text))
  if (answering.length === 0) return 0
  const answered = new Set(answering.flatMap(({ text }) => wanted.get(text) ?? []))
  const sum = [...answered].reduce((all, slot) => all + (slots[slot]?.potential ?? 0), 0)
  const places = [...new Set(terms.map(({ start }) => start))]
  const isAnswered = (place: number) => answering.some(({ start, end }) => start <= place && place < end)
  return sum * (places.filter(isAnswered).length / places.length) ** BREVITY_EXPONENT
}

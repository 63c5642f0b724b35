/** Words that stand together in one text of an entry say more than the same words here and there on its page. */
import type { Catalog } from '../catalog/entry.js'
import { termsOf } from './analyze.js'
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
  for (const at of entryIndexes) {
    const entry = catalog.entry(catalog.codes[at] as string)
    if (entry === undefined || asked === 0) continue
    const shares = textsOf(entry, catalog)
      .filter(({ part }) => namingParts.has(part))
      .map((text) => answeredShare(textOf(text), read, wanted) / asked)
    gains[at] = (gains[at] as number) * (1 + MOST_RAISE * Math.max(0, ...shares))
  }
}

/** What one text answers, in the measure of the slots' potentials; less where it says much else. */
function answeredShare(text: string, { slots }: ReadQuery, wanted: WantedTerms): number {
  const places = new Set<number>()
  const answering = new Set<number>()
  const answered = new Set<number>()
  for (const { text: term, start, end } of termsOf(text)) {
    if (isStopWord(term)) continue
    places.add(start)
    for (const slot of wanted.get(term) ?? []) {
      answered.add(slot)
      for (let at = start; at < end; at++) answering.add(at)
    }
  }
  if (answered.size === 0) return 0
  const sum = [...answered].reduce((all, slot) => all + (slots[slot]?.potential ?? 0), 0)
  const share = [...places].filter((at) => answering.has(at)).length / places.size
  return sum * share ** BREVITY_EXPONENT
}

import type { Catalog, Locale } from '../catalog/entry.js'
import { firstSentence } from '../catalog/prose.js'
import type { FoundEntry, MarkedText } from '../render/look-up/found.js'
import { marksIn, piecesOf } from '../search/explain-hit.js'
import type { SearchResult } from '../search/search-catalog.js'
import type { Messages } from './messages.js'

/** What search found, in the words that are shown. */
export function foundEntries({ hits, wanted }: SearchResult, catalog: Catalog, locale: Locale, { partNames }: Messages): FoundEntry[] {
  const markWanted = (text: string): MarkedText => piecesOf(text, marksIn(text, wanted))
  return hits.map(({ entry: { code, group, aliases }, score, why }) => {
    const { title, meaning } = catalog.words(code, locale)
    return {
      ...{ code, group, aliases, score, origin: catalog.originOf(code) },
      title: markWanted(title),
      summary: markWanted(firstSentence(meaning)),
      why: why.map(({ part, text, marks }) => ({ part: partNames[part], text: piecesOf(text, marks) })),
    }
  })
}

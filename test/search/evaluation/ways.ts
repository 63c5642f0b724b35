/** The ways to search that are compared: fuse.js by itself, and the ranking with parts of it left out. */
import Fuse from 'fuse.js'
import { type Catalog, LOCALES } from '../../../src/catalog/entry.js'
import { ALL_FEATURES, type Features } from '../../../src/search/analyze.js'
import { searchCatalog } from '../../../src/search/search-catalog.js'
import type { Way } from './measure-way.js'

const partNames: Readonly<Record<keyof Features, string>> = {
  weights: 'a weight for each part of a page',
  bigrams: 'pairs of Chinese characters',
  synonyms: 'synonyms',
  together: 'words that stand together',
  net: 'the net for misspelt words',
  names: 'codes and aliases',
  signatures: 'signatures of pasted messages',
}

const parts = Object.keys(partNames) as (keyof Features)[]

/** Each way has one part more than the one before; the last has all. */
export function growingWays(catalog: Catalog): Way[] {
  const grown = parts.map((part, at) => ({ name: `+ ${partNames[part]}`, features: withParts(parts.slice(0, at + 1)) }))
  return [
    fuseWay(catalog),
    rankingWay('BM25 over words', catalog, withParts([])),
    ...grown.map(({ name, features }) => rankingWay(name, catalog, features)),
  ]
}

/** The whole ranking, and it without each of its parts. */
export function shrunkWays(catalog: Catalog): Way[] {
  const without = parts.map((part) => {
    const features = withParts(parts.filter((kept) => kept !== part))
    return rankingWay(`without ${partNames[part]}`, catalog, features)
  })
  return [wholeWay(catalog), ...without]
}

export function wholeWay(catalog: Catalog): Way {
  return rankingWay('all of it', catalog, ALL_FEATURES)
}

function withParts(chosen: readonly (keyof Features)[]): Features {
  return Object.fromEntries(parts.map((part) => [part, chosen.includes(part)])) as unknown as Features
}

function rankingWay(name: string, catalog: Catalog, features: Features): Way {
  return { name, search: (query) => searchCatalog(query, catalog, { features }).hits.map(({ entry }) => entry.code) }
}

/** fuse.js over names, titles and keywords of each entry, in both languages at once; over whole pages it takes minutes and finds less. */
function fuseWay(catalog: Catalog): Way {
  const documents = catalog.entries.map(({ code, aliases }) => {
    const words = LOCALES.map((locale) => catalog.words(code, locale))
    return {
      code,
      names: [code, ...aliases],
      titles: words.map(({ title }) => title),
      keywords: words.flatMap(({ keywords }) => keywords),
    }
  })
  const fuse = new Fuse(documents, { keys: ['names', 'titles', 'keywords'], ignoreLocation: true })
  return { name: 'fuse.js alone', search: (query) => fuse.search(query, { limit: 10 }).map(({ item }) => item.code) }
}

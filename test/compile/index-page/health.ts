/** What is weak in a catalog though nothing is wrong with it: the build refuses what is wrong. */
import type { Catalog, CatalogEntry } from '../../../src/catalog/entry.js'
import { signatureGap } from '../../../src/match/gaps.js'
import { linkTo } from './link-to.js'

export interface Weakness {
  readonly what: string
  /** What has it, as Markdown; empty where nothing does. */
  readonly of: readonly string[]
}

/** In the order in which kb/README.md says it. Entries that are noise have causes to explain them, not to choose from. */
export function healthOf({ entries, words }: Catalog): Weakness[] {
  const withChoice = entries.filter(({ causes, severity }) => causes.length > 1 && severity !== 'noise')
  return [
    { what: 'Without a Chinese page', of: linksTo(entries.filter(({ code }) => words(code, 'zh-CN').title === words(code, 'en').title)) },
    { what: 'Links that are not https, or lead to one language', of: entries.flatMap(oddLinks) },
    {
      what: 'Several causes and no command that decides between them',
      of: linksTo(withChoice.filter(({ code }) => words(code, 'en').deciding === null)),
    },
    { what: 'Causes that no evidence can make likely', of: withChoice.flatMap(causesWithoutEvidence) },
    { what: 'Signatures that hold a signature of another entry; the longer one wins', of: overlaps(entries) },
  ]
}

function linksTo(entries: readonly CatalogEntry[]): string[] {
  return entries.map((entry) => linkTo(entry))
}

function oddLinks(entry: CatalogEntry): string[] {
  const odd = entry.links.filter((link) => !/^https:\/\/(?!learn\.microsoft\.com\/[a-z]{2}-[a-z]{2}\/)\S+$/.test(link))
  return odd.map((link) => `${linkTo(entry)}: ${link}`)
}

/** A lone cause needs none. What is only ruled out stays possible in every other log. */
function causesWithoutEvidence(entry: CatalogEntry): string[] {
  const bare = entry.causes.filter(({ evidence }) => evidence.every(({ likelihood }) => likelihood === 'ruled-out'))
  return bare.length > 0 ? [`${linkTo(entry)}: ${bare.map(({ id }) => id).join(', ')}`] : []
}

function overlaps(entries: readonly CatalogEntry[]): string[] {
  const texts = entries.map((entry) => ({
    entry,
    signatures: entry.signatures.filter(({ weak }) => !weak).map(({ text }) => text.replace(signatureGap, '{}')),
  }))
  return texts.flatMap(({ entry, signatures }) => {
    const inside = texts.filter(
      (other) => other.entry !== entry && other.signatures.some((short) => signatures.some((long) => long.includes(short))),
    )
    return inside.length > 0 ? [`${linkTo(entry)}: ${linksTo(inside.map((other) => other.entry)).join(', ')}`] : []
  })
}

import { CHECK_IDS } from '../../catalog/checks.js'
import type { Catalog, CatalogEntry, EntryWords, Layer, Locale } from '../../catalog/entry.js'
import { PRINTED_CODES } from '../../catalog/groups.js'
import { overlayCatalog, overlayWords } from '../../catalog/overlay-catalog.js'
import { openCompiled } from '../open-compiled.js'
import type { LearnPage, LearnSection } from './read-learn-page.js'

/**
 * Lays the words of a Learn page over a catalog: where it has a code, its title and meaning count in every language, and
 * its remedies come first. What it does not speak of stays as it was, in the page's language if the catalog has that:
 * causes, remedies that rest on them, what would decide. A code that the catalog lacks becomes an entry.
 *
 * @param digest of the result
 */
export function layLearnPage(lower: Catalog, page: LearnPage, digest: string): Catalog {
  const unknown = page.sections.filter(({ code }) => lower.entry(code) === undefined)
  const whole = unknown.length === 0 ? lower : overlayCatalog(lower, catalogOf(unknown), digest)
  const sections = new Map(page.sections.map((section) => [section.code, section]))
  return overlayWords(whole, digest, {
    words: (code, locale) => {
      const section = sections.get(code)
      return section ? wordsOver(whole, section, page.locale ?? locale, locale) : null
    },
    originOf: (code) => {
      const section = sections.get(code)
      return section ? `${page.path}:${section.line}` : null
    },
  })
}

function wordsOver(lower: Catalog, { code, title, meaning, remedies }: LearnSection, pageLocale: Locale, locale: Locale): EntryWords {
  const words = lower.words(code, pageLocale)
  return {
    ...words,
    ...{ title, meaning },
    keywords: lower.words(code, locale).keywords,
    remedies: [...remedies, ...words.remedies],
  }
}

/** Codes that only the page knows, as entries that are found by their code alone. */
function catalogOf(sections: readonly LearnSection[]): Catalog {
  const words = new Map(
    sections.map(({ code, title, meaning }): [string, EntryWords] => [
      code,
      { title, keywords: [], meaning, causes: [], remedies: [], deciding: null },
    ]),
  )
  return openCompiled({ entries: sections.map(entryOf), words: { en: words, 'zh-CN': words } }, '')
}

function entryOf({ code }: LearnSection): CatalogEntry {
  return {
    code,
    group: PRINTED_CODES,
    layer: layerOf(code),
    severity: 'error',
    check:
      CHECK_IDS.find(
        (id) =>
          id ===
          code
            .toLowerCase()
            .replace(/_error$/, '')
            .replaceAll('_', '-'),
      ) ?? null,
    blocks: [],
    since: null,
    until: null,
    aliases: [],
    scope: 'registry',
    consequenceOf: [],
    signatures: [{ text: `An error occurred: ${code}`, weak: false }, ...(code.length >= 12 ? [{ text: code, weak: false }] : [])],
    foundWhen: [],
    causes: [],
    links: [`https://aka.ms/acr/errors#${code.toLowerCase()}`],
    seeAlso: [],
  }
}

const layers: readonly (readonly [beginning: string, layer: Layer])[] = [
  ['DOCKER_', 'client'],
  ['HELM_', 'helm'],
  ['NOTARY_', 'notary'],
  ['CMK_', 'encryption'],
  ['CONNECTIVITY_', 'network'],
]

function layerOf(code: string): Layer {
  return layers.find(([beginning]) => code.startsWith(beginning))?.[1] ?? 'registry'
}

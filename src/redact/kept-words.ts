/** Words that must stay: what the catalog and the vocabulary look for in a log. */
import type { Catalog } from '../catalog/entry.js'
import { conditionTextsOf } from '../match/condition-texts.js'
import { parseSignature } from '../match/signature.js'

/**
 * Every word of the catalog's wordings, in lower case.
 *
 * @param sayings further wordings that a log is read by
 */
export function keptWordsOf(catalog: Catalog, sayings: readonly string[]): Set<string> {
  const wordings = [...sayings, ...catalog.entries.flatMap(({ code, signatures }) => [code, ...signatures.map(({ text }) => text)])]
  const literals = wordings.flatMap((wording) => parseSignature(wording).parts.flatMap((part) => ('literal' in part ? [part.literal] : [])))
  const texts = catalog.entries.flatMap(conditionTextsOf)
  const facts = catalog.entries.flatMap(({ causes, foundWhen }) => [
    ...foundWhen.flat(),
    ...causes.flatMap(({ evidence }) => evidence.flatMap(({ all }) => all)),
  ])
  const values = facts.flatMap((condition) => (condition.kind === 'fact' && condition.test.kind === 'is' ? condition.test.values : []))
  return new Set([...literals, ...texts, ...values].flatMap(wordsIn))
}

/** The words of a text in lower case, and what stands between its blanks. */
export function wordsIn(text: string): string[] {
  return (
    text
      .toLowerCase()
      .match(/[a-z0-9]+(?:[.-][a-z0-9]+)*/g)
      ?.flatMap((word) => [word, ...word.split(/[.-]/)]) ?? []
  )
}

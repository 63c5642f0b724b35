import type { Catalog, CatalogEntry, Condition } from '../catalog/entry.js'

/** Every text that some evidence of the catalog asks for, each once. */
export function conditionTexts(catalog: Catalog): string[] {
  const texts = catalog.entries.flatMap(conditionsOf).flatMap((condition) => (condition.kind === 'text' ? [condition.text] : []))
  return [...new Set(texts)]
}

function conditionsOf(entry: CatalogEntry): Condition[] {
  return [...entry.foundWhen.flat(), ...entry.causes.flatMap((cause) => cause.evidence.flatMap((evidence) => evidence.all))]
}

import type { CatalogEntry, Condition } from '../catalog/entry.js'

/** Every text that an entry's evidence asks for, each once. */
export function conditionTextsOf(entry: CatalogEntry): string[] {
  return [...new Set(conditionsOf(entry).flatMap((condition) => (condition.kind === 'text' ? [condition.text] : [])))]
}

function conditionsOf(entry: CatalogEntry): Condition[] {
  return [...entry.foundWhen.flat(), ...entry.causes.flatMap((cause) => cause.evidence.flatMap((evidence) => evidence.all))]
}

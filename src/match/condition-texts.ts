import type { CatalogEntry, Condition } from '../catalog/entry.js'

/** Every text that an entry's evidence asks for, each once. */
export function conditionTextsOf(entry: CatalogEntry): string[] {
  const conditions = entry.causes.flatMap((cause) => cause.evidence.flatMap((evidence) => evidence.all))
  return [...new Set([...foundWhenTextsOf(entry), ...textsOf(conditions)])]
}

/** Those that make it a finding without a signature of its own. */
export function foundWhenTextsOf(entry: CatalogEntry): string[] {
  return textsOf(entry.foundWhen.flat())
}

function textsOf(conditions: readonly Condition[]): string[] {
  return conditions.flatMap((condition) => (condition.kind === 'text' ? [condition.text] : []))
}

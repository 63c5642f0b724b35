import type { Report } from './report.js'

/** A finding that stands for itself, and those told under it, as places in the report's list. */
export interface OutlinedFinding {
  readonly index: number
  readonly consequences: readonly number[]
}

/**
 * How the findings of a report stand to each other: each open consequence under the open finding that it follows from, that of
 * its own registry before another's; all others for themselves, in their order.
 */
export function outline({ findings }: Pick<Report, 'findings'>): OutlinedFinding[] {
  const roots = openRoots(findings)
  const consequences = new Map<number, number[]>()
  const own: number[] = []
  findings.forEach(({ state, consequenceOf, facts }, index) => {
    const root = state === 'open' ? (roots.get(`${consequenceOf} ${facts.registry}`) ?? roots.get(`${consequenceOf}`)) : undefined
    if (root === undefined) own.push(index)
    else
      consequences
        .set(root, consequences.get(root) ?? [])
        .get(root)
        ?.push(index)
  })
  return own.map((index) => ({ index, consequences: consequences.get(index) ?? [] }))
}

/** The first open finding that is nobody's consequence, by code, and by code and registry. */
function openRoots(findings: Report['findings']): Map<string, number> {
  const roots = new Map<string, number>()
  findings.forEach(({ code, state, consequenceOf, facts }, index) => {
    if (state !== 'open' || consequenceOf !== null) return
    for (const key of [code, `${code} ${facts.registry}`]) if (!roots.has(key)) roots.set(key, index)
  })
  return roots
}

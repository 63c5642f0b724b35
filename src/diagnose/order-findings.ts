/** The order of the report: open before cleared, what explains most first. */
import { ENTRY_SEVERITIES } from '../catalog/entry.js'
import type { DiagnosedFinding } from './diagnosis.js'

/** As much of a finding as decides its place. */
export type OrderableFinding = Pick<DiagnosedFinding, 'entry' | 'role' | 'state' | 'consequenceOf' | 'release'> & {
  readonly evidence: readonly { readonly input: number; readonly line: number }[]
}

/**
 * Sorts findings, and names the first open one a root cause: mending it comes first.
 * Consequences stand behind all root causes and independent findings of their severity.
 */
export function orderFindings<Orderable extends OrderableFinding>(findings: readonly Orderable[]): Orderable[] {
  const consequences = new Map<string, number>()
  for (const { consequenceOf: code } of findings) if (code !== null) consequences.set(code, (consequences.get(code) ?? 0) + 1)
  const sorted = [...findings].sort((a, b) => compare(a, b, consequences))
  const first = sorted[0]
  if (first?.state !== 'open' || first.role !== 'independent') return sorted
  return [{ ...first, role: 'root-cause' }, ...sorted.slice(1)]
}

function compare(a: OrderableFinding, b: OrderableFinding, consequences: ReadonlyMap<string, number>): number {
  return (
    Number(a.state === 'cleared') - Number(b.state === 'cleared') ||
    Number(a.role === 'consequence') - Number(b.role === 'consequence') ||
    ENTRY_SEVERITIES.indexOf(a.entry.severity) - ENTRY_SEVERITIES.indexOf(b.entry.severity) ||
    Number(isOutOfTime(a)) - Number(isOutOfTime(b)) ||
    Number(isWeak(a)) - Number(isWeak(b)) ||
    weightOf(b, consequences) - weightOf(a, consequences) ||
    firstLine(a) - firstLine(b)
  )
}

/** The release that the log names does not print it: its line may come from elsewhere. */
function isOutOfTime({ release }: OrderableFinding): boolean {
  return release !== null && release.fit !== 'printing'
}

/** An entry that no line names outright, only general words. */
function isWeak(finding: OrderableFinding): boolean {
  return finding.entry.signatures.length > 0 && finding.entry.signatures.every(({ weak }) => weak)
}

/** How much goes away with it: the consequences that follow from it and the checks that it keeps from running. */
function weightOf({ entry }: OrderableFinding, consequences: ReadonlyMap<string, number>): number {
  return (consequences.get(entry.code) ?? 0) + entry.blocks.length
}

function firstLine(finding: OrderableFinding): number {
  const place = finding.evidence[0]
  return place ? place.input * 1e9 + place.line : Number.MAX_SAFE_INTEGER
}

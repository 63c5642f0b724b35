/** The JSON report cut into typed records, and back. Nothing is in the one that is not in the other, but for the digests. */
import type { InputDigest } from '../triage/digest.js'
import { keptLine, withoutCredentials } from './quote-line.js'
import type { JsonReport } from './report.js'

/** The lists of a report whose members are records of their own, and the type of those. */
const lists = { inputs: 'input', runs: 'run', findings: 'finding', unexplained: 'unexplained' } as const

export interface TypedRecord {
  /** `head` comes first and holds what the others do not; `digest` is what triage kept of an input. */
  readonly type: 'head' | (typeof lists)[keyof typeof lists] | 'accounting' | 'digest'
}

export function recordsOf(report: JsonReport, digests: readonly InputDigest[]): TypedRecord[] {
  const { inputs, runs, findings, unexplained, accounting, ...head } = report
  const typed = (type: TypedRecord['type'], members: readonly object[]) => members.map((member): TypedRecord => ({ type, ...member }))
  return [
    ...typed('head', [head]),
    ...typed('input', inputs),
    ...typed('run', runs),
    ...typed('finding', findings),
    ...typed('unexplained', unexplained),
    ...typed('accounting', [accounting]),
    ...typed('digest', digests.map(withoutCredentialsInside)),
  ]
}

/** What triage kept is whole lines: they are read again, and by anybody who has the file. */
function withoutCredentialsInside(digest: InputDigest): InputDigest {
  return {
    ...digest,
    runs: digest.runs.map((run) => ({ ...run, command: run.command && withoutCredentials(run.command) })),
    findings: digest.findings.map((finding) => ({ ...finding, evidence: finding.evidence.map(keptLine) })),
    unexplained: digest.unexplained.map((line) => ({ ...keptLine(line), template: withoutCredentials(line.template) })),
  }
}

/** Puts records together again; of what shape they are nobody knows yet. Null where they do not begin with a head. */
export function joinRecords(records: readonly unknown[]): { readonly report: unknown; readonly digests: readonly unknown[] } | null {
  const byType = new Map<unknown, object[]>()
  for (const record of records) {
    if (typeof record !== 'object' || record === null) return null
    const { type, ...fields } = record as { readonly type?: unknown }
    const same = byType.get(type)
    if (same) same.push(fields)
    else byType.set(type, [fields])
  }
  const [head] = byType.get('head') ?? []
  if (head === undefined) return null
  const members = Object.entries(lists).map(([list, type]) => [list, byType.get(type) ?? []])
  return {
    report: { ...head, ...Object.fromEntries(members), accounting: byType.get('accounting')?.[0] },
    digests: byType.get('digest') ?? [],
  }
}

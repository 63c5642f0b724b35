import { describe, expect, it } from 'vitest'
import type { Severity } from '../../src/catalog/entry.js'
import { exitCodeOf, type FailOn } from '../../src/cli/exit-code.js'
import type { ReportFinding, Verdict } from '../../src/report/report.js'

/** @param open severities of open findings */
function codeOf(verdict: Verdict, open: readonly Severity[], failOn: FailOn = 'error', unusableInputs = 0) {
  const findings = open.map((severity) => ({ severity, state: 'open' })) as unknown as ReportFinding<never>[]
  return exitCodeOf({ kind: 'report', report: { verdict, findings }, failOn, unusableInputs })
}

describe('of a report', () => {
  it.each([
    ['healthy', [], 0],
    ['failing', ['error'], 1],
    ['warnings', ['warning'], 0],
    ['inconclusive', [], 3],
    ['inconclusive', ['info'], 3],
  ] as const)('%s with %j gives %i', (verdict, open, code) => {
    expect(codeOf(verdict, open)).toBe(code)
  })

  it('is 1 for a failure that no entry knows', () => {
    expect(codeOf('failing', [])).toBe(1)
  })

  it('counts what the call says that it counts', () => {
    expect(codeOf('warnings', ['warning'], 'warning')).toBe(1)
    expect(codeOf('failing', ['error'], 'never')).toBe(0)
    expect(codeOf('inconclusive', [], 'never')).toBe(3)
  })

  it('is 2 where an input could not be read, whatever the others show', () => {
    expect(codeOf('failing', ['error'], 'never', 1)).toBe(2)
  })

  it('leaves out what is over', () => {
    const findings = [{ severity: 'error', state: 'cleared' }] as unknown as ReportFinding<never>[]
    expect(exitCodeOf({ kind: 'report', report: { verdict: 'healthy', findings }, failOn: 'error', unusableInputs: 0 })).toBe(0)
  })
})

it.each([
  [{ kind: 'look-up', found: true }, 0],
  [{ kind: 'look-up', found: false }, 1],
  [{ kind: 'done' }, 0],
  [{ kind: 'unusable' }, 2],
  [{ kind: 'bug' }, 70],
  [{ kind: 'interrupted' }, 130],
  [{ kind: 'broken pipe' }, 141],
] as const)('of %j is %i', (outcome, code) => {
  expect(exitCodeOf(outcome)).toBe(code)
})

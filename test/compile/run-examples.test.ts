import { describe, expect, it } from 'vitest'
import type { Example } from '../../src/compile/compile-catalog.js'
import { formatFault } from '../../src/compile/fault.js'
import { runExamples } from '../../src/compile/run-examples.js'

const example: Example = {
  code: 'DISK_FULL',
  severity: 'error',
  kind: 'matches',
  after: [],
  with: [],
  text: 'log',
  path: 'kb/client/DISK_FULL.md',
  line: 55,
  column: 1,
}

function faults(change: Partial<Example>, codes: readonly string[], unexplained: readonly string[] = []) {
  return runExamples([{ ...example, ...change }], () => ({ codes, unexplained })).map(formatFault)
}

describe('an example that must match', () => {
  it('is right where its entry stands first and alone', () => {
    expect(faults({}, ['DISK_FULL'])).toEqual([])
  })

  it('is a fault where its entry is not found', () => {
    expect(faults({}, ['PULL_SLOW'])).toEqual([
      'kb/client/DISK_FULL.md:55:1  the example does not give DISK_FULL, but PULL_SLOW. Add a signature that matches it, or mend the example.',
    ])
  })

  it('declares what else it gives, before and beside its entry', () => {
    expect(faults({}, ['PULL_SLOW', 'DISK_FULL', 'CMK_ERROR'])).toEqual([
      'kb/client/DISK_FULL.md:55:1  the example gives PULL_SLOW before its entry. If that is right, fence it as "log matches after PULL_SLOW".',
      'kb/client/DISK_FULL.md:55:1  the example gives CMK_ERROR beside its entry. If that is right, fence it as "log matches with CMK_ERROR".',
    ])
    expect(faults({ after: ['PULL_SLOW'], with: ['CMK_ERROR'] }, ['PULL_SLOW', 'DISK_FULL', 'CMK_ERROR'])).toEqual([])
  })

  it('declares nothing that it does not give', () => {
    expect(faults({ with: ['CMK_ERROR'] }, ['DISK_FULL'])).toEqual([
      'kb/client/DISK_FULL.md:55:1  the example does not give CMK_ERROR, which its fence names. Leave the code out, or mend the example.',
    ])
  })

  it('of noise gives no finding, and leaves no line unexplained', () => {
    expect(faults({ severity: 'noise' }, [])).toEqual([])
    expect(faults({ severity: 'noise' }, [], ['FAILED'])).toEqual([
      'kb/client/DISK_FULL.md:55:1  the example leaves "FAILED" unexplained. Add a signature that matches this line.',
    ])
  })
})

describe('an example that must be ignored', () => {
  it('may give anything but its entry', () => {
    expect(faults({ kind: 'ignores' }, ['PULL_SLOW'])).toEqual([])
    expect(faults({ kind: 'ignores' }, ['DISK_FULL'])).toEqual([
      'kb/client/DISK_FULL.md:55:1  the example gives DISK_FULL, which it must not. Make the signatures narrower, or fence it as "log matches".',
    ])
  })
})

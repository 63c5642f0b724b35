import { expect, it } from 'vitest'
import { outline } from '../../src/report/outline.js'
import type { Report } from '../../src/report/report.js'

interface Written {
  readonly code: string
  readonly registry?: string
  readonly of?: string
  readonly isOver?: true
}

function outlined(...written: readonly Written[]) {
  const findings = written.map(({ code, registry, of, isOver }) => ({
    code,
    facts: registry ? { registry } : {},
    consequenceOf: of ?? null,
    state: isOver ? 'cleared' : 'open',
  })) as unknown as Report['findings']
  return outline({ findings }).map(({ index, consequences }) => [index, ...consequences])
}

it('a consequence stands under the finding of its own registry', () => {
  expect(
    outlined(
      { code: 'A', registry: 'one' },
      { code: 'A', registry: 'two' },
      { code: 'B', registry: 'two', of: 'A' },
      { code: 'B', of: 'A' },
    ),
  ).toEqual([
    [0, 3],
    [1, 2],
  ])
})

it('a consequence whose cause is over stands for itself, and so does what is over', () => {
  expect(outlined({ code: 'B', of: 'A' }, { code: 'A', isOver: true }, { code: 'C', of: 'B', isOver: true })).toEqual([[0], [1], [2]])
})

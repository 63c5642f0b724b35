import { describe, expect, it } from 'vitest'
import type { CatalogEntry } from '../../src/catalog/entry.js'
import { type OrderableFinding, orderFindings } from '../../src/diagnose/order-findings.js'

type Written = Partial<Omit<OrderableFinding, 'entry' | 'evidence'>> &
  Pick<CatalogEntry, 'code'> &
  Partial<Pick<CatalogEntry, 'severity' | 'blocks' | 'signatures'>> & { readonly line?: number }

function finding({ code, severity = 'error', blocks = [], signatures = [], line = 1, ...rest }: Written): OrderableFinding {
  const entry = { code, severity, blocks, signatures } as unknown as CatalogEntry
  return { role: 'independent', state: 'open', consequenceOf: null, release: null, ...rest, entry, evidence: [{ input: 0, line }] }
}

const ordered = (...written: readonly Written[]) => orderFindings(written.map(finding)).map(({ entry }) => entry.code)

describe('findings stand', () => {
  it('open before cleared, whatever their severity', () => {
    expect(ordered({ code: 'OVER', state: 'cleared' }, { code: 'OPEN', severity: 'info' })).toEqual(['OPEN', 'OVER'])
  })

  it('consequences behind all others', () => {
    expect(ordered({ code: 'FOLLOWS', role: 'consequence', consequenceOf: 'ROOT' }, { code: 'ROOT', severity: 'warning' })).toEqual([
      'ROOT',
      'FOLLOWS',
    ])
  })

  it('the graver first', () => {
    expect(ordered({ code: 'NOTE', severity: 'info' }, { code: 'WARNING', severity: 'warning' }, { code: 'ERROR' })).toEqual([
      'ERROR',
      'WARNING',
      'NOTE',
    ])
  })

  it('that which explains or blocks more first', () => {
    const follower = { role: 'consequence', consequenceOf: 'EXPLAINS' } as const
    expect(ordered({ code: 'PLAIN' }, { code: 'EXPLAINS', line: 5 }, { code: 'F', ...follower }, { code: 'G', ...follower })).toEqual([
      'EXPLAINS',
      'PLAIN',
      'F',
      'G',
    ])
    expect(ordered({ code: 'PLAIN' }, { code: 'BLOCKS', line: 5, blocks: ['refresh-token'] })).toEqual(['BLOCKS', 'PLAIN'])
  })

  it('that which general words alone name behind what a line names outright', () => {
    expect(
      ordered(
        { code: 'WEAK', signatures: [{ text: 'x', weak: true }] },
        { code: 'NAMED', line: 9, signatures: [{ text: 'y', weak: false }] },
      ),
    ).toEqual(['NAMED', 'WEAK'])
  })

  it('among equals in the order of their lines', () => {
    expect(ordered({ code: 'LATER', line: 7 }, { code: 'EARLIER', line: 2 })).toEqual(['EARLIER', 'LATER'])
  })
})

it('the first open one is a root cause, for mending it comes first', () => {
  expect(orderFindings([finding({ code: 'A', line: 2 }), finding({ code: 'B' })]).map(({ role }) => role)).toEqual([
    'root-cause',
    'independent',
  ])
  expect(orderFindings([finding({ code: 'A', state: 'cleared' })]).map(({ role }) => role)).toEqual(['independent'])
})

import { describe, expect, it } from 'vitest'
import { answersIn } from '../../src/log/answers.js'

const id = '0b9e6f1d-1c2b-4a3d-8e7f-6a5b4c3d2e1f'
const events = (...facts: readonly Readonly<Record<string, string>>[]) =>
  facts.map((known, index) => ({ line: index + 1, saying: { kind: 'answer' } as const, facts: known, isCopy: false, command: null }))

describe('answersIn', () => {
  it('gives each answer the server of the request before it', () => {
    expect(answersIn(events({ host: 'contoso.azurecr.io', status: '401' }, { host: 'management.azure.com' }, { status: '200' }))).toEqual([
      { line: 1, host: 'contoso.azurecr.io', status: '401' },
      { line: 3, host: 'management.azure.com', status: '200' },
    ])
  })

  it('gives a correlation id to the answer above it', () => {
    expect(answersIn(events({ host: 'management.azure.com' }, { status: '403' }, { correlationId: id }))).toEqual([
      { line: 2, host: 'management.azure.com', status: '403', correlationId: id },
    ])
  })

  it('takes no status for an answer of whom nothing is known', () => {
    expect(answersIn(events({ status: '401' }, { correlationId: id }))).toEqual([])
  })
})

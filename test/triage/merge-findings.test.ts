import { expect, it } from 'vitest'
import { mergeFacts } from '../../src/triage/merge-findings.js'

it('of each fact the first value stands', () => {
  expect(mergeFacts([{ registry: 'contoso' }, { registry: 'fabrikam', status: '403' }, { status: '401' }])).toEqual({
    registry: 'contoso',
    status: '403',
  })
})

it('takes the facts of more findings than a call takes arguments', () => {
  expect(mergeFacts(Array.from({ length: 200_000 }, (_, at) => ({ [`fact${at % 3}`]: `${at}` })))).toEqual({
    fact0: '0',
    fact1: '1',
    fact2: '2',
  })
})

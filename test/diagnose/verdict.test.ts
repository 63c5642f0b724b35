/** What several runs decide together. */
import { describe, expect, it } from 'vitest'
import { toPlainText } from '../../src/catalog/prose.js'
import { explain } from '../../src/explain.js'
import { smallCatalog } from './small-catalog.js'

const catalog = smallCatalog({ code: 'GATE_CLOSED', says: ['the gate of {registry} stays closed'] })
const told = (...runs: readonly string[]) => {
  const { verdict, summary } = explain(runs.join(''), { catalog })
  return `${verdict}: ${toPlainText(summary)}`
}

const begin = (registry: string) => `$ az acr check-health -n ${registry}
Docker daemon status: available
Azure CLI version: 2.60.0
DNS lookup to ${registry}.azurecr.io at IP 20.1.2.3 : OK
`
const complete = (registry: string) => `${begin(registry)}
Please refer to https://aka.ms/acr/health-check for more information.
`
const failing = `${begin('fabrikam')}the gate of fabrikam stays closed
`

describe('a run that breaks off', () => {
  it('alone decides nothing', () => {
    expect(told(begin('contoso'))).toBe('inconclusive: 4 checks passed, and nothing is known of the rest: the log ends before it.')
  })

  it('before or behind a healthy one leaves the word to it', () => {
    const healthy = /^healthy: contoso\.azurecr\.io: all \d checks passed\.$/
    expect(told(complete('contoso'), begin('fabrikam'))).toMatch(healthy)
    expect(told(begin('fabrikam'), complete('contoso'))).toMatch(healthy)
  })

  it('beside a failing one leaves the word to that', () => {
    expect(told(failing, begin('contoso'))).toMatch(/^failing: fabrikam/)
    expect(told(begin('contoso'), failing)).toMatch(/^failing: fabrikam/)
  })
})

it('a failure is not outvoted by another registry that is healthy', () => {
  expect(told(failing, complete('contoso'))).toMatch(/^failing: fabrikam/)
})

/** What a later success clears. */
import { describe, expect, it } from 'vitest'
import { explain } from '../../src/explain.js'
import { smallCatalog } from './small-catalog.js'

const catalog = smallCatalog({ code: 'NO_LOGIN', says: ['unauthorized: no login for this registry'] })
const failure = 'unauthorized: no login for this registry'
const pushed = '1.4: digest: sha256:0123abcd size: 1234'

function stateOf(...lines: readonly string[]) {
  return explain(lines.join('\n'), { catalog }).findings[0]?.state
}

describe('a failure of a command', () => {
  const push = '$ docker push contoso.azurecr.io/web:1.4'

  it('is cleared where the very same command succeeds further down', () => {
    expect(stateOf(push, failure, '$ az acr login -n contoso', 'Login Succeeded', push, pushed)).toBe('cleared')
  })

  it('stays open where another command succeeds', () => {
    expect(stateOf(push, failure, '$ docker push contoso.azurecr.io/shop:2', pushed)).toBe('open')
  })

  it('stays open where the same command had succeeded before', () => {
    expect(stateOf(push, pushed, '$ az acr login -n contoso', 'Login Succeeded', push, failure)).toBe('open')
  })
})

it('a registry that only the typed command names goes into the finding', () => {
  const { findings } = explain(['$ az acr build -r contoso -t web:1 .', failure].join('\n'), { catalog })
  expect(findings[0]?.facts.registry).toBe('contoso')
})

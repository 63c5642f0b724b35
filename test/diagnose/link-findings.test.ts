/** What a later success clears, and what belongs to one run. */
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

describe('a registry out of reach', () => {
  const unreachable = smallCatalog({ code: 'NO_ANSWER', says: ['dial tcp {ip}:443: i/o timeout'], layer: 'network' })
  const timeout = 'Get "https://contoso.azurecr.io/v2/": dial tcp 20.1.2.3:443: i/o timeout'
  const login = ['$ docker login contoso.azurecr.io', timeout]
  const state = (...lines: readonly string[]) => explain([...login, ...lines].join('\n'), { catalog: unreachable }).findings[0]?.state

  it('is cleared where the same program reaches it later', () => {
    expect(state('$ docker push contoso.azurecr.io/web:1.4', 'The push refers to repository', pushed)).toBe('cleared')
  })

  it('stays open where the program reaches another one', () => {
    expect(state('$ docker push fabrikam.azurecr.io/web:1.4', pushed)).toBe('open')
  })

  it('stays open where another program reaches it', () => {
    expect(state('$ az acr login -n contoso', 'contoso.azurecr.io', 'Login Succeeded')).toBe('open')
  })
})

it('a registry that only the typed command names goes into the finding', () => {
  const { findings } = explain(['$ az acr build -r contoso -t web:1 .', failure].join('\n'), { catalog })
  expect(findings[0]?.facts.registry).toBe('contoso')
})

it('what a traceback says belongs to the run that crashed', () => {
  const crashing = smallCatalog({ code: 'CRASH', says: ["has no attribute 'role_assignment_mode'"], check: 'challenge-endpoint' })
  const lines = [
    'Azure CLI version: 2.74.0',
    'DNS lookup to contoso.azurecr.io at IP 20.1.2.3 : OK',
    'The command failed with an unexpected error. Here is the traceback:',
    "'NoneType' object has no attribute 'role_assignment_mode'",
  ]
  const { runs } = explain(lines.join('\n'), { catalog: crashing })
  expect(runs.map(({ checks }) => checks.find(({ id }) => id === 'challenge-endpoint')?.status)).toEqual(['failed'])
})

import { describe, expect, it } from 'vitest'
import { explain } from '../../src/explain.js'
import { builtCatalog } from '../built-catalog.js'

const found = (...lines: string[]) =>
  explain(lines.join('\n'), { catalog: builtCatalog }).findings.map(({ code, facts, count }) => [
    code,
    facts.registry,
    facts.loginServer,
    count,
  ])
const lost = (server: string) => `2025-06-01T00:00:00Z ERROR Get "https://${server}/v2/": dial tcp: lookup ${server}: no such host`

describe('the log of a daemon that asks several registries', () => {
  it('gives a finding for each of them', () => {
    expect(found(lost('contoso.azurecr.io'), lost('fabrikam.azurecr.cn'), lost('contoso.azurecr.io'))).toEqual([
      ['NO_SUCH_HOST', 'contoso', 'contoso.azurecr.io', 2],
      ['NO_SUCH_HOST', 'fabrikam', 'fabrikam.azurecr.cn', 1],
    ])
  })

  it('does so by the host that stands before a message which names none', () => {
    const refused = (server: string) =>
      `Error response from daemon: Get "https://${server}/v2/": x509: certificate signed by unknown authority`
    expect(found(refused('contoso.azurecr.io'), refused('fabrikam.azurecr.io'))).toMatchObject([
      ['X509_UNKNOWN_AUTHORITY', 'contoso', 'contoso.azurecr.io', 1],
      ['X509_UNKNOWN_AUTHORITY', 'fabrikam', 'fabrikam.azurecr.io', 1],
    ])
  })

  it('does so when it was redacted', () => {
    const pull = (server: string) => `kubelet: failed to pull image "${server}/a:1": ${server}/a:1: not found`
    expect(found(pull('<registry-1>.azurecr.io'), pull('<registry-2>.azurecr.io')).map(([, registry]) => registry)).toEqual([
      '<registry-1>',
      '<registry-2>',
    ])
  })

  it('names the registry of a data endpoint', () => {
    const registries = found(lost('fabrikam.azurecr.io'), lost('contoso.westeurope.data.azurecr.io')).map(([, registry]) => registry)
    expect(registries).toEqual(expect.arrayContaining(['fabrikam', 'contoso']))
  })
})

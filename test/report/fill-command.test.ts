import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillCommand, fillProse } from '../../src/report/fill-command.js'

const command = 'az acr show --name {registry} --ip {clientIp} --image {image}'

describe('a command', () => {
  it('gets the names that the log gives, and a visible placeholder for the others', () => {
    expect(fillCommand(command, { registry: 'contoso', clientIp: '203.0.113.7' })).toBe(
      'az acr show --name contoso --ip 203.0.113.7 --image <image>',
    )
    expect(fillCommand('nslookup {loginServer}', {})).toBe('nslookup <login-server>')
  })

  it('gets the short name where the log gives the login server', () => {
    expect(fillCommand('-n {registry}', { registry: 'contoso.azurecr.io' })).toBe('-n contoso')
    expect(fillCommand('-n {registry}', { registry: 'contoso-a1b2c3.azurecr.io' })).toBe('-n contoso')
  })

  it('takes the placeholder of a redacted log for a name', () => {
    expect(fillCommand('-n {registry} {clientIp}', { registry: '<registry-1>', clientIp: '<public-ip-2>' })).toBe(
      '-n <registry-1> <public-ip-2>',
    )
  })

  it('keeps the braces of a query', () => {
    const query = 'az acr show --query "{access:publicNetworkAccess}" -o tsv'
    expect(fillCommand(query, { access: 'x' })).toBe(query)
  })

  it.each([
    'contoso; rm -rf /',
    '$(reboot)',
    '`id`',
    'contoso\nreboot',
    'contoso && reboot',
    "contoso' || 'x",
    'contoso"',
    '-rf',
    'con toso',
    '\u202econtoso',
    '../../etc/passwd|sh',
    'contoso>file',
    '%PATH%',
    '',
  ])('never holds the fact %j', (hostile) => {
    for (const name of ['registry', 'loginServer', 'host', 'clientIp', 'image']) {
      expect(fillCommand(`x {${name}} y`, { [name]: hostile })).toMatch(/^x <[a-z-]+> y$/)
    }
  })

  it.each([
    ['digits', '1'.repeat(1_000_000)],
    ['dots', `${'a.'.repeat(500_000)}io`],
    ['colons', 'a:'.repeat(500_000)],
  ])('never holds a megabyte of %s', (_, endless) => {
    for (const name of ['registry', 'loginServer', 'host', 'clientIp', 'image']) {
      expect(fillCommand(`x {${name}} y`, { [name]: endless }).length).toBeLessThan(40)
    }
  })

  it('holds nothing that a shell reads, whatever the facts', () => {
    fc.assert(
      fc.property(fc.constantFrom('registry', 'loginServer', 'host', 'clientIp', 'image', 'tag'), fc.string(), (name, value) => {
        expect(fillCommand(`{${name}}`, { [name]: value })).toMatch(/^(?:<[a-z0-9-]+>|[A-Za-z0-9][A-Za-z0-9._/:@-]*|[0-9a-f]*:[0-9a-f:]+)$/)
      }),
    )
  })
})

it('prose is filled in its code alone', () => {
  const prose = [['of {registry}: ', { code: 'x {registry}' }, { strong: [{ code: '{registry}' }] }]]
  expect(fillProse(prose, { registry: 'contoso' })).toEqual([['of {registry}: ', { code: 'x contoso' }, { strong: [{ code: 'contoso' }] }]])
})

const id =
  '/subscriptions/9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d/resourceGroups/images/providers/Microsoft.ContainerRegistry/registries/contoso'
const facts = { registry: 'contoso', resourceGroup: 'images', cluster: 'shop', clusterGroup: 'clusters', registryResourceId: id }

describe('placeholders that a log knows', () => {
  it.each([
    ['az aks check-acr --resource-group <resource-group> --name <cluster>', 'az aks check-acr --resource-group clusters --name shop'],
    ['az acr update --name {registry} --resource-group <resource-group>', 'az acr update --name contoso --resource-group images'],
    ['az role assignment list --scope <registry-resource-id>', `az role assignment list --scope ${id}`],
  ])('%s', (command, filled) => {
    expect(fillCommand(command, facts)).toBe(filled)
  })

  it('leave the group of anything else to the reader', () => {
    const command = 'az network vnet show --resource-group <resource-group> --name <vnet>'
    expect(fillCommand(command, facts)).toBe(command)
  })

  it('stay as they are where the log does not know them', () => {
    const command = 'az aks update --resource-group <resource-group> --name <cluster>'
    expect(fillCommand(command, {})).toBe(command)
  })

  it.each([
    ['$(reboot)', 'shop'],
    ['rg; reboot', 'shop'],
    ['clusters', '`id`'],
    ['clusters', '--yes'],
    ['$RG', '%CLUSTER%'],
  ])('take no name that a shell would take for more: %s, %s', (clusterGroup, cluster) => {
    const filled = fillCommand('az aks show --resource-group <resource-group> --name <cluster>', { clusterGroup, cluster })
    expect(filled).toMatch(/^az aks show --resource-group (?:<resource-group>|clusters) --name (?:<cluster>|shop)$/)
    expect(filled).toContain('<')
  })
})

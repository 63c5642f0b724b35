import { describe, expect, it } from 'vitest'
import { readCommand } from '../../src/log/command-words.js'
import { readText } from '../../src/text/read-text.js'

const read = (line: string) => readCommand(readText(new TextEncoder().encode(`${line}\nnext line --name other`)), 0)

describe('readCommand', () => {
  it.each([
    ['az acr login -n contoso -g images', { registry: 'contoso', resourceGroup: 'images' }],
    ['az acr check-health --name=contoso --yes', { registry: 'contoso' }],
    [`az acr show --name "contoso" --resource-group 'rg images'`, { registry: 'contoso', resourceGroup: 'rg images' }],
    ["Command arguments: ['acr', 'login', '--name', 'contoso', '--debug']", { registry: 'contoso' }],
    ['az acr task run --registry contoso --name nightly', { registry: 'contoso' }],
    [
      'az aks check-acr -n shop -g clusters --acr contoso.azurecr.io',
      { registry: 'contoso.azurecr.io', cluster: 'shop', clusterGroup: 'clusters' },
    ],
    ['docker login contoso.azurecr.io', {}],
    ['az acr login --name', {}],
  ])('%s', (line, facts) => {
    expect(read(line)).toEqual(facts)
  })
})

import { describe, expect, it } from 'vitest'
import { namesIn, registryIn, typedCommandAt } from '../../src/log/typed-command.js'
import { readText } from '../../src/text/read-text.js'

describe('the registry that a command names', () => {
  it.each([
    ['az acr login -n contoso', 'contoso'],
    ['az acr check-health --name contoso --yes', 'contoso'],
    ['az acr build -r contoso -t shop/web:1 .', 'contoso'],
    ['az acr task create --registry=contoso -n nightly', 'contoso'],
    ['az acr login --name "contoso.azurecr.io"', 'contoso.azurecr.io'],
    ['az aks update -g rg -n cluster1 --attach-acr contoso', 'contoso'],
    ['az acr login -n <registry-1>', '<registry-1>'],
    ['az acr login -n <registry-1>-<label-1>.azurecr.io', '<registry-1>-<label-1>.azurecr.io'],
  ])('reads %s', (command, registry) => {
    expect(registryIn(command)).toBe(registry)
  })

  it.each([
    'az aks update -g rg -n cluster1',
    'az acr token show -n build',
    'az acr login -n $REGISTRY',
    'docker run -n contoso',
    'az vm show -n contoso',
  ])('reads none in %s', (command) => {
    expect(registryIn(command)).toBeUndefined()
  })
})

it('gives a command line from its command on, whatever its spacing', () => {
  const source = readText(new TextEncoder().encode('$ docker  push\tcontoso.azurecr.io/web:1  \nnext'))
  expect(typedCommandAt(source, 2)).toBe('docker push contoso.azurecr.io/web:1')
})

it('gives the arguments that the Azure CLI logs as the command that was typed', () => {
  const source = readText(new TextEncoder().encode("Command arguments: ['acr', 'login', '-n', 'contoso', '--debug']\nnext"))
  expect(typedCommandAt(source, 0)).toBe('az acr login -n contoso --debug')
})

it.each([
  ['az acr login -n contoso -g images', { resourceGroup: 'images' }],
  ['az aks check-acr --name shop --resource-group=clusters --acr contoso', { cluster: 'shop', clusterGroup: 'clusters' }],
  ['az vm show -g images -n shop', {}],
  ['az aks update -n $CLUSTER -g $GROUP', {}],
])('reads the names in %s', (command, names) => {
  expect(namesIn(command)).toEqual(names)
})

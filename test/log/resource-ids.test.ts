import { describe, expect, it } from 'vitest'
import { namesOfIds } from '../../src/log/resource-ids.js'

const inGroup = (group: string, rest: string) =>
  `/subscriptions/9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d/resourceGroups/${group}/providers/Microsoft.${rest}`

describe('namesOfIds', () => {
  it('reads the group of the registry off its id, and passes over other registries', () => {
    const own = inGroup('images', 'ContainerRegistry/registries/contoso')
    const text = `${inGroup('other', 'ContainerRegistry/registries/fabrikam')} and '${own}?api-version=2022-02-01-preview'`
    expect(namesOfIds(text, 'contoso')).toEqual({ registryResourceId: own, resourceGroup: 'images' })
  })

  it('reads cluster and group off the first id of a cluster', () => {
    const text = ['ContainerService/managedClusters/shop', 'ContainerService/managedClusters/test'].map((rest) => inGroup('aks', rest))
    expect(namesOfIds(text.join(' '), null)).toEqual({ cluster: 'shop', clusterGroup: 'aks' })
  })

  it('reads nothing off ids of anything else', () => {
    expect(namesOfIds(inGroup('net', 'Network/virtualNetworks/contoso'), 'contoso')).toEqual({})
  })
})

/** Facts → the private values among them: a fact's name says what it is. */
import type { PrivateKind } from '../text/placeholder.js'
import type { PrivateValue } from './private-values.js'

const kindsByName: Readonly<Record<string, PrivateKind>> = {
  registry: 'registry',
  registryName: 'registry',
  subscription: 'subscription',
  tenant: 'tenant',
  directory: 'tenant',
  appId: 'client',
  objectId: 'object',
  hubUser: 'user',
  actor: 'user',
  vnet: 'resource',
  rule: 'resource',
}

const plainName = /^[A-Za-z0-9][\w.()-]{0,90}$/

/** What has dots or slashes in it, such as a login server or a resource's id, shows by its own shape what it is. */
export function factValues(facts: Readonly<Record<string, string>>): PrivateValue[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const kind = kindsByName[name]
    return kind !== undefined && plainName.test(value) && !(kind === 'registry' && value.includes('.')) ? [{ kind, value }] : []
  })
}

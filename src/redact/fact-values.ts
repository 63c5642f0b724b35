/** Facts → the private values among them: a fact's name says what it is. */
import type { PrivateKind } from '../text/placeholder.js'
import type { PrivateValue } from './private-values.js'

const kindsByName: readonly { readonly name: RegExp; readonly kind: PrivateKind }[] = [
  { name: /^registry(?:Name)?$/, kind: 'registry' },
  { name: /^subscription/, kind: 'subscription' },
  { name: /^(?:tenant|directory)/, kind: 'tenant' },
  { name: /^(?:app|client)Id$/, kind: 'client' },
  { name: /^(?:object|principal)Id$/, kind: 'object' },
  { name: /^(?:resource|cluster)Group/, kind: 'resource-group' },
  { name: /[uU]ser$|^actor$/, kind: 'user' },
  { name: /^vnet$|^vault$|^cluster$/, kind: 'resource' },
]

function kindOf(name: string): PrivateKind | undefined {
  return kindsByName.find((candidate) => candidate.name.test(name))?.kind
}

const plainName = /^(?![0-9a-f]{8}-)[A-Za-z0-9][\w.()-]{0,90}$/i

/** Whether a fact of this name is a private value as a whole. */
export function isPrivateFact(name: string): boolean {
  return kindOf(name) !== undefined
}

/** What has dots, dashes or slashes in it, such as a login server or an id, shows by its own shape what it is. */
export function factValues(facts: Readonly<Record<string, string>>): PrivateValue[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const kind = kindOf(name)
    return kind !== undefined && plainName.test(value) && !(kind === 'registry' && value.includes('.')) ? [{ kind, value }] : []
  })
}

/**
 * What stands in a private value's place once a text is redacted: `<registry-1>`. Everything that reads logs takes such a
 * placeholder for the value it stands for, so that a redacted log gives the findings of the original.
 */

/** In the order in which a value that was seen as several things takes its name. */
export const PRIVATE_KINDS = [
  'registry',
  'subscription',
  'tenant',
  'client',
  'object',
  'resource-group',
  'host',
  'machine',
  'resource',
  'mail',
  'user',
  'private-ip',
  'public-ip',
  'guid',
  'label',
  'password',
  'token',
  'key',
  'signature',
  'certificate',
] as const
export type PrivateKind = (typeof PRIVATE_KINDS)[number]

export function placeholderOf(kind: PrivateKind, number: number): string {
  return `<${kind}-${number}>`
}

/** The source of a regular expression for one placeholder, of the kinds given or of any. */
export function placeholderPattern(...kinds: readonly PrivateKind[]): string {
  return `<(?:${(kinds.length > 0 ? kinds : PRIVATE_KINDS).join('|')})-\\d{1,9}>`
}

const anyPlaceholder = new RegExp(placeholderPattern())
const everyPlaceholder = new RegExp(`<(${PRIVATE_KINDS.join('|')})-\\d{1,9}>`, 'g')

export function holdsPlaceholder(text: string): boolean {
  return text.includes('<') && anyPlaceholder.test(text)
}

/** For each kind something of the shape that its values have; a name where they have none. */
const shapes: Partial<Readonly<Record<PrivateKind, string>>> = {
  host: 'host.example',
  'private-ip': '10.0.0.1',
  'public-ip': '203.0.113.1',
  guid: '00000000-0000-0000-0000-000000000000',
  subscription: '00000000-0000-0000-0000-000000000000',
  tenant: '00000000-0000-0000-0000-000000000000',
  client: '00000000-0000-0000-0000-000000000000',
  object: '00000000-0000-0000-0000-000000000000',
}

/** A text with values of the same shape in its placeholders' places, for whoever asks what kind of value it is. */
export function withShapes(text: string): string {
  return text.includes('<') ? text.replace(everyPlaceholder, (_, kind: PrivateKind) => shapes[kind] ?? 'name1') : text
}

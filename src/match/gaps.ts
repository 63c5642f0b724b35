/** What may stand in a signature's gap, by type. */
import { holdsPlaceholder, placeholderPattern, withShapes } from '../text/placeholder.js'

export const GAP_TYPES = ['registry', 'host', 'ip', 'int', 'version', 'guid', 'word', 'text', 'rest'] as const
export type GapType = (typeof GAP_TYPES)[number]

const name = '[A-Za-z][A-Za-z0-9]*'
/** `{name}` or `{name:type}`, as signatures have them. */
export const signatureGap = new RegExp(`\\{(${name})(?::([A-Za-z]+))?\\}`, 'g')
/** `{name}`, as commands have them; in these `{a:b}` is a query's. */
export const commandGap = new RegExp(`\\{(${name})\\}`, 'g')

/** Gaps whose name alone says what they hold. */
const typesByName: Readonly<Record<string, GapType>> = {
  registry: 'registry',
  loginServer: 'registry',
  host: 'host',
  clientIp: 'ip',
  ip: 'ip',
  loginServerIp: 'ip',
  status: 'int',
  seconds: 'int',
  version: 'version',
  correlationId: 'guid',
  tenant: 'word',
  subscription: 'word',
  appId: 'word',
  objectId: 'word',
  repository: 'word',
  tag: 'word',
  image: 'word',
}

export function gapTypeOf(name: string): GapType {
  return typesByName[name] ?? 'text'
}

/**
 * What customers put in a value's place: `<registry>`, `***`, `xxx`, `{name}`, `$NAME`, `[redacted]`, `…`,
 * alone or with the rest of a name behind it (`<acr-name>.azurecr.io`).
 */
const placeholder = /^[<[{$%*_.…-]|\*{2,}|<[^>]*>|^x{2,}\b|…|redacted/i

/** Whether a gap's value is a placeholder: one word, whatever stands in its brackets. */
export function isPlaceholder(value: string): boolean {
  // Our own stand for one value each, and are as good as it.
  return placeholder.test(value) && !holdsPlaceholder(value) && !/\s/.test(value.replace(bracketed, ''))
}

const bracketed = /<[^<>]{1,60}>|\[[^[\]]{1,60}\]|\{[^{}]{1,60}\}/g

/** A whole value of the type. Case does not count. */
const wholeValues: Readonly<Record<GapType, RegExp>> = {
  registry: /^[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/i,
  host: /^[a-z0-9](?:[a-z0-9_.-]*[a-z0-9])?(?::\d{1,5})?$/i,
  // IPv4 with digits that somebody may have masked, or IPv6
  ip: /^(?:[0-9x]{1,3}(?:\.[0-9x*]{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]+)$/i,
  int: /^\d{1,12}$/,
  version: /^v?\d[\w.+~-]*$/i,
  guid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  word: /^\S+$/,
  text: /^[\s\S]*$/,
  rest: /^[\s\S]*$/,
}

export function isValueOf(type: GapType, value: string): boolean {
  return wholeValues[type].test(withShapes(value))
}

const redactedName = new RegExp(`^${placeholderPattern()}(?:-${placeholderPattern('label')})?(?:\\.[a-z0-9-]+)*(?::\\d{1,5})?`, 'i')

/** At the end of a signature: as much of the line as belongs to the value. */
const leadingValues: Readonly<Record<GapType, RegExp>> = {
  registry: /^[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?(?:\.[a-z0-9-]+)*|^[<*[$][^\s'",;]*/i,
  host: /^[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?(?:\.[a-z0-9-]+)*(?::\d{1,5})?|^[<*[$][^\s'",;]*/i,
  ip: /^(?:[0-9x]{1,3}(?:\.[0-9x*]{1,3}){3}|[0-9a-f]*:[0-9a-f:.]*[0-9a-f])|^[<*[$][^\s'",;]*/i,
  int: /^\d{1,12}|^[<*[$][^\s'",;]*/,
  version: /^v?\d[\w+~-]*(?:\.[\w+~-]+)*|^[<*[$][^\s'",;]*/i,
  guid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|^[<*[$][^\s'",;]*/i,
  word: /^\S+/,
  text: /^.*/,
  rest: /^.*/,
}

/** The part of `line` that a gap at a signature's end takes; undefined where nothing there is such a value. */
export function leadingValueOf(type: GapType, line: string): string | undefined {
  const redacted = line.startsWith('<') && !isFreeText(type) && type !== 'word' ? redactedName.exec(line)?.[0] : undefined
  if (redacted === undefined) return leadingValues[type].exec(line)?.[0]
  // A registry's name is told without its port, like any other.
  return type === 'host' ? redacted : redacted.replace(/:\d+$/, '')
}

/** Whether a value's inner white space, escapes and line ends belong to it. */
export function isFreeText(type: GapType): boolean {
  return type === 'text' || type === 'rest'
}

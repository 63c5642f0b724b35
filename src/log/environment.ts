/** What a run says of the machine and the registry it ran against. */
import type { Cloud } from '../catalog/entry.js'
import { contentText } from '../text/peel-line.js'
import { placeholderPattern } from '../text/placeholder.js'
import type { Event } from './parse-log.js'

export interface Environment {
  readonly azureCli?: string
  readonly engine?: 'docker' | 'podman'
  readonly docker?: string
  readonly dockerPlatform?: string
  readonly helm?: string
  readonly notary?: string
  readonly loginServer?: string
  readonly loginServerIp?: string
  readonly cloud?: Cloud
}

const plainFacts = ['azureCli', 'docker', 'dockerPlatform', 'helm', 'notary', 'loginServerIp'] as const

/** @param text of the run: a login server that no saying holds is read off its lines */
export function environmentOf(events: readonly Event[], text: string): Environment {
  const environment: { -readonly [Name in keyof Environment]: Environment[Name] } = {}
  for (const { facts, saying } of events) {
    for (const name of plainFacts) {
      const value = facts[name]
      if (value) environment[name] ??= trimVersion(value)
    }
    if (saying.kind === 'status' && saying.engine) environment.engine ??= saying.engine
    const loginServer = loginServerOf(facts)
    if (loginServer) environment.loginServer ??= loginServer
  }
  const named = environment.loginServer ?? namedLoginServer(text) ?? namedLoginServer(unwrapped(text))
  if (named) environment.loginServer = named
  const cloud = named && cloudOf(named)
  return cloud ? { ...environment, cloud } : environment
}

/** `24.0.5,` or `'29.3.0'` as printed, without what clings to it. */
function trimVersion(value: string): string {
  return value.replace(/[',;]+$/, '').replace(/^v(?=\d)/, '')
}

const clouds: readonly { suffix: string; cloud: Cloud }[] = [
  { suffix: '.azurecr.io', cloud: 'public' },
  { suffix: '.azurecr.cn', cloud: 'china' },
  { suffix: '.azurecr.us', cloud: 'usgov' },
]

/** A name that a terminal broke stands whole once the lines that are broken inside its suffix are joined. */
function unwrapped(text: string): string {
  const lines = text.split('\n').map(contentText)
  return lines.map((line) => (brokenSuffix.test(line) ? line : `${line}\n`)).join('')
}

/** The end of a line, inside `.azurecr.io` behind a name. */
const brokenSuffix = /[a-z0-9>-]\.(?:a|az|azu|azur|azure|azurec|azurecr|azurecr\.|azurecr\.[icu])$/i

const redactedName = `${placeholderPattern()}(?:-${placeholderPattern('label')})?`
const loginServer = new RegExp(
  `(?<![a-z0-9.-])([a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?|${redactedName})(?:\\.[a-z0-9-]{1,30}){0,2}(\\.azurecr\\.(?:io|cn|us))(?![.-]{0,8}[a-z0-9])`,
  'gi',
)

/** The login server that a text names most often; data and regional endpoints (`contoso.westeurope.data.azurecr.io`) name theirs too. */
export function namedLoginServer(text: string): string | undefined {
  const counts = new Map<string, number>()
  for (const [, name, suffix] of text.matchAll(loginServer)) {
    const server = `${name}${suffix}`.toLowerCase()
    if (name?.toLowerCase() !== 'privatelink') counts.set(server, (counts.get(server) ?? 0) + 1)
  }
  const most = Math.max(0, ...counts.values())
  return [...counts].find(([, count]) => count === most)?.[0]
}

/** The cloud of a login server by its suffix; undefined where it is no Azure container registry's. */
export function cloudOf(loginServer: string): Cloud | undefined {
  return clouds.find(({ suffix }) => loginServer.toLowerCase().endsWith(suffix))?.cloud
}

/** The login server that facts name, in lower case; undefined where they name none in full. */
export function loginServerOf(facts: Readonly<Record<string, string>>): string | undefined {
  const named = facts.loginServer ?? facts.registry
  return named && cloudOf(named) ? named.toLowerCase() : undefined
}

const beginsRedacted = new RegExp(`^${placeholderPattern()}`)

/**
 * The short name of the registry that facts name. A login server with a domain name label carries a hash after the
 * name, `contoso-abc123.azurecr.io`; names themselves have no hyphen.
 */
export function registryNameOf(facts: { readonly loginServer?: string | undefined; readonly registry?: string }): string | undefined {
  const named = (facts.loginServer ?? facts.registry)?.toLowerCase()
  if (!named) return undefined
  const redacted = beginsRedacted.exec(named)?.[0]
  if (redacted) return redacted
  if (cloudOf(named)) return (named.split('.')[0] as string).split('-')[0]
  return /^[a-z0-9]{5,50}$/.test(named) ? named : undefined
}

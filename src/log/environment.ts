/** What a run says of the machine and the registry it ran against. */
import type { Cloud } from '../catalog/entry.js'
import type { Event } from './parse-log.js'

export interface Environment {
  azureCli?: string
  engine?: 'docker' | 'podman'
  docker?: string
  dockerPlatform?: string
  helm?: string
  notary?: string
  loginServer?: string
  loginServerIp?: string
  cloud?: Cloud
}

const plainFacts = ['azureCli', 'docker', 'dockerPlatform', 'helm', 'notary', 'loginServerIp'] as const

export function environmentOf(events: readonly Event[]): Environment {
  const environment: Environment = {}
  for (const { facts, saying } of events) {
    for (const name of plainFacts) {
      const value = facts[name]
      if (value) environment[name] ??= trimVersion(value)
    }
    if (saying.kind === 'status' && saying.engine) environment.engine ??= saying.engine
    const loginServer = loginServerOf(facts)
    if (loginServer) environment.loginServer ??= loginServer
  }
  const cloud = environment.loginServer && cloudOf(environment.loginServer)
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

/** The cloud of a login server by its suffix; undefined where it is no Azure container registry's. */
export function cloudOf(loginServer: string): Cloud | undefined {
  return clouds.find(({ suffix }) => loginServer.toLowerCase().endsWith(suffix))?.cloud
}

/** The login server that facts name, in lower case; undefined where they name none in full. */
export function loginServerOf(facts: Readonly<Record<string, string>>): string | undefined {
  const named = facts.loginServer ?? facts.registry
  return named && cloudOf(named) ? named.toLowerCase() : undefined
}

/**
 * The short name of the registry that facts name. A login server with a domain name label carries a hash after the
 * name, `contoso-abc123.azurecr.io`; names themselves have no hyphen.
 */
export function registryNameOf(facts: Readonly<Record<string, string>>): string | undefined {
  const named = (facts.loginServer ?? facts.registry)?.toLowerCase()
  if (!named) return undefined
  if (cloudOf(named)) return (named.split('.')[0] as string).split('-')[0]
  return /^[a-z0-9]{5,50}$/.test(named) ? named : undefined
}

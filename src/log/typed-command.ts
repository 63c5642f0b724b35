/** What a command line says by itself, where a terminal or a CI system echoed it, or the Azure CLI logged it with `--debug`. */
import { placeholderPattern } from '../text/placeholder.js'
import { lineEndOf, lineIndexAt, type SourceText } from '../text/read-text.js'

const LONGEST = 400

/** The Azure CLI's list of its arguments, `Command arguments: ['acr', 'login', '-n', 'contoso']`. */
const loggedArguments = /^Command arguments: \[/
const quotedArgument = /'([^']*)'|"([^"]*)"/g

/** The command at an offset to the end of its line, with single blanks; it may hold a password, and is compared, never shown. */
export function typedCommandAt(source: SourceText, offset: number): string {
  const end = Math.min(lineEndOf(source, lineIndexAt(source, offset)), offset + LONGEST)
  const text = source.text.slice(offset, end)
  if (!loggedArguments.test(text)) return text.trim().replace(/\s+/g, ' ')
  return ['az', ...[...text.matchAll(quotedArgument)].map(([, single, double]) => single ?? double)].join(' ')
}

/** An option's value; in a redacted log there are placeholders in it. */
const value = `[ =]["']?((?:[A-Za-z0-9.-]|${placeholderPattern()})+)`
const registryOption = new RegExp(`\\s(?:-r|--registry)${value}`)
/** Commands whose name is the registry's; elsewhere `--name` is a task's, a token's or a cluster's. */
const namesRegistry = /^az acr (?:login|check-health|build|run|import|show|update|repository|network-rule)\b/
const namesCluster = /^az aks (?:check-acr|update|show|get-credentials)\b/
const nameOption = new RegExp(`\\s(?:-n|--name)${value}`)
const attachOption = new RegExp(`^az aks .*\\s(?:--attach-acr|--acr)${value}`)

/** The registry that a command names, as it is typed there: a name or a login server; undefined where it names none. */
export function registryIn(command: string): string | undefined {
  if (command.startsWith('az aks')) return attachOption.exec(command)?.[1]
  if (!command.startsWith('az acr')) return undefined
  return registryOption.exec(command)?.[1] ?? (namesRegistry.test(command) ? nameOption.exec(command)?.[1] : undefined)
}

const groupOption = new RegExp(`\\s(?:-g|--resource-group)[ =]["']?((?:[\\w.()-]|${placeholderPattern()})+)`)

/** What a command names beside the registry, as it is typed there. */
export interface TypedNames {
  /** The group that the registry is in. */
  readonly resourceGroup?: string
  readonly cluster?: string
  readonly clusterGroup?: string
}

export function namesIn(command: string): TypedNames {
  const group = groupOption.exec(command)?.[1]
  if (namesRegistry.test(command)) return group ? { resourceGroup: group } : {}
  if (!namesCluster.test(command)) return {}
  const cluster = nameOption.exec(command)?.[1]
  return { ...(cluster ? { cluster } : {}), ...(group ? { clusterGroup: group } : {}) }
}

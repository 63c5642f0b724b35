/** What a command line says by itself, where a terminal or a CI system echoed it. */
import { lineEndOf, lineIndexAt, type SourceText } from '../text/read-text.js'

const LONGEST = 400

/** The command at an offset to the end of its line, with single blanks; it may hold a password, and is compared, never shown. */
export function typedCommandAt(source: SourceText, offset: number): string {
  const end = Math.min(lineEndOf(source, lineIndexAt(source, offset)), offset + LONGEST)
  return source.text.slice(offset, end).trim().replace(/\s+/g, ' ')
}

const registryOption = /\s(?:-r|--registry)[ =]["']?([A-Za-z0-9.-]+)/
/** Commands whose name is the registry's; elsewhere `--name` is a task's, a token's or a cluster's. */
const namesRegistry = /^az acr (?:login|check-health|build|run|import|show|update|repository|network-rule)\b/
const nameOption = /\s(?:-n|--name)[ =]["']?([A-Za-z0-9.-]+)/
const attachOption = /^az aks .*\s(?:--attach-acr|--acr)[ =]["']?([A-Za-z0-9.-]+)/

/** The registry that a command names, as it is typed there: a name or a login server; undefined where it names none. */
export function registryIn(command: string): string | undefined {
  if (command.startsWith('az aks')) return attachOption.exec(command)?.[1]
  if (!command.startsWith('az acr')) return undefined
  return registryOption.exec(command)?.[1] ?? (namesRegistry.test(command) ? nameOption.exec(command)?.[1] : undefined)
}

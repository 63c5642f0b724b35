/** What an echoed command line names: the registry, the cluster and their resource groups. */
import { lineEndOf, lineIndexAt, type SourceText } from '../text/read-text.js'

/** Names as typed; whether they are plausible is for those to judge who use them. */
export interface CommandFacts {
  readonly registry?: string
  readonly resourceGroup?: string
  readonly cluster?: string
  readonly clusterGroup?: string
}

const word = /"([^"]{0,200})"|'([^']{0,200})'|([^\s"',[\]]+)/g
const LONGEST_COMMAND = 2000

/**
 * Reads the options of the command that begins at an offset: `az acr login -n contoso`, or the list of arguments that
 * `--debug` logs, `['acr', 'login', '-n', 'contoso']`.
 */
export function readCommand(source: SourceText, offset: number): CommandFacts {
  const end = Math.min(lineEndOf(source, lineIndexAt(source, offset)), offset + LONGEST_COMMAND)
  const words = [...source.text.slice(offset, end).matchAll(word)].map(([, double, single, bare]) => double ?? single ?? bare ?? '')
  const option = (...names: string[]) => optionIn(words, names)
  const group = option('--resource-group', '-g')
  if (words.includes('aks')) {
    return withoutGaps({ registry: option('--acr', '--attach-acr'), cluster: option('--name', '-n'), clusterGroup: group })
  }
  return words.includes('acr') ? withoutGaps({ registry: option('--registry', '-r') ?? option('--name', '-n'), resourceGroup: group }) : {}
}

/** The value of the first of the options that a command has, in either way of writing: `--name contoso`, `--name=contoso`. */
function optionIn(words: readonly string[], names: readonly string[]): string | undefined {
  for (const [index, text] of words.entries()) {
    if (names.includes(text)) return words[index + 1]
    const name = names.find((candidate) => text.startsWith(`${candidate}=`))
    if (name) return text.slice(name.length + 1)
  }
  return undefined
}

function withoutGaps(facts: Readonly<Record<string, string | undefined>>): CommandFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}

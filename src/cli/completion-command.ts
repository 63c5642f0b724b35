import type { Locale } from '../catalog/entry.js'
import { openCatalogFiles } from './catalog-files.js'
import type { CommandCall } from './command.js'
import type { CommandName } from './command-specs.js'
import type { Outcome } from './exit-code.js'
import { parserFor } from './help.js'
import { subcommands } from './kb-command.js'
import { splitCommand, tokensOf } from './parse-plain.js'
import { printable } from './printable.js'
import { shippedPath } from './shipped-path.js'
import { writeStdout } from './streams.js'
import { UsageError } from './usage-error.js'

/** `completion`: the script of the shell that `$SHELL` names, bash where it names none of the three. */
export async function runCompletion({ operands, settings, messages }: CommandCall): Promise<Outcome> {
  if (operands[0] !== undefined) throw new UsageError(messages.operandsNotTaken('completion', printable(operands[0])))
  parserFor([], settings.locale).showCompletionScript()
  return { kind: 'done' }
}

/**
 * Writes what may stand at the end of a line, one a line; nothing where a file is to be named, which the shell knows better.
 *
 * @param words the line so far, the program's name among them or not; the last one is being typed
 */
export async function writeCompletions(words: readonly string[], locale: Locale): Promise<Outcome> {
  const typed = /(^|[\\/])acr-explain(\.\w+)?$/.test(words[0] ?? '') ? words.slice(1) : words
  const { command, operands } = splitCommand(tokensOf(typed.slice(0, -1)))
  const current = typed.at(-1) ?? ''
  const names = namesFor(command, operands, current)
  const completions = names.length > 0 ? names : await parserFor(typed, locale).getCompletion([...typed])
  const fitting = completions.filter((completion) => current.startsWith('-') || !completion.startsWith('-'))
  writeStdout(fitting.map((completion) => `${completion}\n`).join(''))
  return { kind: 'done' }
}

/** What a command may be given by name; empty where that is left to yargs or the shell. */
function namesFor(command: CommandName, operands: readonly string[], current: string): string[] {
  if (current.startsWith('-')) return []
  if (command === 'kb') return operands.length === 0 ? Object.keys(subcommands) : []
  if (command !== 'show') return []
  const { codes } = openCatalogFiles(shippedPath('catalog'))
  return current === current.toUpperCase() ? [...codes] : codes.map((code) => code.toLowerCase())
}

import { readFileSync } from 'node:fs'
import process from 'node:process'
import { nearest } from '../search/edit-distance.js'
import type { Messages } from './messages.js'
import { COMMANDS } from './options.js'
import { printable } from './printable.js'
import type { Settings } from './settings.js'
import { codeOf, readStdin, writeStderr } from './streams.js'
import { isTerminal } from './terminal.js'

export interface Input {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Reads the named files, "-" being standard input; that alone where no file is named.
 * One that cannot be read is said on stderr and counted; the others are still read.
 */
export async function readInputs(
  operands: readonly string[],
  settings: Pick<Settings, 'stdinName'>,
  messages: Messages,
): Promise<{ inputs: Input[]; unusable: number }> {
  const inputs: Input[] = []
  let unusable = 0
  for (const operand of operands.length > 0 ? new Set(operands) : ['-']) {
    try {
      inputs.push(
        operand === '-'
          ? { name: printable(settings.stdinName), bytes: await readPastedOrPiped(messages) }
          : { name: printable(operand), bytes: readFileSync(operand) },
      )
    } catch (error) {
      writeStderr(sayUnreadable(error, operand, messages))
      unusable++
    }
  }
  return { inputs, unusable }
}

/** Standard input whole; on a terminal it is said first how to end it. */
export async function readPastedOrPiped(messages: Messages): Promise<Uint8Array> {
  if (isTerminal(0)) sayPaste(messages)
  return readStdin()
}

/** Standard input as it comes; on a terminal it is said first how to end it. */
export function stdinChunks(messages: Messages): AsyncIterable<Uint8Array> {
  if (isTerminal(0)) sayPaste(messages)
  return process.stdin as AsyncIterable<Buffer>
}

export function sayPaste(messages: Messages): void {
  writeStderr(messages.pasteNow(process.platform === 'win32' ? 'Ctrl-Z, Enter' : 'Ctrl-D'))
}

/** @throws what is no failure to read. */
export function sayUnreadable(error: unknown, operand: string, messages: Messages): string {
  const code = codeOf(error)
  const name = printable(operand)
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const [command] = nearest(operand, COMMANDS, (candidate) => [candidate])
    return command ? messages.commandMisspelt(name, command) : messages.fileMissing(name)
  }
  if (code === 'EISDIR') return messages.isFolder(name)
  if (code === 'ERR_FS_FILE_TOO_LARGE') return messages.tooLarge(name)
  if (code === '') throw error
  return messages.notReadable(name, code)
}

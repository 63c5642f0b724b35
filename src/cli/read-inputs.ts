import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import type { NamedInput } from '../explain.js'
import { nearest } from '../search/edit-distance.js'
import { encodingByHead, type ReadAs } from '../text/decode.js'
import type { Messages } from './messages.js'
import { COMMANDS } from './options.js'
import { printable } from './printable.js'
import type { Settings } from './settings.js'
import { codeOf, readStdin, writeStderr } from './streams.js'
import { isTerminal } from './terminal.js'
import { UsageError } from './usage-error.js'

/** What has more bytes is read piece by piece, as `triage` reads: it is never held in memory. */
export const MOST_BYTES_READ_WHOLE = 1 << 25

/**
 * Reads the named files, "-" being standard input; that alone where no file is named.
 * One that cannot be read is said on stderr and counted; the others are still read.
 *
 * @throws UsageError where the first is no file and looks like a command.
 */
export async function readInputs(
  operands: readonly string[],
  settings: Pick<Settings, 'stdinName' | 'readAs'>,
  messages: Messages,
): Promise<{ inputs: NamedInput[]; unusable: number }> {
  const inputs: NamedInput[] = []
  let unusable = 0
  for (const operand of operands.length > 0 ? new Set(operands) : ['-']) {
    try {
      const input =
        operand === '-'
          ? { name: printable(settings.stdinName), bytes: await readPastedOrPiped(messages) }
          : { name: printable(operand), bytes: readFileSync(operand) }
      inputs.push({ ...input, readAs: settings.readAs ?? (await guessFor(input.bytes)) })
    } catch (error) {
      const said = sayUnreadable(error, operand, messages)
      // What follows a misspelt command is meant for that command.
      if (codeOf(error) === 'ENOENT' && operand === operands[0] && commandNear(operand)) throw new UsageError(said)
      writeStderr(said)
      unusable++
    }
  }
  return { inputs, unusable }
}

/** What guesses is large, and nearly never needed. */
async function guessFor(bytes: Uint8Array): Promise<ReadAs | undefined> {
  return isUtf8(bytes) || encodingByHead(bytes) !== undefined ? undefined : (await import('../text/guess-encoding.js')).guessReadAs(bytes)
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
    const command = commandNear(operand)
    return command ? messages.commandMisspelt(name, command) : messages.fileMissing(name)
  }
  if (code === 'EISDIR') return operand === '-' ? messages.stdinIsFolder : messages.isFolder(name)
  if (code === 'ERR_FS_FILE_TOO_LARGE') return messages.tooLarge(name)
  if (code === '') throw error
  return messages.notReadable(name, code)
}

function commandNear(operand: string): string | undefined {
  return nearest(operand, COMMANDS, (candidate) => [candidate])[0]
}

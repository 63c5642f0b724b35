import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import type { NamedInput } from '../explain.js'
import { nearest } from '../search/edit-distance.js'
import { encodingByHead, type ReadAs } from '../text/decode.js'
import { COMMANDS } from './command-specs.js'
import type { Messages } from './messages.js'
import { isPipe, Pipe } from './pipe.js'
import { printable } from './printable.js'
import type { Settings } from './settings.js'
import { codeOf, writeStderr } from './streams.js'
import { UsageError } from './usage-error.js'

/** What has more bytes is read piece by piece, as `triage` reads: it is never held in memory. */
export const MOST_BYTES_READ_WHOLE = 1 << 25

export interface ReadInputs {
  readonly inputs: readonly NamedInput[]
  /** How many could not be read. */
  readonly unusable: number
  /** A pipe brings more than is read whole: there are no inputs. */
  readonly isLarge: boolean
  /** To read them in another way: those that were not refused, and the pipes among them that were begun. */
  readonly readable: readonly string[]
  readonly begun: ReadonlyMap<string, Pipe>
}

/**
 * Reads files and pipes, "-" being standard input. One that cannot be read is said on stderr and counted; the others are still read.
 *
 * @throws UsageError where the first is no file and looks like a command.
 */
export async function readInputs(
  operands: readonly string[],
  settings: Pick<Settings, 'stdinName' | 'readAs'>,
  messages: Messages,
): Promise<ReadInputs> {
  const inputs: NamedInput[] = []
  const begun = new Map<string, Pipe>()
  const refused = new Set<string>()
  for (const operand of new Set(operands)) {
    try {
      const left = MOST_BYTES_READ_WHOLE - inputs.reduce((sum, { bytes }) => sum + bytes.length, 0)
      const bytes = isPipe(operand) ? await readPipe(operand, left) : readFileSync(operand)
      const name = printable(operand === '-' ? settings.stdinName : operand)
      if (bytes) inputs.push({ name, bytes, readAs: settings.readAs ?? (await guessFor(bytes)) })
      else return { ...outcome(true), inputs: [] }
    } catch (error) {
      const said = sayUnreadable(error, operand, messages)
      // What follows a misspelt command is meant for that command.
      if (codeOf(error) === 'ENOENT' && operand === operands[0] && commandNear(operand)) throw new UsageError(said)
      writeStderr(said)
      refused.add(operand)
    }
  }
  return outcome(false)

  function outcome(isLarge: boolean): ReadInputs {
    return { inputs, unusable: refused.size, isLarge, readable: operands.filter((one) => !refused.has(one)), begun }
  }

  async function readPipe(operand: string, most: number): Promise<Uint8Array | null> {
    const pipe = new Pipe(operand, messages)
    begun.set(operand, pipe)
    return pipe.whole(most)
  }
}

/** What guesses is large, and nearly never needed. */
async function guessFor(bytes: Uint8Array): Promise<ReadAs | undefined> {
  return isUtf8(bytes) || encodingByHead(bytes) !== undefined ? undefined : (await import('../text/guess-encoding.js')).guessReadAs(bytes)
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

/** Writing the standard streams. Plain file calls are used where they do: Node's streams cost start-up time. */
import { writeSync } from 'node:fs'
import process from 'node:process'
import { isTerminal } from './terminal.js'

const STDOUT = 1
const STDERR = 2
const RETRY_MILLISECONDS = 5

/** The reader of our output has gone, as `| head` does; the program ends quietly. */
export class BrokenPipe extends Error {}

/** Standard output takes no more, as on a full disk. */
export class StdoutFailed extends Error {
  /** The system's code, such as ENOSPC. */
  readonly code: string

  constructor(code: string) {
    super(`standard output: ${code}`)
    this.code = code
  }
}

/**
 * Writes to standard output, all of it before returning.
 *
 * @throws BrokenPipe where nobody reads any more.
 * @throws StdoutFailed where it cannot be written.
 */
export function writeStdout(text: string): void {
  // A Windows console takes UTF-16 from Node's stream; bytes written past it come out in the wrong code page.
  if (isTerminal(STDOUT)) {
    process.stdout.write(text)
    return
  }
  try {
    writeWhole(STDOUT, text)
  } catch (error) {
    throw codeOf(error) === '' ? error : new StdoutFailed(codeOf(error))
  }
}

/** Says something beside the report, with a line end. Where stderr is closed nobody misses it. */
export function writeStderr(line: string): void {
  writeStderrRaw(`${line}\n`)
}

/** The same without a line end. */
export function writeStderrRaw(text: string): void {
  if (process.platform === 'win32') {
    process.stderr.write(text)
    return
  }
  try {
    writeWhole(STDERR, text)
  } catch (error) {
    if (!(error instanceof BrokenPipe)) throw error
  }
}

function writeWhole(fileDescriptor: number, text: string): void {
  const bytes = Buffer.from(text)
  let written = 0
  while (written < bytes.length) {
    try {
      written += writeSync(fileDescriptor, bytes, written)
    } catch (error) {
      if (codeOf(error) === 'EPIPE') throw new BrokenPipe()
      if (codeOf(error) !== 'EAGAIN') throw error
      // Somebody made the pipe non-blocking, and its reader is slow.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MILLISECONDS)
    }
  }
}

/** The system's code of an error, such as ENOENT; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

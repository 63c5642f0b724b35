/** Reading standard input and writing the standard streams. Plain file calls are used where they do: streams cost start-up time. */
import { readSync, writeSync } from 'node:fs'
import process from 'node:process'
import { isTerminal } from './terminal.js'

const STDIN = 0
const STDOUT = 1
const STDERR = 2
const CHUNK_BYTES = 65536
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

/** Standard input to its end. A terminal is read as a stream, so that Ctrl-C and Ctrl-D work. */
export async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  if (isTerminal(STDIN) || !readBlocking(chunks)) {
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)
}

/** Reads until the end into `chunks`; false where the input is non-blocking, and the rest must be awaited. */
function readBlocking(chunks: Uint8Array[]): boolean {
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
    let length: number
    try {
      length = readSync(STDIN, chunk, 0, CHUNK_BYTES, null)
    } catch (error) {
      if (codeOf(error) === 'EAGAIN') return false
      // Windows reports the end of a pipe as an error.
      if (codeOf(error) === 'EOF') return true
      throw error
    }
    if (length === 0) return true
    chunks.push(chunk.subarray(0, length))
  }
}

/** The system's code of an error, such as ENOENT; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

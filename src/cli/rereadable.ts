/** A text that is read twice: once to learn what is private in it, once to write it without that. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { decode, type ReadAs, TextReader } from '../text/decode.js'
import { guessReadAs } from '../text/guess-encoding.js'
import type { Messages } from './messages.js'
import { isPipe, Pipe } from './pipe.js'
import { sayUnreadable } from './read-inputs.js'
import { writeStderr } from './streams.js'

export interface Rereadable {
  readonly name: string
  /** Whether the bytes are no text. */
  readonly isBinary: boolean
  /** The text in chunks, from its beginning each time. */
  chunks(): Generator<string>
  close(): void
}

const CHUNK_BYTES = 1 << 20
/** So much tells how a text is encoded; a shorter one is looked at whole. */
const HEAD_BYTES = 1 << 24
/** What comes from a pipe is kept in memory up to here, and beyond in a file that nobody else can open. */
const MEMORY_BYTES = 1 << 26

/** Opens a file, or "-" for standard input; null, with the reason on stderr, where it cannot be read. */
export async function openRereadable(
  operand: string,
  name: string,
  readAs: ReadAs | undefined,
  messages: Messages,
): Promise<Rereadable | null> {
  try {
    return rereadable(name, await openBytes(operand, messages), readAs)
  } catch (error) {
    writeStderr(sayUnreadable(error, operand, messages))
    return null
  }
}

interface Bytes {
  chunks(): Generator<Uint8Array>
  close(): void
}

async function openBytes(operand: string, messages: Messages): Promise<Bytes> {
  return isPipe(operand) ? spool(new Pipe(operand, messages).chunks()) : fileBytes(openSync(operand, 'r'))
}

function fileBytes(descriptor: number): Bytes {
  return {
    *chunks() {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
      for (let at = 0; ; ) {
        const length = readSync(descriptor, chunk, 0, CHUNK_BYTES, at)
        if (length === 0) return
        yield chunk.subarray(0, length)
        at += length
      }
    },
    close: () => closeSync(descriptor),
  }
}

async function spool(stream: AsyncIterable<Uint8Array>): Promise<Bytes> {
  const kept: Uint8Array[] = []
  let length = 0
  let descriptor: number | null = null
  for await (const chunk of stream) {
    length += chunk.length
    if (length > MEMORY_BYTES) {
      descriptor ??= openNameless()
      for (const bytes of [...kept.splice(0), chunk]) writeSync(descriptor, bytes)
    } else kept.push(chunk)
  }
  if (descriptor !== null) return fileBytes(descriptor)
  return {
    *chunks() {
      yield* kept
    },
    close() {},
  }
}

/** A file without a name: it is gone when the program ends, however it does. */
function openNameless(): number {
  const folder = mkdtempSync(join(tmpdir(), 'acr-explain-'))
  const descriptor = openSync(join(folder, 'input'), 'wx+', 0o600)
  // Windows keeps the name until the file is closed.
  if (process.platform === 'win32') process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  else rmSync(folder, { recursive: true })
  return descriptor
}

function rereadable(name: string, bytes: Bytes, readAs: ReadAs | undefined): Rereadable {
  const head = headOf(bytes)
  const { encoding, problem } = decode(head, readAs ?? guessReadAs(head))
  return {
    name,
    isBinary: problem?.kind === 'binary',
    *chunks() {
      const reader = new TextReader(encoding, readAs !== undefined)
      // The bytes of a chunk are valid until the next one is asked for.
      for (const chunk of bytes.chunks()) yield reader.push(chunk)
      yield reader.end()
    },
    close: bytes.close,
  }
}

function headOf(bytes: Bytes): Uint8Array {
  const head: Uint8Array[] = []
  let length = 0
  for (const chunk of bytes.chunks()) {
    head.push(Buffer.from(chunk))
    length += chunk.length
    if (length >= HEAD_BYTES) break
  }
  return Buffer.concat(head)
}

/** Streams of bytes: out of a file, with a look at what comes first, and counted. */
import { closeSync, openSync, readSync } from 'node:fs'
import { type Chunks, problemFrom, ReadingStopped } from './member.js'

// Larger ones fall out of the processor's cache before they are scanned.
const CHUNK_BYTES = 128 * 1024

/**
 * A file's bytes in one buffer that is used again and again: a chunk is valid until the next one is asked for.
 *
 * @param most what is written behind is not read; 0 where the system does not know how long it is
 */
export function* fileChunks(path: string | Buffer, most: number): Generator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES)
  let descriptor: number | undefined
  try {
    descriptor = openSync(path, 'r')
    for (let left = most || Number.POSITIVE_INFINITY; left > 0; ) {
      const length = readSync(descriptor, buffer, 0, Math.min(CHUNK_BYTES, left), null)
      if (length === 0) return
      left -= length
      yield buffer.subarray(0, length)
    }
  } catch (error) {
    throw new ReadingStopped(problemFrom(error))
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/** Copies each chunk, for those who keep it. */
export async function* ownedChunks(chunks: Chunks): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield new Uint8Array(chunk)
}

/** The first bytes of a stream, and the whole of it: where it fails behind some bytes, they are in the whole. */
export async function peek(chunks: Chunks, byteLength: number): Promise<{ head: Uint8Array; all: AsyncGenerator<Uint8Array> }> {
  const iterator = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]()
  let head: Uint8Array = new Uint8Array(0)
  let isDone = false
  let failure: unknown
  try {
    while (head.length < byteLength && !isDone) {
      const { done, value } = await iterator.next()
      if (done) isDone = true
      else head = Buffer.concat([head, value])
    }
  } catch (error) {
    if (head.length === 0) throw error
    failure = error
  }
  return { head, all: whole() }

  async function* whole(): AsyncGenerator<Uint8Array> {
    try {
      if (head.length > 0) yield head
      if (failure !== undefined) throw failure
      while (!isDone) {
        const { done, value } = await iterator.next()
        if (done) return
        yield value
      }
    } finally {
      await iterator.return?.()
    }
  }
}

/** The stream, each chunk shown to somebody who may throw. */
export async function* watched(chunks: Chunks, watch: (byteLength: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    watch(chunk.length)
    yield chunk
  }
}

/** Problems of a library told in our own terms. */
export async function* translated(chunks: Chunks): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks
  } catch (error) {
    throw new ReadingStopped(problemFrom(error))
  }
}

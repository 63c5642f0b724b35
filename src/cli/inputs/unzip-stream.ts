/** Compressed streams of one file: gzip by Node itself, Zstandard by fzstd, as Node 20 has none. */
import { createGunzip } from 'node:zlib'
import { Decompress } from 'fzstd'
import type { Budget } from './budget.js'
import { type Chunks, problemFrom, ReadingStopped } from './member.js'

/** As much as is unpacked at a time: what a broken or hostile stream gave before it ended is not lost with it. */
const PUSHED_BYTES = 16 * 1024

export async function* gunzip(chunks: Chunks, budget: Budget): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  let failure: Error | undefined
  const unzip = createGunzip()
  unzip.on('data', (data: Uint8Array) => ready.push(data))
  unzip.on('error', (error) => {
    failure = error
  })
  try {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += PUSHED_BYTES) {
        await new Promise((resolve) => unzip.write(chunk.subarray(at, at + PUSHED_BYTES), resolve))
        yield* given()
      }
    }
    await new Promise((resolve) => unzip.once('error', resolve).once('end', resolve).end())
    yield* given()
  } finally {
    unzip.destroy()
  }

  function* given(): Generator<Uint8Array> {
    for (const data of ready.splice(0)) {
      budget.give(data.length)
      yield data
    }
    if (failure) throw new ReadingStopped(problemFrom(failure))
  }
}

/** As much memory as zstd itself grants a window without being asked: 128 MiB. */
const LARGEST_WINDOW = 1 << 27

export async function* unzstd(chunks: Chunks, budget: Budget): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const decompress = new Decompress((data) => {
    budget.give(data.length)
    if (data.length > 0) ready.push(data)
  })
  let isFirst = true
  try {
    for await (const chunk of chunks) {
      if (isFirst && windowBytes(chunk) > LARGEST_WINDOW) throw new ReadingStopped({ kind: 'too large', bytes: LARGEST_WINDOW })
      isFirst = false
      for (let at = 0; at < chunk.length; at += PUSHED_BYTES) {
        // It keeps what it is given, and chunks are used again.
        decompress.push(new Uint8Array(chunk.subarray(at, at + PUSHED_BYTES)))
        yield* ready.splice(0)
      }
    }
    decompress.push(new Uint8Array(0), true)
  } catch (error) {
    yield* ready.splice(0)
    if (error instanceof ReadingStopped) throw error
    throw new ReadingStopped({ kind: /EOF/i.test(String((error as Error).message)) ? 'cut off' : 'damaged' })
  }
  yield* ready.splice(0)
}

// RFC 8878, section 3.1.1.1: a descriptor, then the window's exponent and mantissa unless the frame is one segment.
function windowBytes(head: Uint8Array): number {
  const [descriptor = 0, window = 0] = head.subarray(4, 6)
  const isSingleSegment = (descriptor & 0x20) !== 0
  if (isSingleSegment) return 0
  const base = 2 ** (10 + (window >> 3))
  return base + (base / 8) * (window & 7)
}

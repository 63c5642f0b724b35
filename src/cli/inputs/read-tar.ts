/** The members of a tar, as they come. */
import { Readable } from 'node:stream'
import { extract, type Header } from 'tar-stream'
import type { ReadingProblem } from '../../triage/digest.js'
import type { Budget } from './budget.js'
import { ownedChunks, translated } from './chunks.js'
import { type Chunks, type Opened, problemFrom } from './member.js'
import { leadsOut } from './member-name.js'

export async function* readTar(name: string, chunks: Chunks, budget: Budget): AsyncGenerator<Opened> {
  const tail = new TailWatch()
  const source = Readable.from(tail.watch(ownedChunks(chunks)))
  const unpack = extract()
  source.on('error', (error) => unpack.destroy(error))
  source.pipe(unpack)
  let skipped = 0
  try {
    for await (const entry of unpack) {
      const { header } = entry
      const problem = problemOf(header)
      if (header.type !== 'directory' && !budget.admits()) skipped++
      else if (problem) yield { name: `${name}!/${header.name}`, byteLength: header.size ?? 0, problem }
      else if (header.type !== 'directory') {
        const modified = header.mtime ? { modified: header.mtime.getTime() } : {}
        yield { name: `${name}!/${header.name}`, ...modified, chunks: translated(entry as AsyncIterable<Uint8Array>) }
      }
      entry.resume()
    }
    if (tail.problem) yield { name, byteLength: 0, problem: tail.problem }
  } catch (error) {
    yield { name, byteLength: 0, problem: tail.problem ?? problemFrom(error) }
  } finally {
    source.destroy()
  }
  if (skipped > 0) yield { name, byteLength: 0, problem: { kind: 'too many', entries: budget.bounds.entries, skipped } }
}

function problemOf({ name, type }: Header): ReadingProblem | undefined {
  if (type === 'link' || type === 'symlink') return { kind: 'link' }
  if (type !== 'file' && type !== 'contiguous-file' && type !== 'directory') return { kind: 'special file' }
  return leadsOut(name) ? { kind: 'unsafe name' } : undefined
}

const END_BYTES = 1024

/** A tar ends in two blocks of zeros; without them something is missing. A source that fails just ends, so that what it gave is still read. */
class TailWatch {
  private tail: Uint8Array = new Uint8Array(0)
  private failure: ReadingProblem | undefined
  private isOver = false

  async *watch(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of chunks) {
        this.tail = chunk.length >= END_BYTES ? chunk.slice(-END_BYTES) : Buffer.concat([this.tail, chunk]).subarray(-END_BYTES)
        yield chunk
      }
    } catch (error) {
      this.failure = problemFrom(error)
    }
    this.isOver = true
  }

  get problem(): ReadingProblem | undefined {
    const endsInZeros = this.tail.length === END_BYTES && this.tail.every((byte) => byte === 0)
    return this.failure ?? (this.isOver && !endsInZeros ? { kind: 'cut off' } : undefined)
  }
}

/** A file → the texts in it: itself, or, where it is an archive, all of its members, archives in archives too. */
import { type Bounds, Budget, type ReadWatch, usualBounds } from './budget.js'
import { fileChunks, peek, translated, watched } from './chunks.js'
import { detectFormat, HEAD_BYTES } from './detect-format.js'
import type { FoundFile } from './find-files.js'
import { type Chunks, type Member, type Opened, problemFrom, ReadingStopped } from './member.js'
import { readTar } from './read-tar.js'
import { readZip, type ZipSource } from './read-zip.js'
import { gunzip, unzstd } from './unzip-stream.js'

/** Opens a file that is on disk. */
export async function* openFile(
  { name, path, byteLength, modified }: FoundFile,
  watch?: ReadWatch,
  bounds: Bounds = usualBounds,
): AsyncGenerator<Opened> {
  const budget = new Budget(bounds, watch)
  const whole: Member = { name, modified, chunks: watched(fileChunks(path, byteLength), (bytes) => budget.take(bytes)) }
  yield* openMember(whole, budget, 0, { path, byteLength })
}

/** Opens a stream, such as standard input. */
export async function* openStream(name: string, chunks: Chunks, watch?: ReadWatch, bounds: Bounds = usualBounds): AsyncGenerator<Opened> {
  const budget = new Budget(bounds, watch)
  yield* openMember({ name, chunks: translated(watched(chunks, (bytes) => budget.take(bytes))) }, budget, 0)
}

/** @param file where the member is a file of its own: a zip is read from its end. */
async function* openMember(
  member: Member,
  budget: Budget,
  depth: number,
  file?: Pick<FoundFile, 'path' | 'byteLength'>,
): AsyncGenerator<Opened> {
  const { name } = member
  try {
    const { head, all } = await peek(member.chunks, HEAD_BYTES)
    const format = detectFormat(head)
    if (format !== 'plain' && depth > budget.bounds.depth) throw new ReadingStopped({ kind: 'too deep', depth: budget.bounds.depth })
    switch (format) {
      case 'plain':
        yield { ...member, chunks: all }
        return
      case 'gzip':
        yield* openMember({ ...member, chunks: gunzip(all, budget) }, budget, depth + 1)
        return
      case 'zstd':
        yield* openMember({ ...member, chunks: unzstd(all, budget) }, budget, depth + 1)
        return
      case 'tar':
        yield* openAll(readTar(name, all, budget), budget, depth, name)
        return
      case 'zip':
        if (file === undefined) yield* openZip(name, { held: await heldBytes(all, budget) }, budget, depth)
        else {
          await all.return(undefined)
          budget.take(file.byteLength)
          yield* openZip(name, file, budget, depth)
        }
        return
      default:
        yield { name, byteLength: 0, problem: { kind: 'unread format', format } }
    }
  } catch (error) {
    yield { name, byteLength: 0, problem: problemFrom(error) }
  }
}

/** The texts of every member of an archive. Once a bound is reached nothing more is read, and that is said once. */
async function* openAll(members: AsyncIterable<Opened>, budget: Budget, depth: number, archive: string): AsyncGenerator<Opened> {
  for await (const member of members) {
    if (budget.isSpent) {
      yield { name: archive, byteLength: 0, problem: { kind: 'rest unread' } }
      return
    }
    if ('problem' in member) yield member
    else yield* openMember(member, budget, depth + 1)
  }
}

async function* openZip(name: string, zip: ZipSource, budget: Budget, depth: number): AsyncGenerator<Opened> {
  yield* openAll(readZip(name, zip, budget), budget, depth, name)
}

/** @throws ReadingStopped where they are more than may be held. */
async function heldBytes(chunks: Chunks, budget: Budget): Promise<Buffer> {
  const held: Uint8Array[] = []
  let byteLength = 0
  for await (const chunk of chunks) {
    byteLength += chunk.length
    if (byteLength > budget.bounds.heldBytes) throw new ReadingStopped({ kind: 'too large', bytes: budget.bounds.heldBytes })
    held.push(new Uint8Array(chunk))
  }
  return Buffer.concat(held)
}

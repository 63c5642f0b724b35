/** The members of a zip, by its directory: from a file on disk, or from bytes where it stands in another archive. */
import type { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import type { Budget } from './budget.js'
import { translated, watched } from './chunks.js'
import type { FoundFile } from './find-files.js'
import { type Opened, problemFrom, type Refusal } from './member.js'
import { leadsOut } from './member-name.js'

const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true } as const

export type ZipSource = Pick<FoundFile, 'path'> | { readonly held: Buffer }

export async function* readZip(name: string, zip: ZipSource, budget: Budget): AsyncGenerator<Opened> {
  let file: ZipFile | undefined
  let skipped = 0
  try {
    // Node takes a path of bytes, whatever yauzl's types say.
    file = 'path' in zip ? await yauzl.openPromise(zip.path as string, options) : await yauzl.fromBufferPromise(zip.held, options)
    for await (const entry of file.eachEntry()) {
      const path = pathOf(entry)
      if (path.endsWith('/')) continue
      if (!budget.admits()) skipped++
      else yield await openEntry(file, entry, `${name}!/${path}`, path, budget)
    }
    if (skipped > 0) yield { name, byteLength: 0, problem: { kind: 'too many', entries: budget.bounds.entries, skipped } }
  } catch (error) {
    yield { name, byteLength: 0, problem: /strong encryption/.test(String(error)) ? { kind: 'encrypted' } : problemFrom(error) }
  } finally {
    file?.close()
  }
}

async function openEntry(file: ZipFile, entry: Entry, name: string, path: string, budget: Budget): Promise<Opened> {
  const byteLength = entry.uncompressedSize
  const problem = problemOf(entry, path)
  if (problem) return { name, byteLength, problem }
  try {
    const stream: Readable = await file.openReadStreamPromise(entry)
    const chunks = watched(translated(stream as AsyncIterable<Uint8Array>), (bytes) => budget.give(bytes))
    return { name, modified: entry.getLastModDate().getTime(), chunks }
  } catch (error) {
    return { name, byteLength, problem: problemFrom(error) }
  }
}

const UNIX = 3
const LINK_MODE = 0o120000
const FORMAT_MASK = 0o170000
const STORED = 0
const DEFLATED = 8

function problemOf(entry: Entry, path: string): Refusal['problem'] | undefined {
  const unixMode = entry.versionMadeBy >> 8 === UNIX ? entry.externalFileAttributes >>> 16 : 0
  if (leadsOut(path)) return { kind: 'unsafe name' }
  if ((unixMode & FORMAT_MASK) === LINK_MODE) return { kind: 'link' }
  if (entry.isEncrypted()) return { kind: 'encrypted' }
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) return { kind: 'unread format', format: 'zip' }
  return undefined
}

function pathOf(entry: Entry): string {
  const bytes = entry.fileName as unknown as Buffer
  return yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, bytes, entry.extraFields, false)
}

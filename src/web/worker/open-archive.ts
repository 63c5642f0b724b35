/** The texts in a zip or a gzip file, within bounds that no archive can talk its way out of. */
import { Gunzip, type UnzipFileInfo, unzipSync } from 'fflate'
import type { NamedInput } from '../../explain.js'
import { joinBytes } from '../../text/join-bytes.js'
import type { Unread } from './calls.js'
import { encryptedMembers } from './encrypted-members.js'

export interface Opened {
  readonly inputs: readonly NamedInput[]
  /** What was left aside, and why. */
  readonly unread: readonly Unread[]
}

export interface Bounds {
  readonly members: number
  /** Unpacked, of all members of a dropped file together. */
  readonly bytes: number
  /** Archives in archives. */
  readonly depth: number
}

const usualBounds: Bounds = { members: 10_000, bytes: 512 * 2 ** 20, depth: 3 }

/** The input itself, or, where its bytes are an archive, what is in it: `bundle.zip!/logs/a.log`. */
export function openArchive(input: NamedInput, bounds: Bounds = usualBounds): Opened {
  const budget = { ...bounds }
  const inputs: NamedInput[] = []
  const unread: Unread[] = []
  open(input, bounds.depth)
  return { inputs, unread }

  function open(member: NamedInput, depth: number): void {
    const { name, bytes } = member
    const format = formatOf(bytes)
    if (format === 'plain') inputs.push(member)
    else if (depth === 0) unread.push({ name, reason: 'tooDeep' })
    else if (format === 'gzip') openGzip(name, bytes, depth)
    else openZip(name, bytes, depth)
  }

  function openGzip(name: string, bytes: Uint8Array, depth: number): void {
    const unzipped = gunzip(bytes, budget.bytes)
    if (typeof unzipped === 'string') unread.push({ name, reason: unzipped })
    else {
      budget.bytes -= unzipped.length
      open({ name, bytes: unzipped }, depth - 1)
    }
  }

  function openZip(name: string, bytes: Uint8Array, depth: number): void {
    for (const member of unzip(name, bytes)) {
      if ('reason' in member) unread.push(member)
      else open(member, depth - 1)
    }
  }

  function unzip(archive: string, bytes: Uint8Array): (NamedInput | Unread)[] {
    const refused: Unread[] = []
    const admitted: string[] = []
    const encrypted = encryptedMembers(bytes)
    const admits = ({ name, originalSize }: UnzipFileInfo) => {
      if (name.endsWith('/')) return false
      const reason = encrypted.has(name) ? 'encrypted' : budget.members === 0 ? 'tooMany' : originalSize > budget.bytes ? 'tooLarge' : null
      if (reason !== null) refused.push({ name: `${archive}!/${name}`, reason })
      else {
        budget.members--
        budget.bytes -= originalSize
        admitted.push(name)
      }
      return false
    }
    try {
      unzipSync(bytes, { filter: admits })
    } catch {
      return [{ name: archive, reason: 'damaged' }]
    }
    return [...unzipMembers(archive, admitted, bytes), ...refused]
  }
}

/** All at once, and where that fails one at a time: a member that is damaged takes none of the others with it. */
function unzipMembers(archive: string, names: readonly string[], bytes: Uint8Array): (NamedInput | Unread)[] {
  try {
    const wanted = new Set(names)
    const contents = unzipSync(bytes, { filter: ({ name }) => wanted.has(name) })
    return names.map((name) => ({ name: `${archive}!/${name}`, bytes: contents[name] as Uint8Array }))
  } catch {
    return names.map((name) => unzipMember(archive, name, bytes))
  }
}

function unzipMember(archive: string, name: string, bytes: Uint8Array): NamedInput | Unread {
  const whole = `${archive}!/${name}`
  try {
    // fflate inflates into as many bytes as the directory promises, and no more.
    const content = unzipSync(bytes, { filter: (member) => member.name === name })[name]
    return content ? { name: whole, bytes: content } : { name: whole, reason: 'damaged' }
  } catch {
    return { name: whole, reason: 'damaged' }
  }
}

function gunzip(bytes: Uint8Array, most: number): Uint8Array | Unread['reason'] {
  const chunks: Uint8Array[] = []
  let length = 0
  const stream = new Gunzip((chunk) => {
    chunks.push(chunk)
    length += chunk.length
    if (length > most) throw new RangeError()
  })
  try {
    for (let at = 0; at < bytes.length; at += PUSHED_BYTES) {
      stream.push(bytes.subarray(at, at + PUSHED_BYTES), at + PUSHED_BYTES >= bytes.length)
    }
  } catch (error) {
    if (error instanceof RangeError) return 'tooLarge'
    // What a stream that is cut off gave before its end is worth reading.
    if (length === 0) return 'damaged'
  }
  return joinBytes(chunks)
}

const PUSHED_BYTES = 64 * 1024

// APPNOTE.TXT 4.3.7 and 4.3.16; RFC 1952, 2.3.1.
function formatOf([first, second, third, fourth]: Uint8Array): 'zip' | 'gzip' | 'plain' {
  if (first === 0x1f && second === 0x8b) return 'gzip'
  const isZip = first === 0x50 && second === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6))
  return isZip ? 'zip' : 'plain'
}

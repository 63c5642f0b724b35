/** A text scanned as the program scans a large input: from its beginning to its end in chunks, or in parts, each by itself. */
import { bytesOfPart, InputScan, PartJoiner, PartScan, partInput } from '../../src/input-scan.js'
import type { InputDigest } from '../../src/triage/digest.js'
import { builtCatalog } from '../built-catalog.js'

export const input = { name: 'a.log', modified: Date.UTC(2026, 0, 1) }

const headOf = (bytes: Uint8Array) => bytes.subarray(0, 1 << 18)

export function scanInChunks(bytes: Uint8Array, chunkBytes = bytes.length): InputDigest {
  const scan = new InputScan(input, builtCatalog, headOf(bytes))
  for (let at = 0; at < bytes.length; at += chunkBytes) scan.push(bytes.subarray(at, at + chunkBytes))
  return scan.end(null)
}

export function scanInParts(bytes: Uint8Array, partBytes: number): InputDigest {
  const parted = partInput(input, headOf(bytes), bytes.length, partBytes)
  if (!parted) throw new Error('not parted')
  const joiner = new PartJoiner(parted, builtCatalog)
  for (const part of parted.parts) {
    const scan = new PartScan(builtCatalog, part)
    const { start, end } = bytesOfPart(parted, part)
    for (let rest = bytes.subarray(start, end); rest.length > 0; ) {
      const { room } = scan
      room.set(rest.subarray(0, room.length))
      scan.took(Math.min(rest.length, room.length))
      rest = rest.subarray(room.length)
    }
    joiner.add(scan.end())
  }
  return joiner.end(bytes.at(-1) !== 0x0a, null)
}

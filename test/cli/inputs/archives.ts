/** Archives for the tests, byte by byte, so that they can be wrong in every way. */
import { deflateRawSync } from 'node:zlib'

export interface ZipMember {
  readonly name: string
  readonly content: string | Uint8Array
  readonly unixMode?: number
  readonly isEncrypted?: boolean
  /** What the directory says of its length; the truth unless given. */
  readonly statedLength?: number
}

const bytesOf = (content: string | Uint8Array) => (typeof content === 'string' ? Buffer.from(content) : Buffer.from(content))

/** PKWARE's APPNOTE: local headers with data, then the directory, then its end. */
export function zip(members: readonly ZipMember[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, unixMode = 0o100644, isEncrypted = false, statedLength } of members) {
    const raw = bytesOf(content)
    const data = deflateRawSync(raw)
    const nameBytes = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE((isEncrypted ? 1 : 0) | 0x800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(0x59658000, 6)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(statedLength ?? raw.length, 18)
    common.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, nameBytes, data])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE((unixMode << 16) >>> 0, 6)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, rest, nameBytes]))
    parts.push(local)
    offset += local.length
  }
  const directoryBytes = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(members.length, 4)
  end.writeUInt16LE(members.length, 6)
  end.writeUInt32LE(directoryBytes.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, directoryBytes, Buffer.from('PK\x05\x06', 'latin1'), end])
}

export interface TarMember {
  readonly name: string
  readonly content?: string | Uint8Array
  readonly type?: '0' | '1' | '2' | '3' | '5'
}

const BLOCK = 512

/** POSIX ustar: a header block, the content in whole blocks, two blocks of zeros at the end. */
export function tar(members: readonly TarMember[]): Buffer {
  return Buffer.concat([...members.flatMap(tarMember), Buffer.alloc(2 * BLOCK)])
}

function tarMember({ name, content = '', type = '0' }: TarMember): Buffer[] {
  const data = bytesOf(content)
  const header = Buffer.alloc(BLOCK)
  header.write(name, 0, 100)
  header.write('0000644\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  header.write(`${data.length.toString(8).padStart(11, '0')}\0`, 124)
  header.write('14712345670\0', 136)
  header.write('        ', 148)
  header.write(type, 156)
  header.write('ustar\x0000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return [header, data, Buffer.alloc((BLOCK - (data.length % BLOCK)) % BLOCK)]
}

/** RFC 8878: a frame of raw blocks. */
export function zstd(content: string | Uint8Array): Buffer {
  const data = bytesOf(content)
  const blocks: Buffer[] = []
  for (let at = 0; at < data.length || at === 0; at += 65536) {
    const piece = data.subarray(at, at + 65536)
    blocks.push(blockHeader(piece.length, 0, at + 65536 >= data.length), piece)
  }
  return Buffer.concat([frameHeader(data.length), ...blocks])
}

/** Blocks that repeat one byte: four bytes for each 128 KiB. */
export function zstdBomb(blocks: number): Buffer {
  const each = Array.from({ length: blocks }, (_, index) => Buffer.concat([blockHeader(131072, 1, index === blocks - 1), Buffer.from('A')]))
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0x38]), ...each])
}

function frameHeader(length: number): Buffer {
  const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0, 0])
  header.writeUInt32LE(length, 5)
  return header
}

function blockHeader(length: number, type: 0 | 1, isLast: boolean): Buffer {
  const header = Buffer.alloc(3)
  header.writeUIntLE((length << 3) | (type << 1) | (isLast ? 1 : 0), 0, 3)
  return header
}

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Bounds, usualBounds } from '../../../src/cli/inputs/budget.js'
import { digestMembers } from '../../../src/cli/inputs/digest-file.js'
import { type Chunks, type Opened, ReadingStopped } from '../../../src/cli/inputs/member.js'
import { openFile, openStream } from '../../../src/cli/inputs/open-members.js'
import { Control } from '../../../src/cli/jobs/control.js'
import { builtCatalog } from '../../built-catalog.js'
import { tar, zip, zstd, zstdBomb } from './archives.js'

const folder = mkdtempSync(join(tmpdir(), 'acr-explain-archives-'))

/** What is in a file: each member's name and text, or the kind of problem that it has. */
async function contentsOf(bytes: Uint8Array, bounds: Partial<Bounds> = {}, name = 'case'): Promise<Record<string, string>> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return listed(openFile({ name, path, byteLength: bytes.length, modified: 0 }, undefined, { ...usualBounds, ...bounds }))
}

async function listed(members: AsyncIterable<Opened>): Promise<Record<string, string>> {
  const contents: Record<string, string> = {}
  for await (const member of members) {
    contents[member.name] = 'problem' in member ? `!${member.problem.kind}` : await textOf(member.chunks)
  }
  return contents
}

async function textOf(chunks: Chunks): Promise<string> {
  let text = ''
  try {
    for await (const chunk of chunks) text += Buffer.from(chunk).toString()
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error
    return `${text.slice(0, 20)}!${error.problem.kind}`
  }
  return text
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const two = [
  { name: 'a.log', content: 'first' },
  { name: 'logs/b.log', content: 'second' },
]
const inZip = { 'case!/a.log': 'first', 'case!/logs/b.log': 'second' }

describe('a file', () => {
  it('that is no archive is its own text, whatever its name', async () => {
    expect(await contentsOf(Buffer.from('PKZIP was here'), {}, 'a.zip')).toEqual({ 'a.zip': 'PKZIP was here' })
    expect(await contentsOf(Buffer.alloc(0))).toEqual({ case: '' })
  })

  it.each([
    ['gzip', gzipSync('first')],
    ['gzip of two parts', Buffer.concat([gzipSync('fir'), gzipSync('st')])],
    ['Zstandard', zstd('first')],
  ])('in %s keeps its name', async (_, bytes) => {
    expect(await contentsOf(bytes)).toEqual({ case: 'first' })
  })

  it.each([
    ['zip', zip(two)],
    ['tar', tar(two)],
    ['tar in gzip', gzipSync(tar(two))],
    ['tar in Zstandard', zstd(tar(two))],
  ])('that is a %s gives its members', async (_, bytes) => {
    expect(await contentsOf(bytes)).toEqual(inZip)
  })

  it('may hold archives in archives', async () => {
    const inner = zip([{ name: 'a.log.gz', content: gzipSync('deep') }])
    expect(await contentsOf(gzipSync(tar([{ name: 'inner.zip', content: inner }])))).toEqual({ 'case!/inner.zip!/a.log.gz': 'deep' })
  })

  it('that is long gives every byte as it is, in whatever it is packed', async () => {
    const content = Array.from({ length: 60_000 }, (_, index) => `line ${index}\n`).join('')
    for (const bytes of [Buffer.from(content), gzipSync(content), zstd(content)]) expect(await contentsOf(bytes)).toEqual({ case: content })
    const members = [{ name: 'a.log', content }]
    for (const bytes of [zip(members), tar(members), gzipSync(tar(members)), zstd(tar(members)), gzipSync(zip(members))])
      expect(await contentsOf(bytes)).toEqual({ 'case!/a.log': content })
  })

  it('may come as a stream, in pieces of any size', async () => {
    for (const bytes of [zip(two), tar(two), gzipSync(tar(two)), zstd(tar(two))]) {
      for (const size of [1, 7, 513, 100_000]) expect(await listed(openStream('case', inPieces(bytes, size)))).toEqual(inZip)
    }
  })
})

describe('a stream that is interrupted', () => {
  async function* interrupted(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('An error occurred: ')
    yield Buffer.from('HELM_COMMAND_ERROR')
    throw new ReadingStopped({ kind: 'interrupted' })
  }

  it('gives what came before, however little', async () => {
    expect(await listed(openStream('-', interrupted()))).toEqual({ '-': 'An error occurred: H!interrupted' })
  })

  it('is read as far as it came, where the call is stopped, too', async () => {
    const control = new Control()
    control.stop()
    const digests = []
    for await (const digest of digestMembers(openStream('-', interrupted()), builtCatalog, 0, control)) digests.push(digest)
    expect(digests).toMatchObject([{ problem: { kind: 'interrupted' }, findings: [{ code: 'HELM_COMMAND_ERROR' }] }])
  })
})

describe('an archive built to hurt', () => {
  const zeros = new Uint8Array(4 << 20)
  const small: Partial<Bounds> = { freeBytes: 1 << 20 }

  it.each([
    ['zip', zip([{ name: 'z', content: zeros }, ...two])],
    ['gzip', gzipSync(zeros)],
    ['Zstandard', zstdBomb(1000)],
    ['zip in a zip', zip([{ name: 'z.zip', content: zip([{ name: 'z', content: zeros }]) }])],
  ])('that is a bomb in %s is read up to the bound', async (_, bytes) => {
    const contents = await contentsOf(bytes, small)
    expect(Object.values(contents).filter((text) => text.endsWith('!bomb'))).toHaveLength(1)
    expect(Object.values(contents).filter((text) => text.endsWith('!rest unread')).length).toBeLessThanOrEqual(1)
  })

  it.each(['../../etc/passwd', '/etc/passwd', 'C:\\windows\\a.log', 'a/../../b'])(
    'with a member %s does not give that one',
    async (name) => {
      const members = [{ name, content: 'x' }, ...two]
      expect(await contentsOf(zip(members))).toEqual({ [`case!/${name.replaceAll('\\', '/')}`]: '!unsafe name', ...inZip })
      expect(await contentsOf(tar(members))).toEqual({ [`case!/${name}`]: '!unsafe name', ...inZip })
    },
  )

  it('with links does not follow them', async () => {
    const link = 'case!/link'
    expect(await contentsOf(zip([{ name: 'link', content: '/etc/passwd', unixMode: 0o120777 }, ...two]))).toEqual({
      [link]: '!link',
      ...inZip,
    })
    for (const type of ['1', '2'] as const)
      expect(await contentsOf(tar([{ name: 'link', type }, ...two]))).toEqual({ [link]: '!link', ...inZip })
    expect(await contentsOf(tar([{ name: 'link', type: '3' }, ...two]))).toEqual({ [link]: '!special file', ...inZip })
  })

  it('with too many members gives the first ones, and counts the others in one line', async () => {
    const many = Array.from({ length: 100 }, (_, index) => ({ name: `${index}.log`, content: '' }))
    for (const bytes of [zip(many), tar(many)]) {
      const contents = await contentsOf(bytes, { entries: 10 })
      expect(Object.keys(contents)).toHaveLength(11)
      expect(contents.case).toBe('!too many')
    }
  })

  it('that lies about a size is read up to there', async () => {
    const contents = await contentsOf(zip([{ name: 'long', content: 'longer than stated', statedLength: 3 }, ...two]))
    expect(contents).toMatchObject({ ...inZip })
    expect(contents['case!/long']).toMatch(/!wrong size$/)
  })

  it('that is encrypted is named', async () => {
    const members = [{ name: 'secret', content: 'x', isEncrypted: true }, ...two]
    expect(await contentsOf(zip(members))).toEqual({ 'case!/secret': '!encrypted', ...inZip })
  })

  it('that is cut off gives what came before', async () => {
    const whole = tar([...two, { name: 'c.log', content: 'x'.repeat(5000) }])
    expect(await contentsOf(whole.subarray(0, 4000))).toMatchObject(inZip)
    expect(Object.values(await contentsOf(whole.subarray(0, 4000))).join()).toContain('!cut off')
    expect((await contentsOf(whole.subarray(0, 2048))).case).toBe('!cut off')
    expect(await contentsOf(gzipSync('first').subarray(0, 20))).toEqual({ case: expect.stringMatching(/!cut off$/) })
    expect(await contentsOf(zstd('first').subarray(0, 12))).toEqual({ case: expect.stringMatching(/!cut off$/) })
    expect(await contentsOf(zip(two).subarray(0, 80))).toEqual({ case: '!cut off' })
  })

  it('that is nested deeper than the bound is not opened there', async () => {
    let nested = zip(two)
    for (let level = 0; level < 8; level++) nested = zip([{ name: `${level}.zip`, content: nested }])
    expect(Object.values(await contentsOf(nested))).toEqual(['!too deep'])
  })

  it('that is of a kind not read is named', async () => {
    expect(await contentsOf(Buffer.from('7z\xbc\xaf\x27\x1c and more', 'latin1'))).toEqual({ case: '!unread format' })
  })

  it('that asks for a huge window of memory is refused', async () => {
    const window = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0xa8, 1, 0, 0])
    expect(await contentsOf(window)).toEqual({ case: '!too large' })
  })
})

import { gzipSync, strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { openArchive } from '../../../src/web/worker/open-archive.js'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const open = (bytes: Uint8Array, bounds?: Parameters<typeof openArchive>[1]) => {
  const { inputs, unread } = openArchive({ name: 'a', bytes }, bounds)
  return { inputs: inputs.map(({ name, bytes }) => `${name}: ${text(bytes)}`), unread }
}

it('leaves a text as it is', () => {
  expect(open(strToU8('PK, a text'))).toEqual({ inputs: ['a: PK, a text'], unread: [] })
})

it('opens a zip, archives in it too, and names each member by its way', () => {
  const inner = zipSync({ 'c.log': strToU8('three') })
  const zip = zipSync({ 'logs/': new Uint8Array(), 'logs/a.log': strToU8('one'), 'b.log.gz': gzipSync(strToU8('two')), 'in.zip': inner })
  expect(open(zip)).toEqual({ inputs: ['a!/logs/a.log: one', 'a!/b.log.gz: two', 'a!/in.zip!/c.log: three'], unread: [] })
})

it('opens gzip of several members, and reads one that is cut off up to there', () => {
  const line = 'a line that repeats itself\n'
  const many = gzipSync(strToU8(line.repeat(5000)))
  expect(
    text(
      openArchive({ name: 'a', bytes: new Uint8Array([...gzipSync(strToU8('one ')), ...gzipSync(strToU8('two'))]) }).inputs[0]
        ?.bytes as Uint8Array,
    ),
  ).toBe('one two')
  expect(text(openArchive({ name: 'a', bytes: many.subarray(0, many.length - 20) }).inputs[0]?.bytes as Uint8Array)).toContain(line)
})

it('names a damaged member, and reads the others', () => {
  const zip = zipSync({ 'good.log': strToU8('good'), 'bad.log': strToU8('bad '.repeat(2000)) }, { level: 9 })
  const at = zip.findIndex((_, index) => text(zip.subarray(index, index + 7)) === 'bad.log') + 7
  zip.fill(0xff, at, at + 20)
  expect(open(zip)).toEqual({ inputs: ['a!/good.log: good'], unread: [{ name: 'a!/bad.log', reason: 'damaged' }] })
  expect(open(zip.subarray(0, 40))).toEqual({ inputs: [], unread: [{ name: 'a', reason: 'damaged' }] })
})

it('says which bound bites', () => {
  const bounds = { members: 2, bytes: 10, depth: 1 }
  const zip = zipSync({ a: strToU8('1234567'), b: strToU8('1234567'), c: strToU8('1'), d: strToU8('1') })
  expect(open(zip, bounds).unread).toEqual([
    { name: 'a!/b', reason: 'tooLarge' },
    { name: 'a!/d', reason: 'tooMany' },
  ])
  expect(open(gzipSync(strToU8('12345678901')), bounds).unread).toEqual([{ name: 'a', reason: 'tooLarge' }])
  expect(open(zipSync({ in: zipSync({}) }), bounds).unread).toEqual([{ name: 'a!/in', reason: 'tooLarge' }])
  expect(open(zipSync({ in: gzipSync(strToU8('a')) }), { ...bounds, bytes: 1000 }).unread).toEqual([{ name: 'a!/in', reason: 'tooDeep' }])
})

it('unpacks no more of a member than the directory promises', () => {
  const zip = zipSync({ a: strToU8('x'.repeat(1_000_000)) })
  const view = new DataView(zip.buffer, zip.byteOffset)
  const directory = zip.findIndex((_, at) => at > 30 && view.getUint32(at, true) === 0x02014b50)
  view.setUint32(directory + 24, 10, true)
  const { inputs } = openArchive({ name: 'a', bytes: zip })
  expect(inputs.every(({ bytes }) => bytes.length <= 10)).toBe(true)
})

it('names a member that needs a password, and reads the others', () => {
  const zip = zipSync({ 'open.log': strToU8('open'), 'closed.log': strToU8('closed') })
  const view = new DataView(zip.buffer, zip.byteOffset)
  const entries = [...zip.keys()].filter((at) => at + 4 <= zip.length && view.getUint32(at, true) === 0x02014b50)
  view.setUint16((entries[1] as number) + 8, 1, true)
  expect(open(zip)).toEqual({ inputs: ['a!/open.log: open'], unread: [{ name: 'a!/closed.log', reason: 'encrypted' }] })
})

it('opens a zip of thousands of files, each once', () => {
  const names = Array.from({ length: 3000 }, (_, index) => `logs/${index}.log`)
  const { inputs, unread } = open(zipSync(Object.fromEntries(names.map((name) => [name, strToU8(name)]))))
  expect(inputs).toEqual(names.map((name) => `a!/${name}: ${name}`))
  expect(unread).toEqual([])
})

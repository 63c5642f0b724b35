/** What is found in a text by scanning it is what is found by reading it whole, however it is wrapped, encoded and cut in chunks. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { noiseLine, pseudoRandom } from '../../scripts/bench/noise.js'
import { readText } from '../../src/text/read-text.js'
import type { InputDigest } from '../../src/triage/digest.js'
import { digestInput } from '../../src/triage-inputs.js'
import { builtCatalog } from '../built-catalog.js'
import { encodings, hardWrap, wrappings } from '../wrapping/wrappings.js'
import { input, scanInChunks } from './scan-in-pieces.js'

const root = new URL('../../fixtures/', import.meta.url)
const logs = readdirSync(root)
  .filter((name) => name !== 'odd-empty')
  .map((name) => ({
    name,
    lines: readText(readFileSync(new URL(`${name}/input.txt`, root)))
      .text.replace(/\n$/, '')
      .split(/\r?\n/),
  }))

function noiseOf(lineCount: number, seed: number): string[] {
  const next = pseudoRandom(seed)
  return Array.from({ length: lineCount }, (_, index) => noiseLine(next, new Date(Date.UTC(2024, 0, 1) + index * 1000).toISOString()))
}

const encode = (lines: readonly string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`)

const read = (bytes: Uint8Array) => digestInput({ ...input, bytes }, builtCatalog)

/** All of a digest but the texts and counts that are allowed to differ: what nobody looked at as a line is beside the point. */
function comparable({ name, byteLength, lineCount, verdict, runs, findings, unexplained, lineCounts }: InputDigest) {
  const { evidence, routine, unexplained: unexplainedLines } = lineCounts
  const total = Object.values(lineCounts).reduce((sum, count) => sum + count, 0)
  return {
    ...{ name, byteLength, lineCount, verdict, runs, findings },
    counts: { evidence, routine, unexplainedLines, total },
    unexplained: unexplained.map(({ line, template, count }) => ({ line, template, count })),
  }
}

function expectSame(bytes: Uint8Array, chunkBytes = 65_536): void {
  expect(comparable(scanInChunks(bytes, chunkBytes))).toEqual(comparable(read(bytes)))
}

/** The log far apart from everything else, twice, in noise. */
function inNoise(lines: readonly string[], seed: number): string[] {
  const noise = noiseOf(240, seed)
  return [...noise.slice(0, 80), ...lines, ...noise.slice(80, 160), ...lines, ...noise.slice(160)]
}

describe.each(logs)('$name in noise, scanned', ({ name, lines }) => {
  const seed = name.length

  it('is what it is when read', () => {
    expectSame(encode(inNoise(lines, seed)))
  })

  // Each log in some of them: by the seed others than its neighbour.
  it.each(wrappings.filter((_, index) => index % 4 === seed % 4))('is so in $name', ({ line }) => {
    expectSame(encode(inNoise(lines.map(line), seed)))
  })

  it.each(encodings)('is so in $name', ({ encode: bytesOf }) => {
    expectSame(bytesOf(inNoise(lines, seed)))
  })

  it.each([
    ['', ''],
    ['> ', ''],
    ['2024-11-05T11:10:12.0000000Z ', ''],
    ['', '\n'],
  ])('is so hard-wrapped, each piece behind "%s", with "%s" between', (prefix, between) => {
    for (const width of [20, 31, 61, 80]) expectSame(encode(inNoise(hardWrap(lines, width, prefix, between).lines, seed)))
  })
})

describe('in an encoding that only the words tell', () => {
  const lines = logs.find(({ name }) => name === 'bad-challenge-private-address')?.lines ?? []
  // 错误: 无法连接到注册表登录服务器。 in GB18030, and in Big5 with other words
  it.each([
    ['gb18030', 'b4edcef33a20cedeb7a8c1acbdd3b5bdd7a2b2e1b1edb5c7c2bcb7fecef1c6f7a1a30d0a'],
    ['big5', 'bff9bb7e3a20b54caa6bb373bd75a8ecb56ebffda6f8aa41beb9a143a9dab5b4a673a8faa1430d0a'],
  ])('%s, it is what it is when read', (encoding, hex) => {
    const bytes = Buffer.concat([Buffer.from(hex.repeat(30), 'hex'), encode(inNoise(lines, 3))])
    expect(scanInChunks(bytes).encoding).toBe(encoding)
    expectSame(bytes)
  })

  it('and one that changes on the way, it is what it is when read', () => {
    const noise = encode(noiseOf(40, 4))
    const bytes = Buffer.concat([noise, encodings.find(({ name }) => name === 'UTF-16 LE')?.encode([...lines, '']) ?? noise, noise])
    expect(scanInChunks(bytes).problem).toMatchObject({ change: { encoding: 'utf-16le', line: 41 } })
    expectSame(bytes)
  })
})

describe('cut in chunks', () => {
  const lines = logs.find(({ name }) => name === 'bad-forbidden-powershell-utf16')?.lines ?? []
  const bytes = encode(inNoise(lines, 7))

  it.each([1, 3, 64, 1000, 4096])('of %i bytes, it is what it is when read', (chunkBytes) => {
    expectSame(bytes, chunkBytes)
  })

  it('wherever the scanner makes room, it is what it is when read', () => {
    const message = encode(lines)
    const noise = encode(noiseOf(3000, 5)).subarray(0, 300_000)
    // The scanner's first two steps end 196,608 bytes and some 166,000 bytes further on; here they end all around the message.
    for (const firstStep of [196_608, 196_608 + 170_000]) {
      for (let shift = -9000; shift < message.length + 9000; shift += 997) {
        const before = Buffer.concat([noise, noise]).subarray(0, firstStep - shift)
        expectSame(Buffer.concat([before, Buffer.from('\n'), message, noise.subarray(0, 40_000)]))
      }
    }
  })
})

/** A text that is scanned in parts, each by itself, gives what it gives when it is scanned as a whole. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { noiseLine, pseudoRandom } from '../../scripts/bench/noise.js'
import { bytesOfPart, InputScan, PartJoiner, PartScan, partInput } from '../../src/input-scan.js'
import { readText } from '../../src/text/read-text.js'
import type { InputDigest } from '../../src/triage/digest.js'
import { digestInput } from '../../src/triage-inputs.js'
import { builtCatalog } from '../built-catalog.js'

const root = new URL('../../fixtures/', import.meta.url)
const logs = readdirSync(root).map((name) => readText(readFileSync(new URL(`${name}/input.txt`, root))).text)
const input = { name: 'a.log', modified: Date.UTC(2026, 0, 1) }
const headOf = (bytes: Uint8Array) => bytes.subarray(0, 1 << 18)

/** Fixtures with noise between them. */
function longText(byteLength: number, noiseLines: number, seed: number): Uint8Array {
  const next = pseudoRandom(seed)
  const pieces: string[] = []
  for (let length = 0; length < byteLength; ) {
    const noise = Array.from({ length: next(noiseLines) }, () => noiseLine(next, '2024-11-05T11:10:12Z'))
    const piece = `${noise.join('\n')}\n${logs[next(logs.length)]}\n`
    pieces.push(piece)
    length += piece.length
  }
  return new TextEncoder().encode(pieces.join(''))
}

function scanWhole(bytes: Uint8Array, chunkBytes = 100_003): InputDigest {
  const scan = new InputScan(input, builtCatalog, headOf(bytes))
  for (let at = 0; at < bytes.length; at += chunkBytes) scan.push(bytes.subarray(at, at + chunkBytes))
  return scan.end(null)
}

function scanParts(bytes: Uint8Array, partBytes: number): InputDigest {
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

/** How many lines a finding quotes, and which, is told for each piece that is read by itself. */
function findingsOf({ lineCount, verdict, runs, findings, unexplained }: InputDigest) {
  return {
    ...{ lineCount, verdict, runs },
    findings: findings.map(({ code, registry, role, consequenceOf, state, count, runs: ids, facts }) => {
      return { code, registry, role, consequenceOf, state, count, ids, facts }
    }),
    unexplained: unexplained.map(({ template, count }) => ({ template, count })),
  }
}

describe.each([
  ['sparse', longText(600_000, 1500, 1)],
  ['dense', longText(250_000, 60, 2)],
  ['nothing but failures', longText(200_000, 1, 3)],
  ['marked', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), longText(300_000, 500, 4)])],
])('a text that is %s', (_, bytes) => {
  const whole = scanWhole(bytes)

  it.each([1, 2])('is the same in parts of %i times 64 KiB', (times) => {
    expect(scanParts(bytes, times << 16)).toEqual(whole)
  })

  it('has the findings that it has when it is read as one', () => {
    expect(findingsOf(whole)).toEqual(findingsOf(digestInput({ ...input, bytes }, builtCatalog)))
  })

  it.each([997, 200_000])('is the same in chunks of %i bytes', (chunkBytes) => {
    expect(scanWhole(bytes, chunkBytes)).toEqual(whole)
  })
})

it('is not parted where its text is not its bytes', () => {
  expect(partInput(input, Buffer.from('\ufefftext\n', 'utf16le'), 100)).toBeUndefined()
  expect(partInput(input, Buffer.from('one\rtwo\r'), 100)).toBeUndefined()
})

/** A text that is scanned in parts, each by itself, gives what it gives when it is scanned as a whole. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { noiseLine, pseudoRandom } from '../../scripts/bench/noise.js'
import { partInput } from '../../src/input-scan.js'
import { readText } from '../../src/text/read-text.js'
import type { InputDigest } from '../../src/triage/digest.js'
import { digestInput } from '../../src/triage-inputs.js'
import { builtCatalog } from '../built-catalog.js'
import { input, scanInChunks, scanInParts } from './scan-in-pieces.js'

const root = new URL('../../fixtures/', import.meta.url)
const logs = readdirSync(root).map((name) => readText(readFileSync(new URL(`${name}/input.txt`, root))).text)

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
  const whole = scanInChunks(bytes, 100_003)

  it.each([1, 2])('is the same in parts of %i times 64 KiB', (times) => {
    expect(scanInParts(bytes, times << 16)).toEqual(whole)
  })

  it('has the findings that it has when it is read as one', () => {
    expect(findingsOf(whole)).toEqual(findingsOf(digestInput({ ...input, bytes }, builtCatalog)))
  })

  it.each([997, 200_000])('is the same in chunks of %i bytes', (chunkBytes) => {
    expect(scanInChunks(bytes, chunkBytes)).toEqual(whole)
  })
})

it('is not parted where its text is not its bytes', () => {
  expect(partInput(input, Buffer.from('\ufefftext\n', 'utf16le'), 100)).toBeUndefined()
  expect(partInput(input, Buffer.from('one\rtwo\r'), 100)).toBeUndefined()
})

/** Where a text is cut to be scanned, by the buffer that holds it or into parts, nothing is lost: each place of a run is a cut once. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { noiseLine, pseudoRandom } from '../../scripts/bench/noise.js'
import { CAPACITY } from '../../src/scan/kernel.js'
import type { InputDigest } from '../../src/triage/digest.js'
import { scanInChunks, scanInParts } from './scan-in-pieces.js'

const run = readFileSync(new URL('../../fixtures/bad-challenge-private-address/input.txt', import.meta.url), 'utf8')

const next = pseudoRandom(5)
const noise = Array.from({ length: 4000 }, () => noiseLine(next, '2024-11-05T11:10:12Z')).join('\n')

/** Noise of exactly so many bytes, its last line whole. */
const noiseOf = (byteLength: number) => `${noise.slice(0, byteLength - 1)}\n`

/** The run behind noise of so many bytes, and noise behind it. */
const textAt = (place: number) => noiseOf(place) + run + noiseOf(20_000)

/** What was found, counted from the first line of the run. */
function found({ findings, runs }: InputDigest, lineBefore: number) {
  return {
    findings: findings.map(({ code, facts, evidence, count }) => ({
      code,
      facts,
      count,
      lines: evidence.map(({ line }) => line - lineBefore),
    })),
    checks: runs.map(({ checks }) => checks.map(({ id, status }) => ({ id, status }))),
  }
}

const linesIn = (text: string) => text.split('\n').length - 1
const expected = found(scanInChunks(Buffer.from(textAt(50_000))), linesIn(noiseOf(50_000)))
const places = Array.from({ length: run.length + 1 }, (_, index) => index)

it('a run in the middle of a text is found', () => {
  expect(expected.findings.length).toBeGreaterThan(0)
})

const whole = (bytes: Uint8Array) => scanInChunks(bytes)

describe.each([
  ['where two parts meet', 1 << 16, (bytes: Uint8Array) => scanInParts(bytes, 1 << 16)],
  ['where the buffer is full', CAPACITY, whole],
  ['where the scan stops for what is to come', CAPACITY - 512, whole],
  ['where the head ends that tells the encoding', 1 << 18, whole],
])('a run %s', (_, cut, scan) => {
  it('is found wherever the cut falls into it', () => {
    for (const place of places) {
      const before = cut - place
      expect({ place, ...found(scan(Buffer.from(textAt(before))), linesIn(noiseOf(before))) }).toEqual({ place, ...expected })
    }
  })
})

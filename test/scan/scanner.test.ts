/** What a scan tells of a text, and where in it. */
import { describe, expect, it } from 'vitest'
import { failureWords } from '../../src/diagnose/failure-words.js'
import { type OwnPart, PART_BYTES } from '../../src/scan/own-part.js'
import { planScan } from '../../src/scan/scan-plan.js'
import type { FailureShape, FoundRange } from '../../src/scan/scan-sink.js'
import { Scanner } from '../../src/scan/scanner.js'

const code = 'An error occurred: CONNECTIVITY_FORBIDDEN_ERROR\n'
/** Of a chart that is missing: any line may have the only literal that is long enough. */
const chart = ['Error: ', '.azurecr.io/', ':', ': not found']
const plan = planScan([[code.trim()], chart, ['.azurecr.cn']], failureWords)
const failure = (number: number) => `worker ${number}: request failed with status 0x1f\n`
const quiet = (lines: number) => 'all is well here, and nothing to be seen\n'.repeat(lines)

/** @param start where the text stands in a longer one */
function scan(text: string, own: OwnPart = { from: 0, to: text.length }, start = 0) {
  const ranges: FoundRange[] = []
  const failures: (readonly FailureShape[])[] = []
  const scanner = new Scanner(plan, { range: (range) => ranges.push(range), failures: (shapes) => failures.push(shapes) }, own, start)
  scanner.push(new TextEncoder().encode(text))
  return { totals: scanner.end(), ranges: ranges.map(({ bytes, ...at }) => ({ ...at, text: decoded(bytes) })), failures }
}

const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const counts = (told: readonly (readonly FailureShape[])[]) => told.map((shapes) => shapes.map(({ count }) => count))

describe('a range', () => {
  it('has the lines around what was met, and says which its first one is', () => {
    const [range, ...others] = scan(quiet(200) + code + quiet(200)).ranges
    const { line = 0, start, text } = range ?? {}
    expect(others).toEqual([])
    expect(quiet(200 - line).length).toBeGreaterThanOrEqual(1150)
    expect(quiet(200 - line).length).toBeLessThan(1250)
    expect(text?.split(code)[0]).toBe(quiet(200 - line))
    expect(start).toBe(quiet(line).length)
  })

  it('is the part around what was met, of whole characters, where a line is very long', () => {
    const [range] = scan(`${'中'.repeat(20_000)}${code.trim()}${'文'.repeat(20_000)}`, { from: 0, to: 1e6 }).ranges
    expect(range?.text).toContain(code.trim())
    expect(range?.text).not.toContain('\ufffd')
    expect(range?.text.length).toBeLessThan(6000)
  })

  it('is one where the lines around two places touch', () => {
    expect(scan(code + quiet(20) + code).ranges).toHaveLength(1)
    expect(scan(code + quiet(100) + code).ranges).toHaveLength(2)
  })

  it('is told by the part that has the place, with a line below 0 where it begins above that', () => {
    const text = quiet(200) + code + quiet(200)
    const border = quiet(195).length
    const [whole] = scan(text).ranges
    expect(scan(text, { from: 0, to: border }).ranges).toEqual([])
    expect(scan(text, { from: border, to: text.length }).ranges).toEqual([{ ...whole, line: (whole?.line ?? 0) - 195 }])
  })

  it('has the line alone that names a server, and of very many such lines the first ones', () => {
    const named = 'asked contoso.azurecr.io for it\n'
    expect(scan(quiet(50) + named + quiet(50)).ranges).toMatchObject([{ text: named, line: 50 }])
    const [range] = scan(named.repeat(1000)).ranges
    expect(range?.text).toBe(named.repeat(64))
  })
})

describe('a signature of which any line may have the longest part', () => {
  const message = 'Error: contoso.azurecr.io/charts/web:1.2.3: not found\n'

  it.each([message, message.replace('Error', 'Err\nor'), message.replace('not found', 'not fo\nund'), message.replace(/ /g, '  ')])(
    'is met where another part stands near: %j',
    (text) => {
      const [range] = scan(quiet(50) + text + quiet(50)).ranges
      expect(range?.text).toContain(quiet(12) + text + quiet(12))
    },
  )

  it.each(['uses contoso.azurecr.io/charts/web:1.2.3 from now on\n', 'contoso.azurecr.cn is in another cloud\n'])(
    'makes no other line than its own worth reading: %j',
    (text) => {
      expect(scan(quiet(50) + text + quiet(50)).ranges).toMatchObject([{ text }])
    },
  )
})

describe('failures that no range takes in', () => {
  it('are told by their shape, with the first of them and its line', () => {
    const { failures } = scan(quiet(3) + failure(1) + failure(2) + quiet(3) + failure(31))
    expect(counts(failures)).toEqual([[3]])
    expect(failures[0]?.[0]).toMatchObject({ line: 3, bytes: new TextEncoder().encode(failure(1).trimEnd()) })
  })

  it('are none where a range does', () => {
    expect(scan(failure(1) + code + failure(2)).failures).toEqual([])
  })

  it('are told anew in each part of a text, however much of it one scanner has', () => {
    const before = failure(1).repeat(10)
    const start = PART_BYTES - before.length
    expect(counts(scan(before + failure(1).repeat(5), { from: start, to: PART_BYTES * 2 }, start).failures)).toEqual([[10], [5]])
  })
})

it('counts the lines of its own part alone, and those with nothing in them', () => {
  const text = 'one\n\n\r\ntwo\n'
  expect(scan(text).totals).toEqual({ newlines: 4, blankLines: 2 })
  expect(scan(text, { from: 4, to: 7 }).totals).toEqual({ newlines: 2, blankLines: 2 })
})

import { describe, expect, it } from 'vitest'
import { LargeInput } from '../src/large-input.js'
import { builtCatalog } from './built-catalog.js'

const LINE = `${'x'.repeat(16_383)}\n`
const SEGMENT = new TextEncoder().encode(LINE.repeat(32))

describe('a large input', () => {
  it('counts every line once, however many pieces it is read in', () => {
    const large = new LargeInput({ name: 'a.log', hasTable: false, timeSample: '' }, builtCatalog)
    const pieces = 70
    for (let piece = 0; piece < pieces; piece++) large.range({ bytes: SEGMENT, start: piece * SEGMENT.length, line: piece * 32 })
    large.endPart({ newlines: pieces * 32, blankLines: 0 })
    const { lineCount, lineCounts } = large.end(pieces * SEGMENT.length, false, null)
    expect(lineCount).toBe(pieces * 32)
    expect(Object.values(lineCounts).reduce((sum, count) => sum + count, 0)).toBe(lineCount)
  })
})

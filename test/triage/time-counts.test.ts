import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addTimes, countTimes, spanning } from '../../src/triage/time-counts.js'

const HOUR = 3_600_000
const start = Date.UTC(2024, 10, 5, 8)

describe('counts over time', () => {
  it('are kept by the minute where there are few', () => {
    expect(countTimes([start, start + 1000, start + HOUR])).toEqual({
      minutes: 1,
      counts: [
        [start / 60_000, 2],
        [start / 60_000 + 60, 1],
      ],
    })
  })

  it('span more parts than a call takes arguments', () => {
    const parts = Array.from({ length: 200_000 }, (_, at) => countTimes([start + (at % 60) * 60_000]))
    expect(spanning(parts, 60)).toEqual({ minutes: 1, first: start / 60_000, stretches: 60 })
    expect(addTimes(parts).counts).toHaveLength(60)
  })

  it('are the same in whatever parts and order they are told', () => {
    const moments = fc.array(fc.integer({ min: start, max: start + 90 * 24 * HOUR }), { maxLength: 600 })
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 50 }), (all, size) => {
        const parts = Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))
        const halves = [parts.slice(0, parts.length >> 1), parts.slice(parts.length >> 1)].map((half) => addTimes(half.map(countTimes)))
        expect(addTimes(halves.reverse())).toEqual(countTimes(all))
      }),
    )
  })

  it('lose none, however many there are', () => {
    const { counts } = countTimes(Array.from({ length: 5000 }, (_, index) => start + index * 7 * HOUR))
    expect(counts.length).toBeLessThanOrEqual(200)
    expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(5000)
  })

  it('share stretches that hold the first moment and the last one', () => {
    const span = spanning([countTimes([start]), countTimes([start + 30 * HOUR])], 60)
    expect(span).toEqual({ minutes: 60, first: start / 60_000, stretches: 31 })
    expect(spanning([countTimes([])], 60)).toBeUndefined()
  })
})

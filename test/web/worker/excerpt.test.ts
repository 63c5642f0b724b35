import { expect, it } from 'vitest'
import { excerptOf } from '../../../src/web/worker/excerpt.js'

it('shows a short log whole', () => {
  expect(excerptOf(0, [])).toEqual([])
  expect(excerptOf(12, [5])).toEqual([[1, 12]])
})

it('shows of a long log its beginning and the neighbours of each marked line, near ones together', () => {
  expect(excerptOf(10_000, [5000, 200, 206])).toEqual([
    [1, 5],
    [195, 211],
    [4995, 5005],
  ])
})

it('stops at some thousand lines, however many are marked', () => {
  const marked = Array.from({ length: 100_000 }, (_, at) => at * 50)
  const shown = excerptOf(5_000_000, marked).reduce((sum, [first, last]) => sum + last - first + 1, 0)
  expect(shown).toBeLessThan(2000)
})

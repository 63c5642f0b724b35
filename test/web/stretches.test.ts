import { expect, it } from 'vitest'
import { addStretch } from '../../src/web/stretches.js'

const lines = (first: number, last: number) => ({ first, lines: Array.from({ length: last - first + 1 }, (_, at) => `line ${first + at}`) })

it('joins lines that are unfolded with those shown already', () => {
  const shown = addStretch(addStretch([lines(1, 5), lines(20, 25)], lines(4, 19)), lines(40, 41))
  expect(shown).toEqual([lines(1, 25), lines(40, 41)])
  expect(addStretch([lines(1, 25)], lines(3, 7))).toEqual([lines(1, 25)])
})

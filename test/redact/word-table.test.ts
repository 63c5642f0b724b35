import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeWordTable } from '../../src/redact/word-table.js'

it('gives the lines on which a word stands, in any case, each once', () => {
  const linesWith = makeWordTable(['he', 'she', 'hers']).linesIn('a\nUSHERS, he said\nx\nshe')
  expect(['he', 'she', 'hers'].map(linesWith)).toEqual([[2, 20], [2, 20], [2]])
})

it('finds what looking for each word by itself finds', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '-', '\n', '中'), maxLength: 60 })
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '-'), minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(letters, fc.array(word, { maxLength: 8 }), (text, words) => {
      const linesWith = makeWordTable(words).linesIn(text)
      for (const one of words) {
        const starts = [...text.matchAll(/^.*$/gm)].filter(([line]) => line.toLowerCase().includes(one)).map(({ index }) => index)
        expect(linesWith(one)).toEqual(starts)
      }
    }),
  )
})

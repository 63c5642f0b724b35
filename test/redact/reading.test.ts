import fc from 'fast-check'
import { expect, it } from 'vitest'
import { piecesOf, ReadingBuilder } from '../../src/redact/reading.js'

function read(text: string) {
  const builder = new ReadingBuilder(text)
  builder.read(0, text.length)
  return builder.finish()
}

it('undoes escapes, and knows where each character stands and how deep it was escaped', () => {
  const text = 'a\\"b%252Fc&lt;d'
  const reading = read(text)
  expect(reading.text).toBe('a"b/c<d')
  expect(Array.from(reading.text, (_, at) => text.slice(reading.startOf(at), reading.endOf(at)))).toEqual([
    'a',
    '\\"',
    'b',
    '%252F',
    'c',
    '&lt;',
    'd',
  ])
  expect(Array.from(reading.text, (_, at) => reading.depthOf(at))).toEqual([0, 1, 0, 2, 0, 1, 0])
})

it('leaves out what nobody sees', () => {
  const reading = read('con\u200btoso \u001b[31mred')
  expect(reading.text).toBe('contoso red')
  expect(piecesOf(reading, 0, 7)).toEqual([{ start: 0, end: 8 }])
})

it('gives places that are ascending, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '\\', '"', '%', '2', '5', 'F', '&', 'l', 't', ';', '\u001b', '[', 'é', '\u200b') }),
      (text) => {
        const reading = read(text)
        let behind = 0
        for (let at = 0; at < reading.text.length; at++) {
          expect(reading.startOf(at)).toBeGreaterThanOrEqual(behind)
          behind = reading.endOf(at)
          expect(behind).toBeGreaterThan(reading.startOf(at))
        }
        expect(behind).toBeLessThanOrEqual(text.length)
      },
    ),
  )
})

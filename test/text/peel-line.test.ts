import { describe, expect, it } from 'vitest'
import { contentText, peelLine } from '../../src/text/peel-line.js'
import { squeezeLiteral } from '../../src/text/squeeze.js'
import { wrappers } from '../../src/text/wrappers.js'

describe('each wrapper by itself', () => {
  it.each(wrappers.map((wrapper) => [wrapper.name, wrapper.example] as const))('%s', (_, { line, content }) => {
    expect(contentText(line)).toBe(content)
  })

  it('begins its example with a character that it says it begins with', () => {
    for (const { begins, example } of wrappers) expect(begins).toContain(example.line[0])
  })
})

describe('wrappers in one another', () => {
  const nestable = wrappers.filter(({ name }) => name !== 'white space')
  it.each(nestable.flatMap((outer) => nestable.map((inner) => [outer.name, inner.name, outer, inner] as const)))(
    '%s around %s',
    (_outer, _inner, outer, inner) => {
      const inside = outer.field ? JSON.stringify(inner.example.line).slice(1, -1) : inner.example.line
      const line = outer.example.line.replace(outer.example.content, () => inside)
      expect(squeezeLiteral(contentText(line))).toBe(squeezeLiteral(inner.example.content))
    },
  )
})

describe('what is no wrapper', () => {
  it.each([
    ['a status at the start of a continued line', '403. Please try running'],
    ['a line that is a code', 'CONNECTIVITY_DNS_ERROR'],
    ['a level word, which signatures may hold', 'ERROR: Login failed.'],
    ['a flag', '--expose-token'],
  ])('%s', (_, line) => {
    expect(peelLine(line)).toEqual({ start: 0, end: line.length })
  })

  it('gives up after a bounded number of layers', () => {
    expect(contentText('> '.repeat(1000)).length).toBeGreaterThan(1000)
  })
})

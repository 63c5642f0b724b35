import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paletteFor } from '../../src/render/palette.js'
import { columnsOf, cutTo, paragraphSpans, wrapSpans } from '../../src/render/typeset.js'

const plain = paletteFor({ width: 80, colour: false, unicode: true })
const wrap = (text: string, width: number) => wrapSpans([{ text }], width, plain)

describe('columns', () => {
  it('are two for a Chinese character and none for a combining mark', () => {
    expect(columnsOf('ab')).toBe(2)
    expect(columnsOf('注册表 a')).toBe(8)
    expect(columnsOf('e\u0301\u200b')).toBe(1)
  })
})

describe('wrapping', () => {
  it('breaks at spaces', () => {
    expect(wrap('the registry refuses your network', 14)).toEqual(['the registry', 'refuses your', 'network'])
  })

  it('breaks Chinese between any two characters, but not before closing punctuation', () => {
    expect(wrap('注册表拒绝了你的网络。', 10)).toEqual(['注册表拒绝', '了你的网', '络。'])
  })

  it('keeps a word that is too long whole, on a line of its own', () => {
    expect(wrap('see https://aka.ms/acr/errors#connectivity_dns_error now', 20)).toEqual([
      'see',
      'https://aka.ms/acr/errors#connectivity_dns_error',
      'now',
    ])
  })

  it('keeps a full stop with the code before it', () => {
    expect(wrapSpans([{ text: 'run ' }, { text: '`az login`', style: 'code' }, { text: '.' }], 14, plain)).toEqual(['run `az', 'login`.'])
  })

  it('never makes a line wider than the width where every word fits, and loses no letter', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z注册表]{1,8}$/), { minLength: 1 }), fc.integer({ min: 16, max: 60 }), (words, width) => {
        const lines = wrap(words.join(' '), width)
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(width)
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''))
      }),
    )
  })
})

it('a cut text has the ellipsis inside the width', () => {
  expect(cutTo('注册表拒绝了', 7, '…')).toBe('注册表…')
})

it('without colour, code keeps its backticks and a link its address', () => {
  const spans = paragraphSpans([['run ', { code: 'az login' }, ' or ', { link: 'https://aka.ms/acr', children: ['read'] }]], plain)
  expect(spans[0]?.map(({ text }) => text).join('')).toBe('run `az login` or read (https://aka.ms/acr)')
})

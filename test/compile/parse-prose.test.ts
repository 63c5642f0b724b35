import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Inline, toCommonMark, toPlainText } from '../../src/catalog/prose.js'
import { parseProse } from '../../src/compile/parse-prose.js'
import { builtCatalog } from '../built-catalog.js'

describe('prose that was saved as CommonMark', () => {
  it('is read as it was, for every word of the catalog', () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      for (const code of builtCatalog.codes) {
        const { meaning, causes, remedies } = builtCatalog.words(code, locale)
        for (const prose of [meaning, ...causes.map(({ text }) => text), ...remedies.map(({ text }) => text)]) {
          expect(toCommonMark(parseProse(toCommonMark(prose)))).toBe(toCommonMark(prose))
        }
      }
    }
  })

  it('keeps the words of any plain sentence', () => {
    const word = fc.stringMatching(/^[\w`*_[\]<>\\#&;.-]{1,8}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const sentence: Inline = `A ${words.join(' ')}`
        expect(toPlainText(parseProse(toCommonMark([[sentence]])))).toBe(sentence)
      }),
    )
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[words](javascript:alert%281%29)',
    '![](https://example.org/pixel.png)',
    '# heading\n\n- list\n\n> quote',
    '>'.repeat(5000),
    '*a '.repeat(5000),
    '['.repeat(5000),
    'x'.repeat(100_000),
  ])('holds no mark and no link that prose has not: %.40s', (markdown) => {
    const kinds = JSON.stringify(parseProse(markdown)).match(/"(?:link|html|image)":"(?!https?:)/g)
    expect(kinds).toBeNull()
  })
})

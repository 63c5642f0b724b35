import { describe, expect, it } from 'vitest'
import { squeezeInto, squeezeLiteral } from '../../src/text/squeeze.js'
import { BARRIER, newSqueezedLetters, squeezeBarrier } from '../../src/text/squeezed-letters.js'

function squeezed(text: string): { letters: string; places: number[] } {
  const into = newSqueezedLetters(1)
  squeezeInto(into, text, 0, text.length)
  return { letters: String.fromCharCode(...into.letters.subarray(0, into.length)), places: [...into.places.subarray(0, into.length)] }
}

describe('what squeezing makes alike', () => {
  const plain = `registry 'contoso' said "no"`
  it.each([
    ['white space of every sort', `registry\u00a0'contoso'\n\t said \u3000"no"`],
    ['zero-width characters and soft hyphens', `regis\u00adtry 'con\u200btoso' said "no"\ufeff`],
    ['case', `REGISTRY 'Contoso' Said "NO"`],
    ['curly quotes', `registry ‘contoso’ said “no”`],
    ['full-width letters and quotes', 'ｒｅｇｉｓｔｒｙ ＇ｃｏｎｔｏｓｏ＇ ｓａｉｄ ＂ｎｏ＂'],
    ['JSON escapes, once and twice', String.raw`registry 'contoso'\n said \\\"no\"`],
    ['unicode escapes', String.raw`registry \u0027contoso\u0027 said \u0022no\u0022`],
    ['HTML entities', 'registry &#39;contoso&apos; said &quot;no&#x22;'],
    ['HTML tags', '<p>registry <code>\'contoso\'</code><br/> said "no"</p>'],
    ['Markdown code and strong marks', '`registry` **\'contoso\'** said "no"'],
    ['colour codes, real and escaped', '\x1b[91mregistry\x1b[0m \'contoso\' \\u001b[1msaid "no"'],
    ['an operating system command of a terminal', '\x1b]0;title\x07registry \'contoso\' said "no"'],
    ['backspaces', `registryy\b 'contoso' said "no"`],
    ['quotes that were read in the wrong code page', 'registry â€˜contosoâ€™ said "no"'],
  ])('%s', (_, written) => {
    expect(squeezed(written).letters).toBe(squeezed(plain).letters)
  })

  it('keeps single and double quotes apart, and the words of levels', () => {
    expect(squeezeLiteral(`ERROR: 'a' "b"`)).toBe(`error:'a'"b"`)
  })

  it('keeps a placeholder in angle brackets, which is no tag', () => {
    expect(squeezeLiteral("'<acr-name>.azurecr.io'")).toBe("'<acr-name>.azurecr.io'")
  })
})

describe('where the letters came from', () => {
  it('gives each letter its offset in the original', () => {
    expect(squeezed('a \u001b[0mB')).toEqual({ letters: 'ab', places: [0, 6] })
  })

  it('gives the letter of an escape the offset of its backslash', () => {
    expect(squeezed(String.raw`x\u0027y`).places).toEqual([0, 1, 7])
  })

  it('marks the end of a stretch with a letter that no text contains', () => {
    const into = newSqueezedLetters(4)
    squeezeInto(into, '\uffff', 0, 1)
    squeezeBarrier(into, 1)
    expect([...into.letters.subarray(0, into.length)]).toEqual([BARRIER])
  })

  it('does not look for the end of a terminal sequence without bound', () => {
    const text = `\x1b]${'x'.repeat(10_000)}`
    expect(squeezed(text).letters.length).toBeGreaterThan(9000)
  })
})

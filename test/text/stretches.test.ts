/** Files that programs of different encodings have written to. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, TextReader } from '../../src/text/decode.js'

const utf8 = (text: string) => [...new TextEncoder().encode(text)]
const utf16 = (text: string, littleEndian = true) =>
  [...text].flatMap((letter) => {
    const [low, high] = [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]
    return littleEndian ? [low, high] : [high, low]
  })
const first = '2024-11-05 the first program says this\r\n'
const second = 'WARNING: and the second one says that, at some length\r\n'
const chinese = '错误: 无法连接到注册表 contoso 的登录服务器\r\n'

describe('a file that changes its encoding', () => {
  it.each([
    ['bytes, then UTF-16 as Windows PowerShell appends it', [...utf8(first), ...utf16(second)], first + second, 'utf-16le'],
    ['an odd number of bytes before it', [...utf8(`a${first}`), ...utf16(second)], `a${first}${second}`, 'utf-16le'],
    ['UTF-16 with a mark of its own', [...utf8(first), ...utf16(`\ufeff${second}`)], first + second, 'utf-16le'],
    ['UTF-16 that begins in Chinese', [...utf8(first), ...utf16(chinese + second)], first + chinese + second, 'utf-16le'],
    ['UTF-16, then bytes', [...utf16(`\ufeff${first}`), ...utf8(second)], first + second, 'utf-8'],
    ['UTF-16, then Chinese in UTF-8', [...utf16(`\ufeff${first}`), ...utf8(chinese + second)], first + chinese + second, 'utf-8'],
    ['UTF-16, then a short line of bytes', [...utf16(`\ufeff${first}`), ...utf8('that is all\r\n')], `${first}that is all\r\n`, 'utf-8'],
    ['big-endian UTF-16, then bytes', [...utf16(`\ufeff${first}`, false), ...utf8(second)], first + second, 'utf-8'],
  ])('is read as what each part is: %s', (_, bytes, text, encoding) => {
    const decoded = decode(Uint8Array.from(bytes))
    expect(decoded.text.replaceAll('\ufeff', '')).toBe(text)
    expect(decoded.problem).toMatchObject({ change: { encoding, line: 2 }, undecodable: null, isCutOff: false })
  })

  it('is read in turns where both go on writing', () => {
    const rounds = Array.from({ length: 5 }, () => [...utf8(first), ...utf16(second)]).flat()
    expect(decode(Uint8Array.from(rounds)).text).toBe((first + second).repeat(5))
  })

  it.each([
    ['Chinese in UTF-16', utf16(`\ufeff${chinese.repeat(30)}`), chinese.repeat(30)],
    ['NULs between lines', utf8(`${first}\0\0\0\0\0\0${second}`), `${first}\0\0\0\0\0\0${second}`],
    ['NULs between letters of a word', utf8('a\0b'), 'a\0b'],
  ])('is none: %s', (_, bytes, text) => {
    const decoded = decode(Uint8Array.from(bytes))
    expect(decoded.text).toBe(text)
    expect(decoded.problem?.kind === 'flawed' ? decoded.problem.change : null).toBeNull()
  })

  it('is read to its end, whatever the bytes', () => {
    const piece = fc.constantFrom(
      utf8(first),
      utf16(second),
      utf16(second, false),
      utf16(chinese),
      [0],
      [0x0a],
      utf8('a'.repeat(40)),
      [0xe9],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const bytes = Uint8Array.from(pieces.flat())
        expect(decode(bytes).text.length).toBeGreaterThanOrEqual(bytes.length / 4 - 1)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([1, 7, 1000, 8192])('is read the same in pieces of %i bytes', (pieceBytes) => {
    const bytes = Uint8Array.from(Array.from({ length: 60 }, () => [...utf8(first), ...utf16(second + second)]).flat())
    const reader = new TextReader('utf-8')
    let text = ''
    for (let at = 0; at < bytes.length; at += pieceBytes) text += reader.push(bytes.slice(at, at + pieceBytes))
    expect(text + reader.end()).toBe((first + second + second).repeat(60))
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineIndexAt, lineText, readText } from '../../src/text/read-text.js'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, littleEndian: boolean) =>
  Uint8Array.from(
    [...text].flatMap((letter) =>
      littleEndian ? [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8] : [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255],
    ),
  )
const linesOf = (bytes: Uint8Array) => {
  const source = readText(bytes)
  return source.lineStarts.map((_, index) => lineText(source, index))
}

describe('encodings', () => {
  it.each([
    ['UTF-8 with a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('a\nb')), 'utf-8'],
    ['UTF-16 LE with a byte order mark', Uint8Array.of(0xff, 0xfe, ...utf16('a\nb', true)), 'utf-16le'],
    ['UTF-16 BE with a byte order mark', Uint8Array.of(0xfe, 0xff, ...utf16('a\nb', false)), 'utf-16be'],
    ['UTF-16 LE without one', utf16('a\nb', true), 'utf-16le'],
    ['UTF-16 BE without one', utf16('a\nb', false), 'utf-16be'],
  ])('reads %s', (_, bytes, encoding) => {
    expect(readText(bytes)).toMatchObject({ text: 'a\nb', encoding, problem: null })
  })

  it('reads GB18030, which Chinese Windows writes', () => {
    const bytes = Uint8Array.of(0xbe, 0xdc, 0xbe, 0xf8, 0xb7, 0xc3, 0xce, 0xca, 0x0a) // 拒绝访问
    expect(readText(bytes)).toMatchObject({ text: '拒绝访问\n', encoding: 'gb18030' })
  })

  it('reads Windows-1252, which Western Windows writes', () => {
    expect(readText(Uint8Array.of(...utf8('usu'), 0xe1, ...utf8('rio')))).toMatchObject({ text: 'usuário', encoding: 'windows-1252' })
  })

  it('keeps a text UTF-8 when a byte of it is broken, and says so', () => {
    const read = readText(Uint8Array.of(...utf8('é ü 注册表 '), 0xff, ...utf8(' ok')))
    expect(read).toMatchObject({ encoding: 'utf-8', problem: { kind: 'undecodable', characters: 1 } })
    expect(read.text).toContain('注册表')
  })

  it('says that a binary file is one', () => {
    expect(readText(Uint8Array.from({ length: 512 }, (_, index) => index % 7)).problem).toEqual({ kind: 'binary' })
  })
})

describe('lines', () => {
  it.each([
    ['LF', 'a\nb\n'],
    ['CRLF', 'a\r\nb\r\n'],
    ['CR alone', 'a\rb\r'],
    ['no final line end', 'a\nb'],
  ])('are counted the same with %s', (_, text) => {
    expect(linesOf(utf8(text))).toEqual(['a', 'b'])
  })

  it('are none in an empty input', () => {
    expect(linesOf(new Uint8Array())).toEqual([])
  })

  it('are found again from any offset', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'bc', '', 'd\r'), { minLength: 1 }), (parts) => {
        const source = readText(utf8(`${parts.join('\n')}x`))
        for (const [index, start] of source.lineStarts.entries()) expect(lineIndexAt(source, start)).toBe(index)
      }),
    )
  })
})

it('reads any bytes without throwing', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readText(bytes)))
})

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

  it('keeps a text UTF-8 when a byte of it is broken, and says so', () => {
    const read = readText(Uint8Array.of(...utf8('é ü 注册表 '), 0xff, ...utf8(' ok')))
    expect(read).toMatchObject({ encoding: 'utf-8', problem: { kind: 'flawed', undecodable: { count: 1, line: 1 } } })
    expect(read.text).toContain('注册表')
  })

  it('says in which line the first broken byte is, and how many there are', () => {
    const read = readText(Uint8Array.of(...utf8('注册表\n登录\n'), 0xff, ...utf8('é\n'), 0xfe, ...utf8('服务器\n')))
    expect(read.problem).toMatchObject({ undecodable: { count: 2, line: 3 } })
  })

  it('finds nothing wrong with what an earlier program could not decode', () => {
    expect(readText(utf8('usu\ufffdrio')).problem).toBeNull()
  })

  it.each([
    ['UTF-8', utf8('ok\n错').subarray(0, 5), 'ok\n\ufffd'],
    ['UTF-16', utf16('\ufeffok\nno', true).subarray(0, -1), 'ok\nn\ufffd'],
  ])('says that %s ends in the middle of a character', (_, bytes, text) => {
    expect(readText(bytes)).toMatchObject({ text, problem: { kind: 'flawed', undecodable: null, isCutOff: true } })
  })

  it('counts the NULs that a file ends in which was not written to its end', () => {
    expect(readText(Uint8Array.of(...utf8('a log\nof two lines\n'), ...new Uint8Array(400))).problem).toMatchObject({
      nulls: { count: 400, line: 3 },
    })
  })

  it('reads as it is told, whatever the bytes look like', () => {
    const read = readText(Uint8Array.of(0x61, 0x00, 0xe9), { encoding: 'windows-1252', isGuess: false })
    expect(read).toMatchObject({ text: 'a\0é', encoding: 'windows-1252', isGuess: false })
  })

  it.each([
    ['bytes that count up', Uint8Array.from({ length: 512 }, (_, index) => index % 7)],
    ['compressed data', Uint8Array.from({ length: 4096 }, (_, index) => (Math.imul(index + 1, 2654435761) >>> 13) & 255)],
  ])('says that a binary file is one: %s', (_, bytes) => {
    expect(readText(bytes).problem).toEqual({ kind: 'binary' })
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

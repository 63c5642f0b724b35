import { describe, expect, it } from 'vitest'
import { decode } from '../../src/text/decode.js'
import { guessReadAs } from '../../src/text/guess-encoding.js'

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0))
const fromHex = (hex: string) => [...(hex.match(/../g) ?? [])].map((pair) => Number.parseInt(pair, 16))
/** As Windows writes it: much that is plain ASCII, and a few words that are not. */
const inLog = (bytes: readonly number[]) =>
  Uint8Array.from([
    ...ascii('2023-02-21 10:11:12 INFO start of the job\n'.repeat(40)),
    ...bytes,
    ...ascii('\n2023-02-21 10:11:13 INFO end\n'),
  ])

describe('the code page of a text', () => {
  // Microsoft's page of each country; the words are those of its console.
  it.each([
    ['gb18030', 'b4edcef33a20cedeb7a8c1acbdd3b5bdd7a2b2e1b1edb5c7c2bcb7fecef1c6f7a1a3bedcbef8b7c3cecaa1a3', '拒绝访问'],
    ['big5', 'bff9bb7e3a20b54caa6bb373bd75a8ecb56ebffda6f8aa41beb9a143a9dab5b4a673a8faa143', '拒絕存取'],
    ['shift_jis', '83478389815b3a208341834e835a835882aa8b9194db82b382ea82dc82b582bd8142', 'アクセスが拒否'],
    ['euc-jp', 'a5a8a5e9a1bc3a20a5a2a5afa5bba5b9a4acb5f1c8dda4b5a4eca4dea4b7a4bfa1a3', 'アクセスが拒否'],
    ['euc-kr', 'bfc0b7f93a20bed7bcbcbdbab0a120b0c5baceb5c7befabdc0b4cfb4d9', '거부되었습니다'],
    ['windows-1252', '5a75677269666620766572776569676572742066fc72204dfc6c6c65722c206e69636874206df6676c696368', 'für Müller'],
    [
      'windows-1251',
      'cef8e8e1eae03a20eee1f0e0f9e5ede8e520ea20f1e5f0e2e5f0f33a20eef2eae0e7e0edee20e220e4eef1f2f3efe5',
      'отказано в доступе',
    ],
  ])('%s is told by its words', (encoding, hex, said) => {
    const bytes = inLog(fromHex(hex))
    const readAs = guessReadAs(bytes)
    expect(readAs).toEqual({ encoding, isGuess: true })
    expect(decode(bytes, readAs)).toMatchObject({ encoding, isGuess: true, problem: null })
    expect(decode(bytes, readAs).text).toContain(said)
  })

  it('is most likely the Chinese one where four characters are all there is', () => {
    expect(guessReadAs(Uint8Array.of(0xbe, 0xdc, 0xbe, 0xf8, 0xb7, 0xc3, 0xce, 0xca, 0x0a))).toMatchObject({ encoding: 'gb18030' })
  })

  it('is the Western one where a single letter is all there is', () => {
    expect(guessReadAs(Uint8Array.of(...ascii('usu'), 0xe1, ...ascii('rio')))).toMatchObject({ encoding: 'windows-1252' })
  })

  it.each([
    ['UTF-8', new TextEncoder().encode('注册表')],
    ['UTF-8 with one broken byte', Uint8Array.of(...new TextEncoder().encode('注册表 é'), 0xff)],
    ['UTF-16', Uint8Array.from([...'plain'].flatMap((letter) => [letter.charCodeAt(0), 0]))],
    ['ASCII', Uint8Array.from(ascii('plain'))],
  ])('is not asked for in %s', (_, bytes) => {
    expect(guessReadAs(bytes)).toBeUndefined()
  })
})

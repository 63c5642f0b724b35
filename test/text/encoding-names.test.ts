import { describe, expect, it } from 'vitest'
import { encodingNamed, USUAL_ENCODINGS } from '../../src/text/encoding-names.js'

describe('an encoding by its name', () => {
  it.each(USUAL_ENCODINGS)('%s is known', (name) => {
    expect(encodingNamed(name)).toBe(name)
  })

  it.each([
    ['GBK', 'gb18030'],
    ['latin1', 'windows-1252'],
    ['UTF-16', 'utf-16le'],
    ['sjis', 'shift_jis'],
    ['936', 'gb18030'],
    ['cp950', 'big5'],
    ['65001', 'utf-8'],
    ['1251', 'windows-1251'],
  ])('%s is %s', (name, encoding) => {
    expect(encodingNamed(name)).toBe(encoding)
  })

  it.each(['', 'klingon', '99999', 'utf-7'])('"%s" is none', (name) => {
    expect(encodingNamed(name)).toBeUndefined()
  })
})

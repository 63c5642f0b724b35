import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteAround, quoteLine } from '../../src/report/quote-line.js'

describe('a live credential', () => {
  const jwt = `eyJ${'hbGciOiJSUzI1NiJ9'.repeat(4)}.eyJzdWIiOiIxIn0.c2lnbmF0dXJl`
  it.each([
    ['a token by its shape', jwt, jwt],
    ['a header', `Authorization: Bearer ${jwt}`, jwt],
    ['a header of letters alone', 'Authorization: Bearer abcdefghijklmnop', 'abcdefghijklmnop'],
    ['an option', 'docker login contoso.azurecr.io -u ci -p S3cr3t-Pa55', 'S3cr3t-Pa55'],
    ['an option with =', 'az login --service-principal --password=S3cr3t-Pa55', 'S3cr3t-Pa55'],
    ['a field', '{"accessToken": "S3cr3t-Pa55-1234567"}', 'S3cr3t-Pa55-1234567'],
    ['a field of an escaped object', '{\\"access_token\\": \\"S3cr3t-Pa55-1234567\\"}', 'S3cr3t-Pa55-1234567'],
    ['a variable', 'AZURE_CLIENT_SECRET=S3cr3t-Pa55', 'S3cr3t-Pa55'],
    ['a URL', 'proxy http://bob:S3cr3t-Pa55@10.0.0.1:3128 refused', 'S3cr3t-Pa55'],
    ['a SAS signature', 'https://x.blob.core.windows.net/a?sv=1&sig=abcDEF123%2Bxyz0987654321%3D', 'abcDEF123%2Bxyz0987654321%3D'],
  ])('is hidden: %s', (_, line, secret) => {
    const quoted = quoteLine(line)
    expect(quoted).not.toContain(secret)
    expect(quoted).toContain('<redacted>')
  })

  it('is hidden where the line is cut inside it', () => {
    const line = `Authorization: Bearer ${jwt.repeat(12)} Error response from daemon: unauthorized`
    const at = line.indexOf('Error')
    expect(quoteAround(line, [at + 1, at + 6]).text).not.toContain('hbGciOi')
  })

  it('is not taken for what names one', () => {
    const advice = "docker login loginServer -u 00000000-0000-0000-0000-000000000000 -p accessToken'"
    expect(quoteLine(advice)).toBe(advice)
  })
})

describe('a quote', () => {
  it('holds at most 500 characters and no control character, whatever the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1500 }), fc.nat(1600), fc.nat(1600), (line, start, length) => {
        const { text } = quoteAround(line, [start + 1, start + length + 1])
        expect(text.length).toBeLessThanOrEqual(500)
        expect(text).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/)
      }),
    )
  })

  it('shows the message of a long line, and says where it stands', () => {
    const line = `${'x '.repeat(2000)}no such host${' y'.repeat(2000)}`
    const start = line.indexOf('no such host') + 1
    const { text, columns } = quoteAround(line, [start, start + 12])
    expect(text.slice((columns?.[0] ?? 1) - 1, (columns?.[1] ?? 1) - 1)).toBe('no such host')
  })
})

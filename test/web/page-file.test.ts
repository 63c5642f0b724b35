import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { pageFile } from './open-page.js'

const page = readFileSync(pageFile)

it('is one file of at most 2 MB, 600 kB gzipped', () => {
  expect(page.length).toBeLessThanOrEqual(2_000_000)
  expect(gzipSync(page, { level: 9 }).length).toBeLessThanOrEqual(600_000)
})

it('forbids every request in its policy, and needs none', () => {
  const html = page.toString('utf8')
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? []
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|\*|connect-src|'self'/)
  expect(html.slice(0, html.indexOf('<script>'))).not.toMatch(/\b(?:src|href)="(?!data:)/)
})

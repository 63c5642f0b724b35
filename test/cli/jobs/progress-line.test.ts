import { expect, it } from 'vitest'
import { type HowFar, progressLine } from '../../../src/cli/jobs/progress-line.js'
import { messagesFor } from '../../../src/cli/messages.js'
import { columnsOf } from '../../../src/render/typeset.js'

const half = { bytesRead: 512 << 20, totalBytes: 1 << 30, bytesPerSecond: 256 << 20, findings: 3 }
const lineOf = (howFar: HowFar, width: number, locale: 'en' | 'zh-CN' = 'en', unicode = true) =>
  progressLine(howFar, { width, unicode }, messagesFor(locale))

it('says bytes, rate, time left and findings so far', () => {
  expect(lineOf(half, 80)).toBe('[##########----------] 512 MiB / 1.0 GiB · 256 MiB/s · 0:02 left · 3 findings')
  expect(lineOf(half, 80, 'zh-CN')).toBe('[##########----------] 512 MiB / 1.0 GiB · 256 MiB/s · 还要 0:02 · 已发现 3 项')
})

it('leaves out, in a narrow terminal, what matters least, and wraps in none', () => {
  expect(lineOf(half, 60)).toBe('512 MiB / 1.0 GiB · 256 MiB/s · 0:02 left · 3 findings')
  expect(lineOf(half, 50)).toBe('512 MiB / 1.0 GiB · 0:02 left · 3 findings')
  expect(lineOf(half, 40)).toBe('512 MiB / 1.0 GiB · 3 findings')
  for (const locale of ['en', 'zh-CN'] as const)
    for (let width = 1; width < 100; width++) expect(columnsOf(lineOf(half, width, locale))).toBeLessThan(width)
})

it('says nothing of the end where that is not known, or where nothing moves', () => {
  expect(lineOf({ ...half, totalBytes: null, findings: 1 }, 80)).toBe('512 MiB · 256 MiB/s · 1 finding')
  expect(lineOf({ ...half, bytesPerSecond: 0 }, 60)).toBe('512 MiB / 1.0 GiB · 0 B/s · 3 findings')
})

it('keeps to ASCII where a terminal has no more', () => {
  expect(lineOf(half, 60, 'en', false)).toMatch(/^[ -~]+$/)
})

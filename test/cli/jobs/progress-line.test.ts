import { expect, it } from 'vitest'
import { progressLine } from '../../../src/cli/jobs/progress-line.js'
import { messagesFor } from '../../../src/cli/messages.js'

const half = { bytesRead: 512 << 20, totalBytes: 1 << 30, milliseconds: 2000, findings: 3 }

it('says bytes, rate, time left and findings so far', () => {
  expect(progressLine(half, 80, messagesFor('en'))).toBe('[##########----------] 512 MiB / 1.0 GiB · 256 MiB/s · 0:02 left · 3 findings')
  expect(progressLine(half, 80, messagesFor('zh-CN'))).toBe(
    '[##########----------] 512 MiB / 1.0 GiB · 256 MiB/s · 还要 0:02 · 已发现 3 项',
  )
})

it('fits a narrow terminal', () => {
  expect(progressLine(half, 50, messagesFor('en'))).toBe('512 MiB / 1.0 GiB · 256 MiB/s · 0:02 left · 3 fin')
})

it('says nothing of the end where that is not known', () => {
  expect(progressLine({ ...half, totalBytes: null, findings: 1 }, 80, messagesFor('en'))).toBe('512 MiB · 256 MiB/s · 1 finding')
})

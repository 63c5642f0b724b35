import { expect, it } from 'vitest'
import { failureWords, looksLikeFailure } from '../../src/diagnose/failure-words.js'

it.each([
  'dockerd[1]: toomanyrequests: slow down, please',
  'write /var/lib/layer.tar: no space left on device',
  'read tcp 10.0.0.4: connection reset by peer',
  '推送失敗，請檢查網路連線',
  '推送失败，请检查网络',
])('takes for a failure: %s', (line) => {
  expect(looksLikeFailure(line)).toBeGreaterThan(0)
  expect(failureWords.some((word) => line.toLowerCase().includes(word))).toBe(true)
})

it.each(['pushed the image', '0 errors', '推送成功'])('takes for none: %s', (line) => {
  expect(looksLikeFailure(line)).toBe(0)
})

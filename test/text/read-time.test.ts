import { describe, expect, it } from 'vitest'
import { readTime, toIso } from '../../src/text/read-time.js'

const latest = Date.UTC(2024, 10, 30)
const timeOf = (line: string) => {
  const moment = readTime(line, latest)
  return moment && toIso(moment)
}

describe('the time of a line', () => {
  it.each([
    ['2024-11-05T11:10:12.1234567Z An error occurred', '2024-11-05T11:10:12.123Z'],
    ['2024-11-05 11:10:12,123 ERROR denied', '2024-11-05T11:10:12.123'],
    ['[2024-11-05T13:10:12+02:00] denied', '2024-11-05T11:10:12Z'],
    ['2024-11-05T06:10:12-0500 denied', '2024-11-05T11:10:12Z'],
    ['2024/11/05 11:10:12 [error] denied', '2024-11-05T11:10:12'],
    ['20241105T111012Z denied', '2024-11-05T11:10:12Z'],
    ['10.0.0.1 - - [05/Nov/2024:11:10:12 +0100] "GET /v2/" 401', '2024-11-05T10:10:12Z'],
    ['Date: Tue, 05 Nov 2024 11:10:12 GMT', '2024-11-05T11:10:12Z'],
    ['Tue Nov  5 11:10:12 UTC 2024 denied', '2024-11-05T11:10:12Z'],
    ['11/5/2024 1:10:12 PM denied', '2024-11-05T13:10:12'],
    ['Nov  5 11:10:12 build-7 agent[231]: denied', '2024-11-05T11:10:12'],
    ['Dec 24 11:10:12 build-7 agent[231]: denied', '2023-12-24T11:10:12'],
    ['E1105 11:10:12.123456    1234 kuberuntime.go:12] denied', '2024-11-05T11:10:12.123'],
    ['{"log":"denied","time":"2024-11-05T11:10:12Z"}', '2024-11-05T11:10:12Z'],
    ['{"ts":1730805012.5,"msg":"denied"}', '2024-11-05T11:10:12.500Z'],
    ['type=AVC msg=audit(1730805012.123:42): denied', '2024-11-05T11:10:12.123Z'],
    [`{"log":"${'denied '.repeat(60)}","time":"2024-11-05T11:10:12Z"}`, '2024-11-05T11:10:12Z'],
  ])('is read off %s', (line, iso) => {
    expect(timeOf(line)).toBe(iso)
  })

  it.each([
    'no time here',
    '[11:10:12] a clock without a date',
    'version 2024.11.05 built',
    'sha256:2024110511101220241105111012 pulled',
    '2024-13-45T11:10:12Z no such month',
  ])('is not read off %s', (line) => {
    expect(timeOf(line)).toBeUndefined()
  })

  it('needs to know the latest moment possible where a stamp has no year', () => {
    expect(readTime('Nov  5 11:10:12 build-7 agent[231]: denied')).toBeUndefined()
  })
})

import { expect, it } from 'vitest'
import { compareVersions, isRuledOutIn, releaseFitOf } from '../../src/catalog/release.js'
import { evidenceOf } from '../diagnose/evidence.js'

it.each([
  ['2.9.0', '2.10.0', -1],
  ['2.85', '2.85.0', 0],
  ['v3.1', '3.0.9', 1],
  ['2.85.0b1', '2.85.0', 0],
])('%s against %s', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign)
})

it.each([
  [null, null, '2.85.0', 'printing'],
  ['2.46.0', null, '2.45.9', 'older'],
  ['2.46.0', null, '2.46.0', 'printing'],
  [null, '2.85.0', '2.85.0', 'printing'],
  [null, '2.85.0', '2.86.0', 'newer'],
])('since %s, until %s: %s is %s', (since, until, release, fit) => {
  expect(releaseFitOf({ since, until }, release)).toBe(fit)
})

it('a release rules out what evidence says of releases alone', () => {
  const cause = (line: string) => ({ id: 'a', evidence: [evidenceOf(line)] })
  expect(isRuledOutIn('2.80.0', cause('ruled out: azureCli at least 2.74.0'))).toBe(true)
  expect(isRuledOutIn('2.70.0', cause('ruled out: azureCli at least 2.74.0'))).toBe(false)
  expect(isRuledOutIn('2.80.0', cause('ruled out: azureCli at least 2.74.0 and run login'))).toBe(false)
  expect(isRuledOutIn('2.80.0', cause('ruled out: docker at least 2.0'))).toBe(false)
  expect(isRuledOutIn('2.80.0', cause('likely: azureCli at least 2.74.0'))).toBe(false)
})

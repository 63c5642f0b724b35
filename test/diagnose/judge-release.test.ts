/** `since` and `until` in a diagnosis. */
import { describe, expect, it } from 'vitest'
import { explain } from '../../src/explain.js'
import { smallCatalog } from './small-catalog.js'

const catalog = smallCatalog(
  { code: 'ALWAYS_ERROR', says: ['the engine fell over its feet'] },
  { code: 'OLD_ERROR', says: ['the notary has lost its seal'], until: '2.85.0' },
  { code: 'NEW_ERROR', says: ['the ledger is written full'], since: '2.46.0' },
  { code: 'CRASH_ERROR', foundWhen: ['text "split the feet"'], since: '2.85.0', until: '2.85.0' },
)

function findingsOf(...lines: readonly string[]) {
  return explain(lines.join('\n'), { catalog }).findings
}
const head = (release: string) => `Azure CLI version: ${release}`

describe('a finding says what follows from the release in the log', () => {
  it.each([
    [
      '2.70.0',
      'the notary has lost its seal',
      'printing',
      'Azure CLI 2.70.0 prints this; 2.85.0 is the last release that does, so an update ends it.',
    ],
    ['2.90.0', 'the notary has lost its seal', 'newer', 'Azure CLI 2.90.0 is newer than 2.85.0, the last release known to print this.'],
    ['2.40.0', 'the ledger is written full', 'older', 'Azure CLI 2.40.0 is older than 2.46.0, the first release known to print this.'],
    ['2.70.0', 'the ledger is written full', 'printing', null],
  ])('%s, %s', (release, line, fit, text) => {
    expect(findingsOf(head(release), line)[0]?.release).toMatchObject({ installed: release, fit, text })
  })

  it('and nothing where the log names none, or the entry is bound to none', () => {
    expect(findingsOf('the notary has lost its seal')[0]?.release).toBe(null)
    expect(findingsOf(head('2.70.0'), 'the engine fell over its feet')[0]?.release).toBe(null)
  })
})

it('what the release does not print stands behind what it does', () => {
  const codes = findingsOf(head('2.90.0'), 'the notary has lost its seal', 'the engine fell over its feet').map(({ code }) => code)
  expect(codes).toEqual(['ALWAYS_ERROR', 'OLD_ERROR'])
})

it('what is found by evidence alone is found in the releases that have it', () => {
  const codesFor = (release: string) => findingsOf(head(release), 'cannot split the feet').map(({ code }) => code)
  expect(codesFor('2.85.0')).toEqual(['CRASH_ERROR'])
  expect(codesFor('2.86.0')).toEqual([])
})

import { describe, expect, it } from 'vitest'
import { compareReports } from '../../src/diff/compare-reports.js'
import { explain } from '../../src/explain.js'
import { builtCatalog } from '../built-catalog.js'

const report = (log: string) => explain(log, { catalog: builtCatalog })
const passing = (...more: string[]) =>
  [
    "Docker version: 'Docker version 28.0.4, build b8034c0, platform linux/amd64'",
    'Azure CLI version: 2.65.0',
    'DNS lookup to contoso.azurecr.io at IP 20.62.128.40 : OK',
    ...more,
  ].join('\n')
const forbidden = "An error occurred: CONNECTIVITY_FORBIDDEN_ERROR\nLooks like you don't have access to registry 'contoso.azurecr.io'."
const ok = 'Challenge endpoint https://contoso.azurecr.io/v2/ : OK'
const notary = 'An error occurred: NOTARY_COMMAND_ERROR\nPlease verify if notary is installed.'

function compare(before: string, after: string) {
  const [one, other] = [report(before), report(after)]
  const { verdict, fixed, added, remaining, changed, facts } = compareReports(one, other, builtCatalog)
  return {
    verdict,
    changed: changed.map(({ before }) => one.findings[before]?.code),
    fixed: fixed.map(({ before, isProven }) => `${one.findings[before]?.code}${isProven ? '' : ', unproven'}`),
    added: added.map((index) => other.findings[index]?.code),
    remaining: remaining.map(({ before, facts }) => ({ code: one.findings[before]?.code, facts })),
    facts,
  }
}

describe('a finding', () => {
  it('is fixed where its check passes now, new where it was not there before, and else remains', () => {
    expect(compare(passing(forbidden, notary), passing(ok, notary, 'An error occurred: HELM_COMMAND_ERROR'))).toEqual({
      verdict: 'warnings',
      changed: [],
      fixed: ['CONNECTIVITY_FORBIDDEN_ERROR'],
      added: ['HELM_COMMAND_ERROR'],
      remaining: [{ code: 'NOTARY_COMMAND_ERROR', facts: [] }],
      facts: [],
    })
  })

  it('is not called fixed without proof where the later log does not get to its check', () => {
    expect(compare(passing(forbidden, notary), passing(forbidden)).fixed).toEqual(['NOTARY_COMMAND_ERROR, unproven'])
  })

  it('of another registry is another finding, unless each log has one alone', () => {
    const other = forbidden.replaceAll('contoso', 'fabrikam')
    expect(compare(forbidden, other).remaining.map(({ code }) => code)).toEqual(['CONNECTIVITY_FORBIDDEN_ERROR'])
    expect(compare(`${forbidden}\n\n${other}`, other).fixed).toEqual(['CONNECTIVITY_FORBIDDEN_ERROR, unproven'])
  })
})

it('the facts of the machine are told where both logs give them, and they differ', () => {
  const later = passing(ok, 'Helm version: 3.12.3').replace('2.65.0', '2.72.0').replace('20.62.128.40', '10.0.0.4')
  expect(compare(passing(ok), later).facts).toEqual([
    { name: 'azureCli', before: '2.65.0', after: '2.72.0' },
    { name: 'loginServerIp', before: '20.62.128.40', after: '10.0.0.4' },
  ])
})

describe('a finding whose reason is another one now', () => {
  const atAddress = (ip: string) => passing(forbidden).replace('20.62.128.40', ip)

  it('has changed where the log rules out what it had pointed to', () => {
    const challenge = 'An error occurred: CONNECTIVITY_CHALLENGE_ERROR\nChallenge endpoint of registry contoso.azurecr.io returned: 404'
    const before = passing(challenge).replace('20.62.128.40', '10.30.1.4')
    expect(compare(before, before).remaining.map(({ code }) => code)).toEqual(['CONNECTIVITY_CHALLENGE_ERROR'])
    expect(compare(before, passing(challenge)).changed).toEqual(['CONNECTIVITY_CHALLENGE_ERROR'])
  })

  it('remains where the log never told', () => {
    const { changed, remaining } = compare(passing(forbidden), atAddress('20.62.128.41'))
    expect(changed).toEqual([])
    expect(remaining).toHaveLength(1)
  })
})

describe('the verdict', () => {
  const whole = passing(
    ok,
    "Fetch refresh token for registry 'contoso.azurecr.io' : OK",
    "Fetch access token for registry 'contoso.azurecr.io' : OK",
  )

  it('is the later log’s own where it shows that nothing failing is left', () => {
    expect(compare(passing(forbidden), whole).verdict).toBe('healthy')
    expect(compare(whole, passing(forbidden)).verdict).toBe('failing')
    expect(compare(whole, whole).verdict).toBe('healthy')
  })

  it.each([
    ['is of another registry', whole.replaceAll('contoso', 'fabrikam')],
    ['is empty', ''],
    ['breaks off before the check that failed', passing()],
    ['is of another command', 'Login Succeeded'],
  ])('is inconclusive where the later log %s', (_, after) => {
    expect(compare(passing(forbidden), after).verdict).toBe('inconclusive')
  })

  it('is healthy where the same command has come through at last', () => {
    const denied = 'Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required'
    const login = '$ docker login contoso.azurecr.io'
    expect(compare(`${login}\n${denied}`, `${login}\nLogin Succeeded`).verdict).toBe('healthy')
  })
})

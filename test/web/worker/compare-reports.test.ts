import { describe, expect, it } from 'vitest'
import { explain } from '../../../src/explain.js'
import { compareReports } from '../../../src/web/worker/compare-reports.js'
import { builtCatalog } from '../../built-catalog.js'

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
  const { fixed, added, remaining, facts } = compareReports(one, other, builtCatalog)
  return {
    fixed: fixed.map(({ before, isProven }) => `${one.findings[before]?.code}${isProven ? '' : ', unproven'}`),
    added: added.map((index) => other.findings[index]?.code),
    remaining: remaining.map(({ before, facts }) => ({ code: one.findings[before]?.code, facts })),
    facts,
  }
}

describe('a finding', () => {
  it('is fixed where its check passes now, new where it was not there before, and else remains', () => {
    expect(compare(passing(forbidden, notary), passing(ok, notary, 'An error occurred: HELM_COMMAND_ERROR'))).toEqual({
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

it('the facts of the machine are told where they differ', () => {
  const later = passing(ok).replace('2.65.0', '2.72.0').replace('20.62.128.40', '10.0.0.4')
  expect(compare(passing(ok), later).facts).toEqual([
    { name: 'azureCli', before: '2.65.0', after: '2.72.0' },
    { name: 'loginServerIp', before: '20.62.128.40', after: '10.0.0.4' },
  ])
})

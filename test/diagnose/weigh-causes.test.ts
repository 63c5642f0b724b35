import { describe, expect, it } from 'vitest'
import { explain } from '../../src/explain.js'
import { smallCatalog } from './small-catalog.js'

const says = ['the gate of {registry} stays closed, status {status}']
const log = `Azure CLI version: 2.60.0
DNS lookup to contoso.azurecr.io at IP 10.1.2.3 : OK
the gate of contoso stays closed, status 403
somebody put a lock on it`

/** How likely a cause with these lines of evidence is, and why. */
function weigh(...evidence: readonly string[]) {
  const catalog = smallCatalog(
    { code: 'GATE_CLOSED', says, causes: { asked: evidence, other: [] } },
    { code: 'LOCK_SEEN', says: ['somebody put a lock on it'], severity: 'warning' },
  )
  const cause = explain(log, { catalog }).findings[0]?.causes.find(({ id }) => id === 'asked')
  return cause && [cause.likelihood, ...cause.because].join(' | ')
}

describe('a cause', () => {
  it('is possible where no line of evidence holds', () => {
    expect(weigh('confirmed: fact status is 401', 'likely: finding NOWHERE')).toBe('possible')
  })

  it.each([
    ['fact status is 401 or 403', 'the HTTP status is 403'],
    ['fact status from 400 to 499', 'the HTTP status is 403'],
    ['fact loginServerIp private', "the login server's address is 10.1.2.3, a private address"],
    ['no fact tenant', 'the log does not give tenant'],
    ['finding LOCK_SEEN', 'LOCK_SEEN at line 4'],
    ['no finding NOWHERE', 'NOWHERE was not found'],
    ['check dns-lookup passed', 'the DNS lookup check passed at line 2'],
    ['azureCli below 2.61.0', 'Azure CLI is 2.60.0'],
    ['cloud public', 'the registry is in Azure public cloud'],
    ['text "put a lock"', '“put a lock” at line 4'],
    ['no text "took the lock off"', 'the log does not say “took the lock off”'],
    ['run check-health', 'the command was az acr check-health'],
  ])('is likely by "%s", and says why', (condition, reason) => {
    expect(weigh(`likely: ${condition}`)).toBe(`likely | ${reason}`)
  })

  it.each([
    'fact status is 401',
    'fact status from 500 to 599',
    'fact loginServerIp public',
    'fact tenant',
    'check dns-lookup failed',
    'azureCli at least 2.61.0',
    'cloud china',
    'run docker',
  ])('is not made likely by "%s"', (condition) => {
    expect(weigh(`likely: ${condition}`)).toBe('possible')
  })

  it('needs every condition of a line, and any one of the lines', () => {
    expect(weigh('likely: fact status is 403 and cloud china')).toBe('possible')
    expect(weigh('likely: cloud china', 'likely: fact status is 403')).toMatch(/^likely/)
  })

  it('is as likely as its strongest line, and ruled out whatever speaks for it', () => {
    expect(weigh('likely: cloud public', 'confirmed: fact status is 403')).toBe('confirmed | the HTTP status is 403')
    expect(weigh('confirmed: fact status is 403', 'ruled out: cloud public')).toMatch(/^ruled-out/)
  })
})

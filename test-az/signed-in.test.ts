/** Somebody is signed in, and a stand-in network answers. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callAz } from './call-az.js'
import { checksOf, codesOf, explainCall } from './explain.js'
import { correlationId, type Network, openNetwork, registryId, tenant } from './network/server.js'
import { allWorking, docker } from './stand-ins.js'

let network: Network
let env: Readonly<Record<string, string>>

beforeAll(async () => {
  network = await openNetwork()
  env = { ...network.env, AZURE_CONFIG_DIR: join(mkdtempSync(join(tmpdir(), 'acr-explain-az-')), '.azure') }
  const application = '0f0e0d0c-0b0a-4908-8706-050403020100'
  await callAz({ args: ['login', '--service-principal', '-u', application, '-p', 'made-up', '--tenant', tenant], env })
})
afterAll(() => network.close())

const checkHealth = (name: string, ...more: string[]) =>
  explainCall({ args: ['acr', 'check-health', '-n', name, '--yes', ...more], programs: allWorking, env })
const login = (name: string, ...more: string[]) => explainCall({ args: ['acr', 'login', '-n', name, ...more], programs: allWorking, env })

describe('check-health', () => {
  it('passes every check of a healthy registry, with --debug too', async () => {
    for (const more of [[], ['--debug']]) {
      const report = await checkHealth('contoso', ...more)
      expect([report.verdict, codesOf(report)]).toEqual(['healthy', []])
      expect(new Set(Object.values(checksOf(report)))).toEqual(new Set(['passed']))
    }
  })

  it.each([
    ['fabrikam', 'CONNECTIVITY_FORBIDDEN_ERROR', 'challenge-endpoint', '403'],
    ['wingtip', 'CONNECTIVITY_CHALLENGE_ERROR', 'challenge-endpoint', '200'],
    ['tailspin', 'CONNECTIVITY_REFRESH_TOKEN_ERROR', 'refresh-token', '401'],
    ['northwind', 'CONNECTIVITY_ACCESS_TOKEN_ERROR', 'access-token', '401'],
  ])('of %s fails with %s, and --debug knows the status', async (name, code, check, status) => {
    const [plain, debug] = [await checkHealth(name), await checkHealth(name, '--debug')]
    expect(codesOf(plain)).toEqual([code])
    expect(codesOf(debug)).toEqual([code])
    expect(checksOf(debug)).toEqual(checksOf(plain))
    expect(checksOf(plain)[check]).toBe(`failed: ${code}`)
    expect(debug.findings[0]?.facts.status).toBe(status)
  })

  it('looks for the private endpoints of a virtual network', async () => {
    expect(checksOf(await checkHealth('contoso', '--vnet', 'backend'))).toMatchObject({
      'access-token': 'passed',
      'private-endpoint-dns': expect.stringContaining('failed'),
    })
  })
})

describe('login', () => {
  it('succeeds, with --debug and --expose-token too', async () => {
    for (const more of [[], ['--debug'], ['--expose-token'], ['--expose-token', '--debug']]) {
      const { verdict, runs } = await login('contoso', ...more)
      expect([verdict, runs.map(({ succeeded }) => succeeded)]).toEqual(['healthy', [true]])
      // A login that succeeds prints the two words of docker, which say no more.
      expect(runs[0]?.kind).toBe(more.length > 0 ? 'login' : 'docker')
    }
  })

  it.each([
    ['fabrikam', 'CONNECTIVITY_FORBIDDEN_ERROR'],
    ['wingtip', 'CONNECTIVITY_CHALLENGE_ERROR'],
    ['litware', 'CONNECTIVITY_REFRESH_TOKEN_ERROR'],
  ])('to %s fails first of all with %s', async (name, code) => {
    for (const more of [[], ['--debug']]) {
      const { findings, runs } = await login(name, ...more)
      expect([findings[0]?.code, ...findings.slice(1).map(({ role }) => role)]).toEqual([
        code,
        ...findings.slice(1).map(() => 'consequence'),
      ])
      expect(runs.map(({ kind }) => kind)).toEqual(['login'])
    }
  })

  it('is refused by docker in the end', async () => {
    const report = await explainCall({ args: ['acr', 'login', '-n', 'contoso'], programs: { docker: docker.refusing }, env })
    expect(codesOf(report)).toEqual(['UNAUTHORIZED', 'DOCKER_LOGIN_FAILED_AZ'])
  })

  it('takes correlation id and resource id off the refusal by Azure Resource Manager', async () => {
    const [finding] = (await login('relecloud', '--debug')).findings
    expect(finding).toMatchObject({ code: 'AUTHORIZATION_FAILED', facts: { status: '403', correlationId } })
    expect(finding?.decide?.command).toContain(registryId('relecloud'))
  })
})

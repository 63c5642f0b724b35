import { describe, expect, it } from 'vitest'
import { type Call, otherCaptures } from './call-az.js'
import { checksOf, codesOf, essenceOf, explainCall } from './explain.js'
import { allWorking, docker, helm, notary } from './stand-ins.js'

const checkHealth = (...more: string[]) => ['acr', 'check-health', ...more]
const whole = checkHealth('--name', 'contoso', '--yes', '--ignore-errors')

interface Case {
  readonly is: string
  readonly call: Call
  readonly codes: readonly string[]
  readonly checks?: Readonly<Record<string, string>>
}

const cases: readonly Case[] = [
  {
    is: 'nothing installed, stopping at the first error',
    call: { args: checkHealth('--name', 'contoso', '--yes') },
    codes: ['DOCKER_COMMAND_ERROR'],
    checks: { 'docker-command': 'failed: DOCKER_COMMAND_ERROR', 'dns-lookup': 'not-run: DOCKER_COMMAND_ERROR' },
  },
  {
    is: 'nothing installed, going on past errors',
    call: { args: whole },
    codes: ['DOCKER_COMMAND_ERROR', 'CONNECTIVITY_DNS_ERROR', 'HELM_COMMAND_ERROR', 'NOTARY_COMMAND_ERROR'],
    checks: {
      'docker-pull': 'not-run: DOCKER_COMMAND_ERROR',
      'azure-cli-version': 'passed',
      'dns-lookup': 'failed: CONNECTIVITY_DNS_ERROR',
      'access-token': 'not-run: CONNECTIVITY_DNS_ERROR',
      'helm-version': 'failed: HELM_COMMAND_ERROR',
    },
  },
  {
    is: 'all programs working',
    call: { args: checkHealth('--name', 'contoso', '--yes'), programs: allWorking },
    codes: ['CONNECTIVITY_DNS_ERROR'],
    checks: { 'docker-pull': 'passed', 'dns-lookup': 'failed: CONNECTIVITY_DNS_ERROR', 'helm-version': 'not-run: CONNECTIVITY_DNS_ERROR' },
  },
  {
    is: 'the daemon stopped',
    call: { args: whole, programs: { ...allWorking, docker: docker.stopped } },
    codes: ['CONNECTIVITY_DNS_ERROR', 'CANNOT_CONNECT_DOCKER_DAEMON', 'DOCKER_COMMAND_ERROR'],
    checks: { 'docker-command': 'failed: DOCKER_COMMAND_ERROR', 'helm-version': 'passed', 'notary-version': 'passed' },
  },
  {
    is: 'no right on the socket',
    call: { args: whole, programs: { ...allWorking, docker: docker.forbidden } },
    codes: ['CONNECTIVITY_DNS_ERROR', 'DOCKER_SOCKET_PERMISSION_DENIED', 'DOCKER_COMMAND_ERROR'],
  },
  {
    is: 'clients of versions that do not fit',
    call: { args: whole, programs: { docker: docker.tooOld, helm: helm.tooOld, notary: notary.tooNew } },
    codes: ['CONNECTIVITY_DNS_ERROR', 'DOCKER_VERSION_ERROR', 'HELM_VERSION_ERROR', 'NOTARY_VERSION_ERROR'],
    checks: { 'docker-version': 'failed: DOCKER_VERSION_ERROR', 'docker-pull': 'passed' },
  },
  {
    is: 'no way out to the sample image',
    call: { args: whole, programs: { ...allWorking, docker: docker.withoutWayOut } },
    codes: ['NO_SUCH_HOST', 'CONNECTIVITY_DNS_ERROR', 'DOCKER_PULL_ERROR'],
    checks: { 'docker-version': 'passed', 'docker-pull': 'failed: DOCKER_PULL_ERROR' },
  },
  {
    is: 'programs that print warnings',
    call: { args: whole, programs: { ...allWorking, docker: docker.warning, helm: helm.talkative } },
    codes: ['CONNECTIVITY_DNS_ERROR', 'DOCKER_CONFIG_UNREADABLE', 'HELM_COMMAND_ERROR'],
    checks: { 'docker-version': 'passed', 'helm-version': 'failed: HELM_COMMAND_ERROR' },
  },
  {
    is: 'a virtual network asked for, and nobody signed in',
    call: { args: checkHealth('--name', 'contoso', '--yes', '--ignore-errors', '--vnet', 'backend'), programs: allWorking },
    codes: ['CONNECTIVITY_DNS_ERROR', 'AZ_LOGIN_REQUIRED'],
    checks: { 'dns-lookup': 'failed: CONNECTIVITY_DNS_ERROR', 'helm-version': 'not-run: the CLI is not signed in' },
  },
]

it.each(cases)(
  'check-health with $is gives its codes and the state of its checks, however its output was taken',
  async ({ call, codes, checks = {} }) => {
    const report = await explainCall(call)
    expect(codesOf(report)).toEqual(codes)
    expect(checksOf(report)).toMatchObject(checks)
    for (const other of otherCaptures(call)) expect(essenceOf(await explainCall(other))).toEqual(essenceOf(report))
  },
)

describe('check-health', () => {
  it('asks before it pulls, and goes on without where the answer is no', async () => {
    const report = await explainCall({
      args: checkHealth('-n', 'contoso', '--ignore-errors'),
      programs: allWorking,
      capture: 'terminal',
      answer: 'n\n',
    })
    expect(checksOf(report)).toMatchObject({
      'docker-pull': 'skipped: the question before the test pull was answered with no',
      'azure-cli-version': 'passed',
    })
  })

  it('breaks off where it cannot ask', async () => {
    const report = await explainCall({ args: checkHealth('-n', 'contoso'), programs: allWorking })
    expect(checksOf(report)).toMatchObject({
      'docker-version': 'passed',
      'docker-pull': 'not-run: the CLI wanted to ask a question and had no terminal (--yes was missing)',
    })
  })

  it('leaves the registry out where none is named', async () => {
    const report = await explainCall({ args: checkHealth('--yes'), programs: allWorking })
    expect(report.verdict).toBe('healthy')
    expect(Object.keys(checksOf(report))).not.toContain('dns-lookup')
  })

  it('leaves the environment out in Azure Cloud Shell', async () => {
    const report = await explainCall({ args: checkHealth('-n', 'contoso'), env: { ACC_CLOUD: 'PROD' } })
    expect(codesOf(report)).toEqual(['CONNECTIVITY_DNS_ERROR'])
    expect(checksOf(report)).toMatchObject({ 'docker-pull': 'skipped: Azure Cloud Shell does not support it' })
  })

  it('prints errors alone with --only-show-errors', async () => {
    const report = await explainCall({ args: [...whole, '--only-show-errors'], programs: { ...allWorking, helm: helm.talkative } })
    expect(checksOf(report)).toEqual({
      'dns-lookup': 'failed: CONNECTIVITY_DNS_ERROR',
      'challenge-endpoint': 'not-run: CONNECTIVITY_DNS_ERROR',
      'refresh-token': 'not-run: CONNECTIVITY_DNS_ERROR',
      'access-token': 'not-run: CONNECTIVITY_DNS_ERROR',
      'helm-version': 'failed: HELM_COMMAND_ERROR',
    })
  })

  it('names the release and the programs', async () => {
    const report = await explainCall({ args: whole, programs: allWorking })
    expect(report.runs[0]?.environment).toEqual({
      azureCli: '2.45.0',
      engine: 'docker',
      docker: '24.0.5',
      dockerPlatform: 'linux/amd64',
      helm: '3.12.3',
      notary: '0.6.0',
      loginServer: 'contoso.azurecr.io',
      cloud: 'public',
    })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckId } from '../../src/catalog/checks.js'
import { parseLog, type Run } from '../../src/log/parse-log.js'
import { vocabulary } from '../../src/log/vocabulary.js'
import { findMatches } from '../../src/match/find-matches.js'
import { buildSignatureTable } from '../../src/match/signature-table.js'
import { readText } from '../../src/text/read-text.js'

const knownCodes: Readonly<Record<string, { check: CheckId; blocks: CheckId[] }>> = {
  DOCKER_COMMAND_ERROR: { check: 'docker-command', blocks: ['docker-daemon', 'docker-version', 'docker-pull'] },
  CONNECTIVITY_FORBIDDEN_ERROR: { check: 'challenge-endpoint', blocks: ['refresh-token', 'access-token'] },
  CONNECTIVITY_DNS_ERROR: { check: 'dns-lookup', blocks: ['challenge-endpoint', 'refresh-token', 'access-token'] },
  CONNECTIVITY_REFRESH_TOKEN_ERROR: { check: 'refresh-token', blocks: ['access-token'] },
  HELM_VERSION_ERROR: { check: 'helm-version', blocks: [] },
}

/** Runs of a text, with the codes above in place of a catalog. */
function runsOf(...lines: string[]): Run[] {
  const source = readText(new TextEncoder().encode(lines.join('\n')))
  const sayings = findMatches(source, buildSignatureTable(vocabulary.map((entry) => ({ owner: entry, text: entry.says, weak: false }))))
  const failures = sayings.flatMap((match) => {
    const code = match.signature.owner.saying.kind === 'error-head' ? (match.facts.code ?? '') : ''
    const known = knownCodes[code]
    return known ? [{ code, group: 'check-health', ...known, at: match.stretch.start + 1, facts: {} }] : []
  })
  return parseLog(source, sayings, failures, (code) => code in knownCodes)
}

const statuses = (run: Run | undefined) => Object.fromEntries(run?.checks.map(({ id, status }) => [id, status]) ?? [])
const reasonFor = (run: Run | undefined, id: CheckId) => run?.checks.find((check) => check.id === id)?.because

const docker = [
  'Docker daemon status: available',
  "Docker version: 'Docker version 24.0.5, build a61e2b4, platform linux/amd64'",
  "Docker pull of 'mcr.microsoft.com/mcr/hello-world:latest' : OK",
]
const cli = (version: string) => `Azure CLI version: ${version}`
const dns = (server = 'contoso.azurecr.io') => `DNS lookup to ${server} at IP 20.1.2.3 : OK`
const tokens = (server = 'contoso.azurecr.io') => [
  `Challenge endpoint https://${server}/v2/ : OK`,
  `Fetch refresh token for registry '${server}' : OK`,
  `Fetch access token for registry '${server}' : OK`,
]
const tools = ['Helm version: 3.12.3', 'Notary version: 0.6.0']
const end = ['', 'Please refer to https://aka.ms/acr/health-check for more information.']
const error = (code: string) => `2024-01-02 03:04:05.000006 An error occurred: ${code}`
const link = (code: string) => ['', `Please refer to https://aka.ms/acr/errors#${code.toLowerCase()} for more information.`]
const complete = [...docker, cli('2.50.0'), dns(), ...tokens(), ...tools, ...end]

describe('a complete run', () => {
  it('has every check passed, the silent one for the encryption identity too', () => {
    expect(Object.values(statuses(runsOf(...complete)[0]))).toEqual(Array(12).fill('passed'))
  })

  it('gives its environment as printed', () => {
    expect(runsOf(...complete)[0]?.environment).toEqual({
      azureCli: '2.50.0',
      engine: 'docker',
      docker: '24.0.5',
      dockerPlatform: 'linux/amd64',
      helm: '3.12.3',
      notary: '0.6.0',
      loginServer: 'contoso.azurecr.io',
      loginServerIp: '20.1.2.3',
      cloud: 'public',
    })
  })

  it('of release 2.86 or later has no Notary check', () => {
    expect(statuses(runsOf(...docker, cli('2.86.0'), dns(), ...tokens(), 'Helm version: 3.18.4', ...end)[0])).not.toHaveProperty(
      'notary-version',
    )
  })

  it('without a registry name has no connectivity checks', () => {
    const run = runsOf(...docker, cli('2.86.0'), 'Registry name must be provided to check connectivity.', 'Helm version: 3.18.4', ...end)[0]
    expect(Object.keys(statuses(run))).toEqual([
      'docker-command',
      'docker-daemon',
      'docker-version',
      'docker-pull',
      'azure-cli-version',
      'helm-version',
    ])
  })

  it('in Cloud Shell has its environment checks skipped, with the reason', () => {
    const run = runsOf('Environment checks are not supported in Azure Cloud Shell.', dns(), ...tokens(), ...end)[0]
    expect(statuses(run)['docker-pull']).toBe('skipped')
    expect(reasonFor(run, 'docker-pull')).toEqual({ reason: 'cloud-shell' })
  })
})

describe('a run that a failure ends', () => {
  const run = runsOf(...docker, cli('2.50.0'), dns(), error('CONNECTIVITY_FORBIDDEN_ERROR'), ...link('CONNECTIVITY_FORBIDDEN_ERROR'))[0]

  it('has what comes behind it as not run, because of it', () => {
    for (const id of ['refresh-token', 'access-token', 'cmk-identity', 'helm-version', 'notary-version'] as const) {
      expect(statuses(run)[id]).toBe('not-run')
      expect(reasonFor(run, id)).toEqual({ code: 'CONNECTIVITY_FORBIDDEN_ERROR' })
    }
  })

  it('at its first check has not even the CLI version', () => {
    expect(
      statuses(runsOf(error('DOCKER_COMMAND_ERROR'), 'permission denied', ...link('DOCKER_COMMAND_ERROR'))[0])['azure-cli-version'],
    ).toBe('not-run')
  })
})

describe('a run with --ignore-errors', () => {
  const run = runsOf(...docker, cli('2.50.0'), error('CONNECTIVITY_DNS_ERROR'), ...tools, ...end)[0]

  it('leaves out only what hangs on the failed check', () => {
    expect(statuses(run)).toMatchObject({
      'dns-lookup': 'failed',
      'challenge-endpoint': 'not-run',
      'access-token': 'not-run',
      'cmk-identity': 'passed',
      'helm-version': 'passed',
    })
  })
})

describe('silence', () => {
  it('under --only-show-errors says nothing of the other checks', () => {
    expect(statuses(runsOf(`ERROR: ${error('CONNECTIVITY_DNS_ERROR')}`, `ERROR: ${error('HELM_VERSION_ERROR')}`, ...end)[0])).toEqual({
      'dns-lookup': 'failed',
      'challenge-endpoint': 'not-run',
      'refresh-token': 'not-run',
      'access-token': 'not-run',
      'helm-version': 'failed',
    })
  })

  it('after a log that breaks off is not taken for success', () => {
    const run = runsOf(...docker, cli('2.50.0'))[0]
    expect(reasonFor(run, 'dns-lookup')).toEqual({ reason: 'log-ends' })
  })

  it('after the bare request to log in is the end of the run', () => {
    expect(
      reasonFor(runsOf(...docker, cli('2.50.0'), dns(), "ERROR: Please run 'az login' to setup account.")[0], 'refresh-token'),
    ).toEqual({ reason: 'not-logged-in' })
  })
})

describe('where one run ends and the next begins', () => {
  it('at an echoed command', () => {
    expect(runsOf('$ az acr check-health -n contoso', ...docker, 'kim@host:~$ az acr check-health -n contoso', ...docker).length).toBe(2)
  })

  it('not at a command that a message advises', () => {
    expect(runsOf(...docker, "Try running 'az acr check-health -n contoso --yes' to diagnose this issue.").length).toBe(1)
  })

  it('not at the command that Windows PowerShell shows inside its error record', () => {
    expect(
      runsOf(
        'az : WARNING: Docker daemon status: available',
        'At line:1 char:1',
        '+ az acr check-health -n contoso',
        '+ ~~~~~~~~~',
        ...docker.slice(1),
      ).length,
    ).toBe(1)
  })

  it('once where a CI system shows the command twice', () => {
    expect(runsOf('##[group]Run az acr check-health -n contoso', 'az acr check-health -n contoso', ...docker).length).toBe(1)
  })

  it('where a check comes a second time', () => {
    expect(runsOf(...docker, ...docker).length).toBe(2)
  })

  it('where another registry is named', () => {
    expect(runsOf(cli('2.50.0'), dns('contoso.azurecr.io'), ...tokens('fabrikam.azurecr.io')).map(({ registry }) => registry)).toEqual([
      'contoso',
      'fabrikam',
    ])
  })

  it('not where --debug logs one error again', () => {
    const code = error('CONNECTIVITY_DNS_ERROR')
    const runs = runsOf(
      cli('2.50.0'),
      `knack.util.CLIError: ${code}`,
      ...link('X'),
      `ERROR: cli.azure.cli.core.azclierror: ${code}`,
      ...link('X'),
      `ERROR: az_command_data_logger: ${code}`,
      ...link('X'),
    )
    expect(runs.length).toBe(1)
  })

  it('not where a version line comes right before its own error', () => {
    expect(runsOf(...docker, 'Helm version: 2.9.0', error('HELM_VERSION_ERROR')).map(statuses)).toMatchObject([
      { 'helm-version': 'failed' },
    ])
  })
})

it('twice the same log is twice the runs', () => {
  fc.assert(
    fc.property(fc.subarray([...docker, cli('2.50.0'), dns(), ...tokens(), ...tools], { minLength: 1 }), (lines) => {
      const log = [...lines, ...end]
      expect(runsOf(...log, ...log).length).toBe(2 * runsOf(...log).length)
    }),
  )
})

it('names codes that nobody knows', () => {
  expect(runsOf(error('CONNECTIVITY_QUANTUM_ERROR'))[0]?.unknownCodes).toEqual([{ code: 'CONNECTIVITY_QUANTUM_ERROR', line: 1 }])
})

describe('errors alone, as --only-show-errors leaves them', () => {
  const dnsFailure = [error('CONNECTIVITY_DNS_ERROR'), "Failed to reach DNS for registry 'contoso.azurecr.io'."]

  it('are of a health check where a second code follows', () => {
    expect(runsOf(...dnsFailure, error('HELM_VERSION_ERROR')).map(({ kind }) => kind)).toEqual(['check-health'])
  })

  it('may be of any command where there is one', () => {
    expect(runsOf(...dnsFailure).map(({ kind }) => kind)).toEqual(['other'])
  })
})

describe('a login that hands out a token', () => {
  it('did what it was told', () => {
    const [run] = runsOf("WARNING: You can perform manual login using the provided access token below, for example: 'docker login'")
    expect(run?.kind).toBe('login')
    expect(run?.success).toEqual({ line: 1, image: null })
  })
})

it('a line of megabytes is read to its end', () => {
  expect(runsOf(cli('2.50.0'), 'contoso.azurecr.io.'.repeat(100_000)).map(({ environment }) => environment.azureCli)).toEqual(['2.50.0'])
})

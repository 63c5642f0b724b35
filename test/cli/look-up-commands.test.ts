import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.js'

describe('show', () => {
  it('finds a misspelt code, says so, and answers in the language asked for', () => {
    const { stdout, stderr, code } = runCli(['show', 'connectivity_frobidden', '--lang', 'zh-CN'])
    expect(code).toBe(0)
    expect(stdout).toContain('CONNECTIVITY_FORBIDDEN_ERROR')
    expect(stdout).toContain('处理办法')
    expect(stderr).toContain('CONNECTIVITY_FORBIDDEN_ERROR')
  })

  it.each(['CONNECTIVITY-DNS', '#connectivity_dns_error', 'https://aka.ms/acr/errors#connectivity_dns_error'])(
    'takes %s for the code',
    (name) => {
      expect(runCli(['show', name]).stdout).toContain('CONNECTIVITY_DNS_ERROR')
    },
  )

  it('takes words for one code, and codes for several', () => {
    expect(runCli(['show', 'connectivity', 'dns']).stdout).toContain('CONNECTIVITY_DNS_ERROR')
    const { results } = JSON.parse(runCli(['show', 'CMK_ERROR', 'DOCKER_PULL_ERROR', '--format', 'json']).stdout)
    expect(results.map(({ code }: { code: string }) => code)).toEqual(['CMK_ERROR', 'DOCKER_PULL_ERROR'])
  })

  it('leaves placeholders in commands, as there is no log to fill them', () => {
    expect(runCli(['show', 'CONNECTIVITY_FORBIDDEN_ERROR']).stdout).toContain('--name <registry>')
  })

  it('exits 1 and points to search where nothing is near', () => {
    const { stdout, stderr, code } = runCli(['show', 'zzzzqqqq'])
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain('search')
  })

  it('gives the whole entry as data', () => {
    const [entry] = JSON.parse(runCli(['show', 'CMK_ERROR', '--format', 'json']).stdout).results
    expect(Object.keys(entry)).toEqual(
      expect.arrayContaining(['code', 'title', 'group', 'aliases', 'signatures', 'meaning', 'causes', 'remedies', 'keywords', 'links']),
    )
  })
})

describe('search', () => {
  it.each([
    ['403 firewall', 'CLIENT_IP_NOT_ALLOWED'],
    ['防火墙', 'CLIENT_IP_NOT_ALLOWED'],
  ])('%s finds %s among the first', (query, wanted) => {
    const { results } = JSON.parse(runCli(['search', query, '--format', 'json']).stdout)
    expect(results.slice(0, 5).map(({ code }: { code: string }) => code)).toContain(wanted)
  })

  it('exits 1 where nothing is found', () => {
    const { stdout, stderr, code } = runCli(['search', 'xyzzyplugh'])
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain('xyzzyplugh')
  })

  it('gives no more than --limit', () => {
    expect(JSON.parse(runCli(['search', 'docker', '--limit', '2', '--format', 'json']).stdout).results.length).toBe(2)
  })
})

describe('list', () => {
  it('has every entry with its aliases, in each format', () => {
    const { results } = JSON.parse(runCli(['list', '--format', 'json']).stdout)
    expect(results.length).toBeGreaterThanOrEqual(20)
    expect(results[0]).toMatchObject({
      code: expect.any(String),
      title: expect.any(String),
      group: 'check-health',
      aliases: expect.any(Array),
      score: 1,
    })
    for (const format of ['text', 'markdown']) {
      const { stdout } = runCli(['list', '--format', format])
      for (const { code } of results) expect(stdout).toContain(code)
    }
  })
})

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { zip } from './inputs/archives.js'
import { emptyFolder, runCli } from './run-cli.js'

const before = `Azure CLI version: 2.65.0
DNS lookup to contoso.azurecr.io at IP 20.62.128.40 : OK
An error occurred: CONNECTIVITY_FORBIDDEN_ERROR
Looks like you don't have access to registry 'contoso.azurecr.io'.
`
const after = `Azure CLI version: 2.72.0
DNS lookup to contoso.azurecr.io at IP 10.0.0.4 : OK
Challenge endpoint https://contoso.azurecr.io/v2/ : OK
Fetch refresh token for registry 'contoso.azurecr.io' : OK
Fetch access token for registry 'contoso.azurecr.io' : OK
`
const cwd = emptyFolder()
const diff = (...args: string[]) => runCli(['diff', ...args], { cwd })

beforeAll(() => {
  writeFileSync(join(cwd, 'before.log'), before)
  writeFileSync(join(cwd, 'after.log'), after)
  writeFileSync(join(cwd, 'before.zip'), zip([{ name: 'a.log', content: before }]))
  runCli(['--format', 'json', '--output', 'before.json', 'before.log'], { cwd })
  runCli(['triage', '--format', 'json', '--output', 'triage.json', 'before.zip'], { cwd })
})

describe('diff', () => {
  it('exits 0 when no failure is left, 1 when one is, 3 when the later log does not tell', () => {
    expect(diff('before.log', 'after.log').code).toBe(0)
    expect(diff('after.log', 'before.log').code).toBe(1)
    expect(diff('after.log', 'before.log', '--fail-on', 'never').code).toBe(0)
    writeFileSync(join(cwd, 'empty.log'), '')
    expect(diff('before.log', 'empty.log').code).toBe(3)
  })

  it('takes what is piped, a log or an archive', () => {
    for (const input of [before, readFileSync(join(cwd, 'before.zip'))]) {
      const { stdout } = runCli(['diff', '-', 'after.log', '--format', 'json'], { cwd, input })
      expect(JSON.parse(stdout).fixed[0]).toMatchObject({ code: 'CONNECTIVITY_FORBIDDEN_ERROR' })
    }
  })

  it.each(['before.log', 'before.json', 'before.zip', 'triage.json', '.'])('compares %s with a log', (one) => {
    const { stdout } = diff(one, 'after.log', '--format', 'json')
    expect(JSON.parse(stdout).fixed[0]).toMatchObject({ code: 'CONNECTIVITY_FORBIDDEN_ERROR', proven: true })
  })

  it('reads a report as Windows PowerShell saves it', () => {
    const { stdout } = runCli(['--format', 'json', 'before.log'], { cwd })
    writeFileSync(join(cwd, 'wide.json'), Buffer.from(`\ufeff${stdout.replaceAll('\n', '\r\n')}`, 'utf16le'))
    expect(diff('wide.json', 'after.log').code).toBe(0)
  })

  it('takes one side from standard input', () => {
    expect(runCli(['diff', 'before.log', '-'], { cwd, input: after }).stdout).toContain('1 fixed')
    expect(diff('-', '-').code).toBe(2)
  })

  it.each(['en', 'zh-CN'])('tells in %s what was fixed and which facts are different', (lang) => {
    for (const format of ['text', 'markdown']) {
      const { stdout } = diff('before.log', 'after.log', '--lang', lang, '--format', format)
      expect(stdout).toContain('CONNECTIVITY_FORBIDDEN_ERROR')
      expect(stdout).toContain(lang === 'en' ? 'No failure is left' : '没有遗留的故障')
      expect(stdout).toContain('20.62.128.40 → 10.0.0.4')
    }
  })

  it('redacts both sides with the same placeholders, also what only one of them gives away', () => {
    writeFileSync(join(cwd, 'named.log'), `${before}pushing to wingtip by hand failed: request timed out\n`)
    writeFileSync(join(cwd, 'later.log'), `${after}DNS lookup to wingtip.azurecr.io at IP 20.62.128.41 : OK\n`)
    for (const format of ['text', 'json', 'markdown', 'html']) {
      const { stdout, code } = diff('named.log', 'later.log', '--redact', '--format', format)
      expect(code).toBe(0)
      expect(stdout).not.toMatch(/contoso|wingtip|20\.62|10\.0\.0\.4/)
      expect(stdout).toContain(format === 'html' ? '&lt;registry-1>' : '<registry-1>')
    }
  })

  it('tells a saved report in the language of the call', () => {
    const { stdout } = diff('after.log', 'before.json', '--lang', 'zh-CN')
    expect(stdout).toContain('注册表拒绝你所在的网络')
    expect(stdout).not.toContain('refuses')
  })

  it.each(['text', 'markdown', 'html'])('takes nothing for settled that was not read to its end, and says so as %s', (format) => {
    const cut = { ...JSON.parse(runCli(['--format', 'json', 'after.log'], { cwd }).stdout), incomplete: true }
    writeFileSync(join(cwd, 'cut.json'), JSON.stringify(cut))
    const { code, stdout } = diff('before.log', 'cut.json', '--format', format)
    expect(code).toBe(3)
    expect(stdout).toContain('Interrupted: this is the report of what was read so far.')
    expect(stdout).toContain('The later log does not show how it went.')
  })

  it('says what it writes, and who writes the format that was asked for', () => {
    expect(diff('before.log', 'after.log', '--format', 'csv')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'acr-explain: diff writes no csv. Use one of: text, json, markdown, html. --format csv goes with explain, triage, render.\n',
    })
  })

  it('says so where two reports were redacted apart', () => {
    runCli(['--format', 'json', '--redact', '--output', 'one.json', 'before.log'], { cwd })
    expect(diff('one.json', 'one.json').stderr).toContain('--redact-map')
  })
})

it('is not taken for a report where it is saved itself', () => {
  diff('before.log', 'after.log', '--format', 'json', '--output', 'difference.json')
  for (const args of [
    ['render', 'difference.json'],
    ['diff', 'difference.json', 'after.log'],
  ]) {
    const { code, stderr } = runCli(args, { cwd })
    expect(code).toBe(2)
    expect(stderr).toMatch(/^acr-explain: difference\.json: is a comparison, not a report\.[^\n]*\n$/)
  }
})

it('cuts no code in two in a narrow window', () => {
  expect(runCli(['diff', 'after.log', 'before.log'], { cwd, env: { COLUMNS: '40' } }).stdout).toMatch(
    /An error occurred:\s+CONNECTIVITY_FORBIDDEN_ERROR/,
  )
})

describe('what is no report of ours', () => {
  const head = '{ "schemaVersion": 1, "tool": { "name": "acr-explain", '
  it.each([
    ['cut off', head],
    ['of the wrong shape', `${head}"version": "1", "catalog": {} } }`],
    ['of a later format', '{ "schemaVersion": 2, "tool": { "name": "acr-explain" } }'],
    ['nested without end', `${head}"x": ${'['.repeat(200_000)}${']'.repeat(200_000)} } }`],
  ])('is refused in one line when it is %s', (_, text) => {
    writeFileSync(join(cwd, 'strange.json'), text)
    const { code, stderr, stdout } = diff('strange.json', 'after.log')
    expect(code).toBe(2)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain('strange.json')
    expect(stdout).toBe('')
  })
})

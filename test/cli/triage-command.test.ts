import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { JsonReport as Report } from '../../src/report/report.js'
import { tar, zip } from './inputs/archives.js'
import { emptyFolder, fixture, runCli } from './run-cli.js'

const failing = readFileSync(fixture('bad-docker-permission-stops'))
const healthy = readFileSync(fixture('ok-redirected-crlf'))

/** A folder with files of the given contents, by path. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = emptyFolder()
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

function triage(cwd: string, ...args: string[]) {
  const { stdout, stderr, code } = runCli(['triage', '--format', 'json', ...args], { cwd })
  const report = stdout === '' ? null : JSON.parse(stdout)
  return { report, stderr, code, names: report?.inputs.map(({ name }: { name: string }) => name) }
}

describe('what triage reads', () => {
  const folder = folderOf({ 'a.log': failing, 'deep/er/b.log': healthy, 'deep/c.txt': 'nothing', 'node/d.log': failing })
  symlinkSync('a.log', join(folder, 'link.log'))

  it('is a folder with all that is in it, in the order of names, links not followed', () => {
    const { names, report, code } = triage(folder, '.')
    expect(names).toEqual(['a.log', 'deep/c.txt', 'deep/er/b.log', 'link.log', 'node/d.log'])
    expect(report.inputs[3].problem).toContain('link')
    expect(code).toBe(1)
  })

  it('is what a pattern matches, in folders of any depth', () => {
    expect(triage(folder, 'deep/**/*.log').names).toEqual(['deep/er/b.log'])
    expect(triage(folder, '*.log').names).toEqual(['a.log', 'link.log'])
  })

  it('is each file once, whatever operands have it', () => {
    expect(triage(folder, 'deep', './deep/er/b.log', 'deep/*/b.*', 'deep/../deep').names).toEqual(['deep/c.txt', 'deep/er/b.log'])
    expect(triage(folder, '.', 'link.log').names).toContain('link.log')
  })

  it('is not what --exclude names', () => {
    expect(triage(folder, '.', '--exclude', 'deep/', '--exclude', 'link.*').names).toEqual(['a.log', 'node/d.log'])
  })

  it.runIf(process.platform === 'linux')('has any name that a file can have, shown as it is and without harm', () => {
    const odd = folderOf({ 'new\nline.log': failing, '日志 文件.log': failing })
    const before = Buffer.from(`${odd}/`)
    mkdirSync(Buffer.concat([before, Buffer.from('d\xe9p', 'latin1')]))
    writeFileSync(Buffer.concat([before, Buffer.from('d\xe9p/\xd6\xd0.log', 'latin1')]), failing)
    const { names, report } = triage(odd, '.')
    expect(names).toEqual(['d\\xe9p/\\xd6\\xd0.log', 'new\\x0aline.log', '日志 文件.log'])
    expect(report.groups[0].inputs).toEqual([0, 1, 2])
  })

  it('is standard input where "-" stands among the paths', () => {
    const { stdout } = runCli(['triage', '-', '--format', 'json', '--stdin-name', 'pasted'], { input: failing })
    expect(JSON.parse(stdout).inputs[0].name).toBe('pasted')
  })

  it('is every line of a long file, each as it stands', () => {
    const lines = Array.from({ length: 60_000 }, (_, index) => `line ${index}`)
    lines.splice(15_000, 0, 'An error occurred: HELM_COMMAND_ERROR')
    const { report } = triage(folderOf({ 'long.log': `${lines.join('\n')}\n` }), '.')
    expect(report.findings.map(({ code, evidence }: Report['findings'][number]) => [code, evidence[0]?.line])).toEqual([
      ['HELM_COMMAND_ERROR', 15_001],
    ])
    expect(report.inputs[0].lines).toBe(60_001)
  })

  it('is needed', () => {
    const { stderr, code } = runCli(['triage'])
    expect(stderr).toContain('acr-explain triage case-1234/')
    expect(code).toBe(2)
  })

  it('may be missing in part: that is said, and the rest is triaged', () => {
    const { names, stderr, code } = triage(folder, 'gone.log', '*.gone', 'a.log')
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('gone.log'), expect.stringContaining('*.gone')])
    expect(names).toEqual(['a.log'])
    expect(code).toBe(2)
  })
})

describe('the report of a triage', () => {
  const folder = folderOf({ 'a.log': failing, 'b.log': healthy })

  it('is healthy, and exits 0, where every input is', () => {
    expect(runCli(['triage', 'b.log'], { cwd: folder }).code).toBe(0)
  })

  it.each(['en', 'zh-CN'])('names cause, count and inputs in %s, as text and Markdown', (lang) => {
    for (const format of ['text', 'markdown']) {
      const { stdout } = runCli(['triage', '.', '--format', format, '--lang', lang], { cwd: folder })
      expect(stdout).toContain('DOCKER_COMMAND_ERROR')
      expect(stdout).toMatch(lang === 'en' ? /1 time in 1 input/ : /1 个输入里出现 1 次/)
      expect(stdout).toContain('b.log')
    }
  })
})

describe('archives', () => {
  const bundle = zip([
    { name: 'logs/a.log', content: failing },
    { name: '../b.log', content: failing },
    { name: 'c.log.gz', content: gzipSync(healthy) },
    { name: 'd.log', content: 'x', isEncrypted: true },
  ])
  const folder = folderOf({
    'bundle.zip': bundle,
    'cut.tgz': gzipSync(
      tar([
        { name: 'e.log', content: failing },
        { name: 'f.log', content: randomBytes(2000).toString('hex') },
      ]),
    ).subarray(0, -900),
  })

  it('are opened wherever they stand; what is not read is named and counted, and the rest stands', () => {
    const { report, code } = triage(folder, '.')
    expect(report.inputs.map(({ name, verdict, problem }: Record<string, string>) => [name, verdict, problem === null])).toEqual([
      ['bundle.zip!/../b.log', 'inconclusive', false],
      ['bundle.zip!/c.log.gz', 'healthy', true],
      ['bundle.zip!/d.log', 'inconclusive', false],
      ['bundle.zip!/logs/a.log', 'failing', true],
      ['cut.tgz', 'inconclusive', false],
      ['cut.tgz!/e.log', 'failing', true],
      ['cut.tgz!/f.log', 'inconclusive', false],
    ])
    expect(report.accounting.inputs).toEqual({ total: 7, read: 3, cut: 2, skipped: 2, excluded: 0 })
    expect(code).toBe(1)
  })

  it('give what explaining each member gives', () => {
    const [member] = triage(folder, 'bundle.zip').report.findings
    const [alone] = JSON.parse(runCli(['--format', 'json'], { input: failing }).stdout).findings
    const { inputs: _inputs, firstSeen: _first, lastSeen: _last, ...same } = member
    // a report over several files names the file of each line, and numbers inputs and runs over all of them
    const unplaced = JSON.parse(JSON.stringify(same).replaceAll('bundle.zip!/logs/a.log:', 'line ').replaceAll('"input":3', '"input":0'))
    expect({ ...unplaced, evidence: alone.evidence }).toEqual({ ...alone, role: same.role, runs: same.runs })
  })
})

it('keeps registries, machines and folders out of a redacted report', () => {
  const denied =
    "Looks like you don't have access to registry 'contosoacr.azurecr.io'. To see configured firewall rules, run 'az acr show --query networkRuleSet --name contosoacr'."
  const passed = "Fetch access token for registry 'contosoacr.azurecr.io' : OK"
  const line = (machine: string, text: string) => `Nov  5 11:10:12 ${machine} agent[231]: ${text}\n`
  const folder = folderOf({
    'a.log': line('wharf-7', denied) + line('wharf-7', 'request failed: no thread left'),
    'b.log': line('wharf-7', denied) + line('wharf-7', 'request failed: no thread left'),
    'c.log': line('quay-2', passed),
    'd.log': line('quay-2', passed),
  })
  const { groups } = triage(folder, '.').report
  expect(groups[0]).toMatchObject({ hosts: ['wharf-7'], traits: [{ kind: 'host', value: 'wharf-7' }, { kind: 'line' }] })
  for (const format of ['json', 'text', 'markdown']) {
    const { stdout } = runCli(['triage', '.', '--redact', '--format', format], { cwd: folder })
    expect(stdout).toContain('<machine-1>')
    expect(stdout).not.toMatch(/wharf|contosoacr/)
  }
})

it('names what holds no file, and what --exclude leaves none of', () => {
  const cwd = folderOf({ 'full/a.log': failing })
  mkdirSync(join(cwd, 'empty'))
  const refusal = (...args: string[]) => runCli(['triage', ...args], { cwd })
  expect(refusal('empty')).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(/^acr-explain: empty: holds no file[^\n]+\n$/) })
  expect(refusal('full', '--exclude', '*.log').stderr).toMatch(/^acr-explain: full: --exclude leaves no file to read[^\n]+\n$/)
})

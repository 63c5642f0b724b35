import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderers } from '../../src/render/index.js'
import { emptyFolder, fixture, runCli } from './run-cli.js'

const cwd = emptyFolder()
const log = fixture('bad-two-registries')
const run = (...args: string[]) => runCli(args, { cwd })
const formats = renderers.map(({ name }) => name)

/** JSON as what it says: the order of its fields says nothing. */
function parsed(format: string, text: string): unknown {
  if (format === 'json') return JSON.parse(text)
  return format === 'ndjson'
    ? text
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line))
    : text
}

beforeAll(() => {
  run('--format', 'json', '--output', 'explain.json', '--format', 'ndjson', '--output', 'explain.ndjson', log)
  run('triage', '--format', 'json', '--output', 'triage.json', '--format', 'ndjson', '--output', 'triage.ndjson', log)
})

describe('render', () => {
  it.each(formats.filter((format) => format !== 'ndjson'))('makes of a saved report the %s that the log would have given', (format) => {
    for (const lang of ['en', 'zh-CN']) {
      const options = ['--format', format, '--lang', lang]
      expect(parsed(format, run('render', 'explain.json', ...options).stdout)).toEqual(parsed(format, run(...options, log).stdout))
      expect(parsed(format, run('render', 'triage.ndjson', ...options).stdout)).toEqual(
        parsed(format, run('triage', ...options, log).stdout),
      )
    }
  })

  it('makes records of a report, and a report of records', () => {
    const saved = (name: string) => readFileSync(join(cwd, name), 'utf8')
    expect(parsed('ndjson', run('render', 'explain.json', '--format', 'ndjson').stdout)).toEqual(parsed('ndjson', saved('explain.ndjson')))
    expect(parsed('ndjson', run('render', 'triage.ndjson', '--format', 'ndjson').stdout)).toEqual(parsed('ndjson', saved('triage.ndjson')))
    expect(parsed('json', run('render', 'triage.ndjson', '--format', 'json').stdout)).toEqual(parsed('json', saved('triage.json')))
  })

  it('reads standard input, exits 0, and writes several formats at once', () => {
    const input = readFileSync(join(cwd, 'explain.json'))
    const { code, stdout } = runCli(['render', '-', '--format', 'html', '--output', 'r.html', '--format', 'csv', '--output', '-'], {
      cwd,
      input,
    })
    expect(code).toBe(0)
    expect(stdout).toContain('CONNECTIVITY_DNS_ERROR')
    expect(readFileSync(join(cwd, 'r.html'), 'utf8')).toContain('<!doctype html>')
  })

  it.each(formats)('redacts in %s', (format) => {
    for (const saved of ['explain.json', 'triage.ndjson']) {
      const { stdout, stderr, code } = run('render', saved, '--redact', '--format', format)
      expect([code, stderr]).toEqual([0, ''])
      expect(stdout).toContain('CONNECTIVITY_DNS_ERROR')
      expect(stdout).not.toMatch(/fabrikamacr|contosoacr|20\.62\.128\.40/)
    }
  })

  it('keeps the saved words where the catalog is another one, and says so', () => {
    const json = JSON.parse(readFileSync(join(cwd, 'explain.json'), 'utf8'))
    json.tool.catalog.digest = 'sha256:0'
    writeFileSync(join(cwd, 'old.json'), JSON.stringify(json))
    const { stdout, stderr, code } = run('render', 'old.json', '--lang', 'zh-CN')
    expect(code).toBe(0)
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('另一版目录')])
    expect(stdout).toContain('What to do')
  })

  it('shows no control characters of a report from elsewhere', () => {
    const text = readFileSync(join(cwd, 'explain.json'), 'utf8').replaceAll('fabrikamacr', 'fabri\\u001b[31mkamacr\\u0007')
    writeFileSync(join(cwd, 'evil.json'), text)
    expect(run('render', 'evil.json').stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/)
  })

  it.each([
    ['no JSON', 'not a report'],
    ['a list', '[]'],
    ['null', 'null'],
    ['of the wrong types', '{"schemaVersion":1,"tool":7}'],
    ['records without a head', '{"type":"run"}\n{"type":"input"}'],
    ['empty', ''],
  ])('refuses in one line what is %s', (_, text) => {
    writeFileSync(join(cwd, 'bad.json'), text)
    const { stdout, stderr, code } = run('render', 'bad.json')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('bad.json')])
  })

  it('needs one report that is there', () => {
    expect(run('render').code).toBe(2)
    expect(run('render', 'explain.json', 'triage.json').code).toBe(2)
    expect(run('render', 'gone.json').stderr).toContain('gone.json')
    expect(run('render', 'explain.json', '--fail-on', 'error').stderr).toContain('--fail-on')
  })
})

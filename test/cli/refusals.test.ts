/** Calls that cannot be served: one line that names what is wrong and what to do, exit code 2, and nothing half written. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bin, emptyFolder, fixture, runCli } from './run-cli.js'

const log = fixture('bad-offline-host')
const isLinux = process.platform === 'linux'

function refused(args: readonly string[], cwd = emptyFolder()) {
  const { code, stdout, stderr } = runCli(args, { cwd })
  expect({ code, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({ code: 2, stdout: '', lines: 1 })
  return stderr
}

describe('a call is refused', () => {
  it.each([
    ['two outputs of one name', ['--format', 'json', '--output', 'a', '--format', 'text', '--output', 'a'], '--output a'],
    ['two spellings of one output', ['--format', 'json', '--output', 'a', '--format', 'text', '--output', './a'], 'twice'],
    ['an option nobody knows', ['--formt', 'json'], '--format'],
    ['an option of another command', ['--limit', '3'], 'search'],
    ['a language', ['--lang', 'xx'], 'en, zh-CN'],
    ['a level', ['--fail-on', 'warnings'], 'error, warning, never'],
    ['a colour', ['--color', 'maybe'], 'auto, always, never'],
    ['a format', ['--format', 'yaml'], 'text, json'],
    ['an output in no folder', ['--output', 'no/such/file'], 'no/such/file'],
    ['a folder as output', ['--output', '.'], 'another --output'],
    ['pages that are not there', ['--kb', 'nowhere'], 'nowhere'],
  ])('for %s', (_, options, told) => {
    const folder = emptyFolder()
    expect(refused([log, ...options], folder)).toContain(told)
    expect(readdirSync(folder)).toEqual([])
  })

  it('for a misspelt command, whatever follows it', () => {
    expect(refused(['explian', log])).toContain('acr-explain explain')
    expect(refused(['serch', 'firewall'])).toContain('acr-explain search')
  })

  it('for a kb command without a name, or with one that is none', () => {
    expect(refused(['kb'])).toContain('kb check')
    expect(refused(['kb', 'chek'])).toContain('kb check')
  })

  it('for an output that would overwrite what is read', () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'a.log'), 'fatal: nothing known\n')
    expect(refused(['a.log', '--output', './a.log'], folder)).toContain('--output')
    expect(readFileSync(join(folder, 'a.log'), 'utf8')).toBe('fatal: nothing known\n')
  })

  it('for a folder as a file, and as standard input', () => {
    const folder = emptyFolder()
    expect(refused([folder])).toContain('*.log')
    const { status, stderr } = spawnSync(process.execPath, [bin], { stdio: [openSync(folder, 'r'), 'pipe', 'pipe'], encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'Standard input is a folder. Name a file, or pipe a text in.\n' })
  })

  it.runIf(isLinux)('for a full disk, under standard output, an output or a map', () => {
    const { status, stderr } = spawnSync(process.execPath, [bin, log], {
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
      encoding: 'utf8',
    })
    expect({ status, isNamed: stderr.includes('ENOSPC'), lines: stderr.split('\n').length }).toEqual({ status: 2, isNamed: true, lines: 2 })
    expect(refused([log, '--output', '/dev/full'])).toContain('ENOSPC')
    expect(refused([log, '--redact-map', '/dev/full'])).toContain('/dev/full')
  })
})

it.runIf(isLinux)('a pipe with a name is read like a file', () => {
  const pipe = join(emptyFolder(), 'pipe')
  spawnSync('mkfifo', [pipe])
  const { stdout } = spawnSync('sh', ['-c', `cat "${log}" > "${pipe}" & "${process.execPath}" "${bin}" "${pipe}"`], { encoding: 'utf8' })
  expect(stdout).toContain('CONNECTIVITY_DNS_ERROR')
})

it('what an editor or a system hides in a folder of pages is no page, and anything else that is none is named', () => {
  const folder = emptyFolder()
  mkdirSync(join(folder, 'network', '.git'), { recursive: true })
  for (const hidden of ['.DS_Store', 'network/.PAGE.md.swp', 'network/PAGE.md~', 'network/.git/HEAD'])
    writeFileSync(join(folder, hidden), 'x')
  expect(runCli(['kb', 'check', folder]).stderr).not.toContain('no page')
  writeFileSync(join(folder, 'network', 'notes.txt'), 'x')
  expect(runCli(['kb', 'check', folder])).toMatchObject({ code: 2, stderr: expect.stringContaining('network/notes.txt:1:1') })
  expect(existsSync(join(folder, 'network', 'notes.txt'))).toBe(true)
})

describe('colour', () => {
  const isColoured = (env: Record<string, string>, ...args: string[]) => runCli([log, ...args], { env }).stdout.includes('\x1b[')

  it('is for terminals, unless somebody wants it elsewhere', () => {
    expect(isColoured({})).toBe(false)
    expect(isColoured({}, '--color', 'always')).toBe(true)
    expect(isColoured({ FORCE_COLOR: '1' })).toBe(true)
    expect(isColoured({ FORCE_COLOR: '1' }, '--color', 'never')).toBe(false)
    expect(isColoured({ NO_COLOR: '1' })).toBe(false)
    expect(isColoured({ FORCE_COLOR: '0' })).toBe(false)
  })
})

it('lines are as wide as COLUMNS says, but for commands and addresses', () => {
  const { stdout } = runCli([log], { env: { COLUMNS: '60' } })
  const wide = stdout.split('\n').filter((line) => line.length > 60)
  for (const line of wide) expect(line.trim()).toMatch(/^(?:az|docker|nslookup|curl|kubectl|sudo|getent|https?:|\S+$)/)
})

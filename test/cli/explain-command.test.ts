import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bin, emptyFolder, fixture, runCli } from './run-cli.js'

const failing = fixture('bad-docker-permission-stops')
const healthy = fixture('ok-redirected-crlf')
const log = readFileSync(failing)

describe('input', () => {
  it('is standard input where no file is named, and where "-" is', () => {
    const piped = runCli([], { input: log })
    expect(piped.stdout).toContain('DOCKER_COMMAND_ERROR')
    expect(runCli(['-'], { input: log })).toEqual(piped)
    expect(runCli(['explain', '-'], { input: log })).toEqual(piped)
  })

  it('may be redirected from a file', () => {
    const { stdout, status } = spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" < "${failing}"`], { encoding: 'utf8' })
    expect(stdout).toContain('DOCKER_COMMAND_ERROR')
    expect(status).toBe(1)
  })

  it('may be several files, explained in one report', () => {
    const { stdout, code } = runCli([failing, healthy, '--format', 'json'])
    expect(JSON.parse(stdout).inputs.map((one: { name: string }) => one.name)).toEqual([failing, healthy])
    expect(code).toBe(1)
  })

  it('is summed up as by triage where it is large, named, redirected or piped', () => {
    const file = join(emptyFolder(), 'large.log')
    writeFileSync(file, Buffer.concat([log, Buffer.alloc(33 << 20, 'all work and no play\n'), log]))
    const named = runCli([file, '--format', 'json'])
    expect(named).toEqual(runCli(['triage', file, '--format', 'json']))
    expect(JSON.parse(named.stdout)).toMatchObject({ verdict: 'failing', groups: [{ code: 'DOCKER_SOCKET_PERMISSION_DENIED', count: 2 }] })
    const redirected = spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" --format json < "${file}"`], { encoding: 'utf8' })
    expect(JSON.parse(redirected.stdout).groups).toEqual(JSON.parse(named.stdout).groups)
    const piped = runCli(['-', 'gone.log', healthy, '--format', 'json'], { input: readFileSync(file) })
    expect(JSON.parse(piped.stdout)).toMatchObject({ inputs: { length: 2 }, groups: [{ count: 2 }] })
    expect(piped).toMatchObject({ code: 2, stderr: expect.stringMatching(/^gone\.log.*\n$/) })
  })

  it('may be an archive, or compressed: it is summed up as by triage', () => {
    const packed = gzipSync(log)
    const { stdout } = runCli(['-', '--format', 'json'], { input: packed })
    expect(JSON.parse(stdout)).toMatchObject({
      inputs: [{ name: '-', problem: null }],
      groups: [{ code: 'DOCKER_SOCKET_PERMISSION_DENIED' }],
    })
    const file = join(emptyFolder(), 'log.gz')
    writeFileSync(file, packed)
    expect(runCli([file])).toEqual(runCli(['triage', file]))
  })

  it.skipIf(process.platform === 'win32')('may be what another program writes while it is read', () => {
    const shell = (call: string) => spawnSync('bash', ['-c', `"${process.execPath}" "${bin}" ${call} --format json`], { encoding: 'utf8' })
    for (const call of ['', 'triage']) expect(shell(`${call} <(cat "${failing}")`).stdout).toContain('DOCKER_SOCKET_PERMISSION_DENIED')
  })

  it('has the name that --stdin-name gives it', () => {
    const { stdout } = runCli(['--stdin-name', 'job.log', '--format', 'json'], { input: log })
    expect(JSON.parse(stdout).inputs[0].name).toBe('job.log')
  })

  const inChinese = Buffer.concat([Buffer.from('b4edcef33a20cedeb7a8c1acbdd3b5bdb7fecef1c6f70a', 'hex'), log])

  it('in the code page of Chinese Windows is read as such, and the report calls that a guess', () => {
    expect(runCli([], { input: inChinese }).stdout).toContain('gb18030 (a guess)')
    expect(JSON.parse(runCli(['--format', 'json'], { input: inChinese }).stdout).inputs[0]).toMatchObject({
      encoding: 'gb18030',
      encodingIsGuess: true,
    })
  })

  it.each([
    ['950', 'big5'],
    ['latin1', 'windows-1252'],
  ])('is read in the encoding that --encoding %s names', (name, encoding) => {
    const [input] = JSON.parse(runCli(['--encoding', name, '--format', 'json'], { input: inChinese }).stdout).inputs
    expect(input.encoding).toBe(encoding)
    expect(input.encodingIsGuess).toBeUndefined()
  })

  it('in an encoding that nobody knows exits 2, with one line that names those there are', () => {
    const { stderr, code } = runCli(['--encoding', 'klingon'], { input: log })
    expect(code).toBe(2)
    expect(stderr).toMatch(/^acr-explain: --encoding klingon is not known here\. Use one of: utf-8, .*shift_jis.*\n$/)
  })

  it('that is empty exits 3 and says how to capture standard error', () => {
    const { stdout, code } = runCli([])
    expect(code).toBe(3)
    expect(stdout).toContain('2>&1')
    expect(stdout).toContain('*>')
  })

  it('in which nothing is known exits 3 and says what was looked for', () => {
    const { stdout, code } = runCli([], { input: 'all work and no play\n' })
    expect(code).toBe(3)
    expect(stdout).toContain('Looked for')
  })
})

describe('a file that cannot be read', () => {
  it('is named on stderr in one line, and the others are still explained', () => {
    const { stdout, stderr, code } = runCli([join(emptyFolder(), 'gone.log'), failing])
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('gone.log')])
    expect(stdout).toContain('DOCKER_COMMAND_ERROR')
    expect(code).toBe(2)
  })

  it('is said to be a folder where it is one', () => {
    const folder = emptyFolder()
    const { stdout, stderr, code } = runCli([folder])
    expect(stderr).toContain(folder)
    expect(stderr).toContain('folder')
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })
})

describe('the exit code', () => {
  it.each([
    ['a healthy log', [healthy], 0],
    ['a failing log', [failing], 1],
    ['a failing log under --fail-on never', [failing, '--fail-on', 'never'], 0],
    ['a log that breaks off', [fixture('odd-breaks-off')], 3],
    ['a log that breaks off under --fail-on never', [fixture('odd-breaks-off'), '--fail-on', 'never'], 3],
    ['a code that no entry knows', [fixture('bad-unknown-code')], 1],
    ['a page that talks about codes', [fixture('talk-reference-page')], 3],
  ])('of %s', (_, args, code) => {
    expect(runCli(args).code).toBe(code)
  })
})

describe('output', () => {
  it('goes to a file whole, and nothing to stdout', () => {
    const file = join(emptyFolder(), 'report.json')
    const { stdout } = runCli([failing, '--format', 'json', '--output', file])
    expect(stdout).toBe('')
    expect(JSON.parse(readFileSync(file, 'utf8')).schemaVersion).toBe(1)
  })

  it('goes to several files at once', () => {
    const folder = emptyFolder()
    runCli([failing, '--format', 'json', '--output', join(folder, 'r.json'), '--format', 'markdown', '--output', join(folder, 'r.md')])
    expect(readdirSync(folder).sort()).toEqual(['r.json', 'r.md'])
  })

  it('that cannot be written leaves what was there, and no temporary file', () => {
    const folder = emptyFolder()
    const file = join(folder, 'report.txt')
    writeFileSync(file, 'kept')
    const { stderr, code } = runCli([failing, '--output', join(file, 'below')])
    expect(stderr).toContain('cannot be written')
    expect(code).toBe(2)
    expect(readdirSync(folder)).toEqual(['report.txt'])
    expect(readFileSync(file, 'utf8')).toBe('kept')
  })

  it('keeps the mode of the file that it replaces', () => {
    const file = join(emptyFolder(), 'report.txt')
    writeFileSync(file, '')
    chmodSync(file, 0o640)
    runCli([failing, '--output', file])
    expect(existsSync(file)).toBe(true)
  })

  it('is nothing under --quiet', () => {
    expect(runCli([failing, '--quiet'])).toMatchObject({ stdout: '', stderr: '', code: 1 })
  })

  it('is coloured where colour is asked for, and nowhere else', () => {
    expect(runCli([failing]).stdout).not.toContain('\x1b')
    expect(runCli([failing, '--color', 'always']).stdout).toContain('\x1b[31m')
    expect(runCli([failing], { env: { FORCE_COLOR: '1' } }).stdout).toContain('\x1b[31m')
    expect(runCli([failing, '--color', 'never'], { env: { FORCE_COLOR: '1' } }).stdout).not.toContain('\x1b')
  })

  it('keeps to ASCII signs where the terminal has no others', () => {
    expect(runCli([failing], { env: { LANG: 'C' } }).stdout).not.toMatch(/[✖✔○]/)
  })

  it('is as narrow as the terminal, commands and addresses excepted', () => {
    const { stdout } = runCli([failing], { env: { COLUMNS: '60' } })
    const wide = stdout
      .split('\n')
      .filter(
        (line) =>
          line.length > 60 && !/^ +(?:az|docker|https?:|sudo) ?/.test(line) && !line.includes('://') && !line.includes('/input.txt'),
      )
    expect(wide).toEqual([])
  })

  it('is in the language of --lang, else of the environment', () => {
    expect(runCli([failing, '--lang', 'zh-CN']).stdout).toContain('有故障')
    expect(runCli([failing], { env: { LC_ALL: 'zh_CN.UTF-8' } }).stdout).toContain('有故障')
    expect(runCli([failing, '--lang', 'en'], { env: { LC_ALL: 'zh_CN.UTF-8' } }).stdout).toContain('failing')
  })

  it('ends quietly where its reader has gone', async () => {
    const child = spawn('sh', ['-c', `"${process.execPath}" "${bin}" --format json ${`"${failing}" `.repeat(1)} | head -c 1`])
    let stderr = ''
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    await new Promise((resolve) => child.on('close', resolve))
    expect(stderr).toBe('')
  })
})

describe('a wrong call', () => {
  it.each([
    [['--formt', 'json'], '--format'],
    [['--format', 'yaml'], 'yaml'],
    [['--lang', 'klingon'], 'klingon'],
    [['--fail-on'], '--fail-on'],
    [['--limit', '3'], 'search'],
    [['--format', 'json', '--format', 'text'], '--output'],
  ])('%j is refused in one line that names it', (args, named) => {
    const { stdout, stderr, code } = runCli(args)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr.trim().split('\n').length).toBe(1)
    expect(stderr).toContain(named)
  })

  it('never brings the terminal into disorder with what was typed', () => {
    expect(runCli(['--format', 'a\x1b[2Jb']).stderr).not.toContain('\x1b')
  })
})

describe('help', () => {
  it('lists commands, options and examples, and only what there is', () => {
    const { stdout, code } = runCli(['--help'])
    expect(code).toBe(0)
    for (const word of ['explain', 'triage', 'show', 'search', 'list', 'completion', 'kb', '--format', '--lang', '2>&1'])
      expect(stdout).toContain(word)
  })

  it('of a command has its options alone', () => {
    expect(runCli(['list', '--help']).stdout).not.toContain('--fail-on')
  })

  it('speaks Chinese', () => {
    expect(runCli(['--help', '--lang', 'zh-CN']).stdout).toContain('选项')
  })

  it('--version is the version alone', () => {
    expect(runCli(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyFolder, fixture, runCli } from './run-cli.js'

const log =
  "docker login contoso.azurecr.io -u alice -p hunter22\nclient with IP '203.0.113.9' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.\n"

describe('redact', () => {
  it('writes the text with placeholders and exits 0', () => {
    expect(runCli(['redact'], { input: log })).toEqual({
      code: 0,
      stdout: log
        .replace('contoso', '<registry-1>')
        .replace('alice', '<user-1>')
        .replace('hunter22', '<password-1>')
        .replace('203.0.113.9', '<public-ip-1>'),
      stderr: '',
    })
  })

  it('knows in the first file what the last one tells', () => {
    const folder = emptyFolder()
    const [a, b] = [join(folder, 'a.log'), join(folder, 'b.log')]
    writeFileSync(a, 'deploy to contoso\n')
    writeFileSync(b, 'contoso.azurecr.io\n')
    expect(runCli(['redact', a, b]).stdout).toBe('deploy to <registry-1>\n<registry-1>.azurecr.io\n')
  })

  it('writes each text to an output of its own where there is one for each', () => {
    const folder = emptyFolder()
    const files = ['a.log', 'b.log'].map((name) => join(folder, name))
    for (const file of files) writeFileSync(file, `${log}`)
    const { code } = runCli(['redact', ...files, '--output', join(folder, 'a.out'), '--output', join(folder, 'b.out')])
    expect(code).toBe(0)
    expect(readFileSync(join(folder, 'b.out'), 'utf8')).toContain('<registry-1>')
    expect(
      runCli(['redact', ...files, '--output', join(folder, '1'), '--output', join(folder, '2'), '--output', join(folder, '3')]).code,
    ).toBe(2)
  })

  it('refuses a binary file in one line that names it', () => {
    const file = join(emptyFolder(), 'bundle.gz')
    writeFileSync(file, Buffer.from(Array.from({ length: 500 }, (_, index) => index % 32)))
    const { code, stdout, stderr } = runCli(['redact', file])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('bundle.gz')])
  })

  it('reads UTF-16 and writes UTF-8', () => {
    const { stdout } = runCli(['redact', fixture('bad-forbidden-powershell-utf16')])
    expect(stdout).toContain('<registry-1>.azurecr.io')
  })
})

describe('--redact-map', () => {
  it('keeps the key in a file for its owner alone, and goes by it the next time', () => {
    const map = join(emptyFolder(), 'key.json')
    runCli(['redact', '--redact-map', map], { input: 'fabrikam.azurecr.io\n' })
    expect(statSync(map).mode & 0o777).toBe(0o600)
    const { stdout } = runCli(['redact', '--redact-map', map], { input: 'contoso.azurecr.io fabrikam.azurecr.io\n' })
    expect(stdout).toBe('<registry-2>.azurecr.io <registry-1>.azurecr.io\n')
    const { values } = JSON.parse(readFileSync(map, 'utf8'))
    expect(values.map(({ placeholder, value }: Record<string, string>) => `${placeholder} ${value}`)).toEqual([
      '<registry-1> fabrikam',
      '<registry-2> contoso',
    ])
  })

  it('is refused where the file is something else, which stays as it is', () => {
    const file = join(emptyFolder(), 'notes.txt')
    writeFileSync(file, 'notes')
    const { code, stderr } = runCli(['redact', '--redact-map', file], { input: log })
    expect(code).toBe(2)
    expect(stderr).toContain('notes.txt')
    expect(readFileSync(file, 'utf8')).toBe('notes')
  })
})

describe('--redact', () => {
  it.each(['text', 'json', 'markdown'])('leaves nothing private in a report as %s', (format) => {
    const { stdout, code } = runCli(['--redact', '--format', format, '--stdin-name', '/home/alice/contoso.log'], { input: log })
    expect(code).toBe(1)
    for (const value of ['contoso', 'alice', 'hunter22', '203.0.113.9']) expect(stdout).not.toContain(value)
    expect(stdout).toContain('public-ip-1')
  })

  it('says in the JSON report that it is redacted, and under which map', () => {
    const map = join(emptyFolder(), 'key.json')
    const { stdout } = runCli(['--redact-map', map, '--format', 'json'], { input: log })
    expect(JSON.parse(stdout).redaction).toEqual({ map: JSON.parse(readFileSync(map, 'utf8')).id })
  })
})

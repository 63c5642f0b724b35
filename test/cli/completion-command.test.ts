import { spawnSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bin, emptyFolder, runCli } from './run-cli.js'

const completionsOf = (...words: string[]) =>
  runCli(['--get-yargs-completions', 'acr-explain', ...words])
    .stdout.trim()
    .split('\n')

describe('what the Tab key offers', () => {
  it('is commands, before there is one', () => {
    expect(completionsOf('')).toEqual(expect.arrayContaining(['explain', 'triage', 'show', 'completion']))
  })

  it('is the codes of the catalog behind show, in the case that is typed', () => {
    expect(completionsOf('show', 'CONN')).toContain('CONNECTIVITY_DNS_ERROR')
    expect(completionsOf('show', 'conn')).toContain('connectivity_dns_error')
  })

  it('is the options of the command at hand', () => {
    const options = completionsOf('show', '--')
    expect(options).toContain('--as-of')
    expect(options).not.toContain('--fail-on')
  })

  it('is the values of an option that has a few', () => {
    expect(completionsOf('explain', '--color', '')).toEqual(['auto', 'always', 'never'])
  })

  it('is left to the shell where a file is to be named', () => {
    expect(completionsOf('explain', '')).toEqual([''])
  })
})

it('prints the script of the shell that $SHELL names', () => {
  const scriptFor = (shell: string) => runCli(['completion'], { env: { SHELL: shell } }).stdout
  expect(scriptFor('/usr/bin/zsh')).toContain('#compdef acr-explain')
  expect(scriptFor('/usr/bin/fish')).toContain('complete -f -c acr-explain')
  expect(scriptFor('/bin/bash')).toContain('complete -o bashdefault')
})

it('completes in a bash that has read the script', () => {
  const folder = emptyFolder()
  const program = join(folder, 'acr-explain')
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`)
  chmodSync(program, 0o755)
  const script = `source <(acr-explain completion)
    COMP_WORDS=(acr-explain show CONNECTIVITY_D) COMP_CWORD=2
    _acr-explain_yargs_completions
    echo "\${COMPREPLY[@]}"`
  const { stdout } = spawnSync('bash', ['-c', script], { encoding: 'utf8', env: { PATH: `${folder}:${process.env.PATH}`, SHELL: 'bash' } })
  expect(stdout.trim()).toBe('CONNECTIVITY_DNS_ERROR')
})

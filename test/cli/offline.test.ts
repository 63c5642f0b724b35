/** No command opens a connection: each runs with everything forbidden that could. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { COMMANDS, type CommandName } from '../../src/cli/command-specs.js'
import { bin, emptyFolder, fixture } from './run-cli.js'

const forbidSockets = fileURLToPath(new URL('forbid-sockets.cjs', import.meta.url))
const pages = fileURLToPath(new URL('../render/golden/pages', import.meta.url))
const goldenLog = fileURLToPath(new URL('../render/golden/first.log', import.meta.url))
const goldenReport = fileURLToPath(new URL('../render/golden/report.en.json', import.meta.url))
const log = fixture('bad-forbidden-powershell-utf16')

function run(args: readonly string[], program = [bin]) {
  return spawnSync(process.execPath, ['--require', forbidSockets, ...program, ...args], { encoding: 'utf8', input: '', cwd: emptyFolder() })
}

/** A call of each command that does its work; a command that is missing here does not compile. */
const calls: Readonly<Record<CommandName, readonly (readonly string[])[]>> = {
  explain: [[log], [log, '--redact', '--format', 'json'], [log, '--kb', pages, '--lang', 'zh-CN']],
  triage: [['triage', log]],
  diff: [['diff', log, fixture('ok-terminal')]],
  render: [['render', goldenReport, '--format', 'html', '--redact']],
  show: [['show', 'CONNECTIVITY_DNS_ERROR']],
  search: [['search', 'firewall', '403']],
  list: [['list']],
  redact: [['redact', log]],
  kb: [
    ['kb', 'check', pages],
    ['kb', 'new', '--from-log', `${goldenLog}:19`, '.'],
  ],
  web: [['web', '--output', 'page.html']],
  completion: [['completion']],
}

describe.each(COMMANDS)('%s', (command) => {
  it.each(calls[command].map((args) => [args.map((arg) => arg.replace(/^.*[/\\]/, '')).join(' '), args] as const))(
    'opens no connection: %s',
    (_, args) => {
      const { status, stderr, stdout } = run(args)
      expect(stderr).not.toContain('FORBIDDEN')
      expect([0, 1, 3]).toContain(status)
      expect(stdout + stderr).not.toContain('This is a bug')
    },
  )
})

it('help and misspelt options open none', () => {
  for (const args of [['--help'], ['--version'], ['--formt']]) expect(run(args).stderr).not.toContain('FORBIDDEN')
})

it('a connection would be seen', () => {
  const { stderr, status } = run([], ['-e', 'require("node:http").get("http://192.0.2.1/")'])
  expect(stderr).toContain('FORBIDDEN: http.get')
  expect(status).not.toBe(0)
  expect(run([], ['-e', 'fetch("http://192.0.2.1/")']).stderr).toContain('FORBIDDEN: fetch')
  expect(run([], ['-e', 'require("node:dns").lookup("contoso.azurecr.io", () => {})']).stderr).toContain('FORBIDDEN: dns.lookup')
})

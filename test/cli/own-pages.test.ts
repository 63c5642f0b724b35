/** An entry is two Markdown files: nothing else is touched, and every command knows it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { chinese, english } from '../compile/pages.js'
import { emptyFolder, runCli } from './run-cli.js'

let kb: string
const log = 'write: no space left on device sdb while writing layer\n'
const page = english
  .replaceAll('DISK_FULL', 'OUR_DISK_FULL')
  .replace('[PULL_SLOW](PULL_SLOW.md)', '[CMK_ERROR](../check-health/CMK_ERROR.md)')
  .replace('no space left on device {device:word} while', 'our space left the device {device:word} while')
  .replace('no space left on device sda', 'our space left the device sda')

beforeAll(() => {
  kb = emptyFolder()
  mkdirSync(join(kb, 'ours'))
  writeFileSync(join(kb, 'ours/OUR_DISK_FULL.md'), page)
  writeFileSync(join(kb, 'ours/OUR_DISK_FULL.zh-CN.md'), chinese.replaceAll('DISK_FULL', 'OUR_DISK_FULL'))
})

describe('pages of one’s own', () => {
  const own = log.replace('no space left on', 'our space left the')

  it('are checked, examples included', () => {
    expect(runCli(['kb', 'check', kb])).toMatchObject({ code: 0, stdout: expect.stringContaining('1 entry, no mistakes') })
  })

  it('are matched, and their gaps filled in', () => {
    const { stdout, code } = runCli(['--kb', kb], { input: own })
    expect(code).toBe(1)
    expect(stdout).toContain('OUR_DISK_FULL')
    expect(stdout).toContain('df -h sdb')
  })

  it('are exported', () => {
    expect(runCli(['kb', 'export', '--to', 'sql', '--kb', kb]).stdout).toContain("'%our space left the device%while writing%'")
  })

  it('are shown, listed and found, in both languages', () => {
    expect(runCli(['show', 'our_disk_full', '--kb', kb, '--lang', 'zh-CN']).stdout).toContain('磁盘满了')
    expect(runCli(['list', '--kb', kb]).stdout).toContain('OUR_DISK_FULL')
    expect(runCli(['list', '--kb', kb, '--format', 'json']).stdout).toContain(`"origin": "${kb}/ours/OUR_DISK_FULL.md"`)
    expect(runCli(['search', '没有人清理', '--kb', kb]).stdout).toContain('OUR_DISK_FULL')
  })

  it('may take an entry’s place', () => {
    const mine = emptyFolder()
    mkdirSync(join(mine, 'check-health'))
    writeFileSync(
      join(mine, 'check-health/CMK_ERROR.md'),
      page
        .replaceAll('OUR_DISK_FULL', 'CMK_ERROR')
        .replace('CMK_ERROR.md)', 'LOGIN_SERVER_ERROR.md)')
        .replace('[CMK_ERROR]', '[LOGIN_SERVER_ERROR]')
        .replace('aliases: ENOSPC', 'aliases: OURS'),
    )
    expect(runCli(['show', 'CMK_ERROR', '--kb', mine]).stdout).toContain('the disk is full')
  })

  it('with a mistake are refused with its place, and nothing is explained', () => {
    const wrong = emptyFolder()
    mkdirSync(join(wrong, 'ours'))
    writeFileSync(join(wrong, 'ours/OUR_DISK_FULL.md'), page.replace('## Remedies', '## Remedy'))
    for (const args of [
      ['kb', 'check', wrong],
      ['--kb', wrong],
    ]) {
      const { stdout, stderr, code } = runCli(args, { input: own })
      expect(code).toBe(2)
      expect(stdout).toBe('')
      expect(stderr).toMatch(/ours\/OUR_DISK_FULL\.md:\d+:1 {2}section "Remedy" is not known here/)
    }
  })
})

import { spawnSync } from 'node:child_process'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { bin, emptyFolder, fixture } from './run-cli.js'

const folder = join(emptyFolder(), 'dist')
const savedCode = join(folder, 'main.code')
const run = (...args: string[]) => spawnSync(process.execPath, [join(folder, 'cli.cjs'), ...args], { encoding: 'utf8', input: '' })

describe('the program starts without the code that the build made', () => {
  beforeAll(() => cpSync(dirname(bin), folder, { recursive: true }))

  it('where the file is missing', () => {
    rmSync(savedCode)
    expect(run(fixture('bad-offline-host')).stdout).toContain('CONNECTIVITY_DNS_ERROR')
  })

  it('where another release of Node made it, and so for commands that load more', () => {
    writeFileSync(savedCode, 'no code of this V8')
    expect(run(fixture('bad-offline-host')).stdout).toContain('CONNECTIVITY_DNS_ERROR')
    expect(run('show', 'CMK_ERROR')).toMatchObject({ status: 0, stderr: '' })
  })
})

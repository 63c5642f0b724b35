/** The built program as a child process, in an environment that says nothing unless a test does. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const bin = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url))
export const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}/input.txt`, import.meta.url))

export interface CliOptions {
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
}

export function runCli(args: readonly string[], { input = '', env = {}, cwd }: CliOptions = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    input,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', ...env },
    ...(cwd ? { cwd } : {}),
    maxBuffer: 1 << 28,
  })
  return { code: status, stdout, stderr }
}

export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'acr-explain-test-'))
}

/** The real Azure CLI as a child process, in a network and a home of its own. */
import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installPrograms, type Programs } from './stand-ins.js'

const network = fileURLToPath(new URL('network', import.meta.url))
const emptyHome = mkdtempSync(join(tmpdir(), 'acr-explain-az-'))

/** How the output is taken: both streams into a file, standard error alone, or a terminal's recording. */
export type Capture = 'redirected' | 'only-stderr' | 'terminal'

export interface Call {
  readonly args: readonly string[]
  readonly programs?: Programs
  readonly capture?: Capture
  /** What is typed at a prompt. */
  readonly answer?: string
  readonly env?: Readonly<Record<string, string>>
}

const shellLines: Readonly<Record<Capture, string>> = {
  redirected: '/usr/bin/az "$@" 2>&1',
  'only-stderr': '/usr/bin/az "$@" 2>&1 >/dev/null',
  terminal: '/usr/bin/script -qec "/usr/bin/az $*" /dev/null',
}

/** Calls `az` and gives what a person would have pasted. */
export function callAz({ args, programs = {}, capture = 'redirected', answer = '', env = {} }: Call): Promise<string> {
  return textOf('/bin/sh', ['-c', shellLines[capture], 'az', ...args], answer, {
    PATH: installPrograms(programs),
    HOME: emptyHome,
    AZURE_CONFIG_DIR: join(emptyHome, '.azure'),
    AZURE_CORE_COLLECT_TELEMETRY: 'no',
    PYTHONPATH: network,
    PYTHONDONTWRITEBYTECODE: '1',
    LANG: 'C.UTF-8',
    TERM: 'xterm',
    ...env,
  })
}

/** The same call as other people take its output. */
export function otherCaptures(call: Call): Call[] {
  const debug = { ...call, args: [...call.args, '--debug'] }
  return [{ ...call, capture: 'terminal' }, { ...call, capture: 'only-stderr' }, debug, { ...debug, capture: 'terminal' }]
}

/** What a program writes to standard output. */
export function textOf(command: string, args: readonly string[], input: string, env: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...env }, stdio: ['pipe', 'pipe', 'inherit'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')))
    child.stdin.on('error', () => {}) // a program that asks nothing closes its input
    child.stdin.end(input)
  })
}

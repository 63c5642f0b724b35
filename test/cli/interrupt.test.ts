/** Ctrl-C in the middle of a long triage. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { expect, it } from 'vitest'
import { reportSchema } from '../../src/report/schema.js'
import { fixture } from './run-cli.js'

const failing = readFileSync(fixture('bad-docker-permission-stops'))
/** More than a pipe holds: once it is written, the other end is reading. */
const long = Buffer.concat([failing, Buffer.from('\nall work and no play\n'.repeat(50_000))])

it('gives the report so far, marked incomplete, and exits 130', async () => {
  const child = spawn(process.execPath, ['dist/cli.cjs', 'triage', '-', '--format', 'json'], { stdio: 'pipe' })
  const output: Buffer[] = []
  child.stdout.on('data', (data: Buffer) => output.push(data))
  const stderr: Buffer[] = []
  child.stderr.on('data', (data: Buffer) => stderr.push(data))
  await new Promise((resolve) => child.stdin.write(long, resolve))
  child.kill('SIGINT')
  const [code] = await once(child, 'close')
  const report = JSON.parse(Buffer.concat(output).toString())
  expect(reportSchema.safeParse(report).error?.issues ?? []).toEqual([])
  expect(report).toMatchObject({ incomplete: true, verdict: 'failing', groups: [{ code: 'DOCKER_SOCKET_PERMISSION_DENIED' }] })
  expect(report.inputs[0].problem).toContain('Interrupted')
  expect({ code, stderr: Buffer.concat(stderr).toString() }).toEqual({ code: 130, stderr: '' })
})

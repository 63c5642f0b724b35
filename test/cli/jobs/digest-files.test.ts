import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { noiseLine, pseudoRandom } from '../../../scripts/bench/noise.js'
import { findFiles } from '../../../src/cli/inputs/find-files.js'
import { Control } from '../../../src/cli/jobs/control.js'
import { digestFiles } from '../../../src/cli/jobs/digest-files.js'
import type { InputDigest } from '../../../src/triage/digest.js'
import { builtCatalog } from '../../built-catalog.js'
import { emptyFolder, fixture, runCli } from '../run-cli.js'

const failing = readFileSync(fixture('bad-docker-permission-stops'))

/** One file that is read in parts, small ones, and an archive. */
function largeCase(): string {
  const folder = emptyFolder()
  const next = pseudoRandom(5)
  const block = Buffer.from(Array.from({ length: 4000 }, () => `${noiseLine(next, '2024-11-05T11:10:12Z')}\n`).join(''))
  const blocks = Array.from({ length: Math.ceil((36 << 20) / block.length) }, (_, index) =>
    index % 20 === 7 ? Buffer.concat([block, failing, Buffer.from(`\n2024-11-05T11:10:12Z lost the thread ${index}: fatal\n`)]) : block,
  )
  writeFileSync(join(folder, 'b-large.log'), Buffer.concat(blocks))
  mkdirSync(join(folder, 'c'))
  for (let index = 0; index < 12; index++)
    writeFileSync(join(folder, 'c', `${index}.log`), index % 3 === 0 ? failing : block.subarray(0, 5000))
  writeFileSync(join(folder, 'a.log.gz'), gzipSync(Buffer.concat([block, failing])))
  writeFileSync(join(folder, 'd.log.gz'), gzipSync(failing).subarray(0, -20))
  return folder
}

describe('the report of a triage', () => {
  const folder = largeCase()
  const reportOf = (jobs: string) => runCli(['triage', '.', '--format', 'json', '--jobs', jobs], { cwd: folder })
  const alone = reportOf('1')

  it('is made of all files', () => {
    const { inputs, groups } = JSON.parse(alone.stdout)
    expect(inputs).toHaveLength(15)
    expect(groups[0]).toMatchObject({ code: 'DOCKER_SOCKET_PERMISSION_DENIED', inputs: { length: 6 } })
  })

  it.each(['2', '3'])('is the same, byte for byte, with %s threads', (jobs) => {
    expect(reportOf(jobs)).toEqual(alone)
  })
})

it('--jobs takes a number from 1 up', () => {
  expect(runCli(['triage', '.', '--jobs', '0'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--jobs 0') })
})

describe('stopped', () => {
  const folder = emptyFolder()
  for (const name of ['a.log', 'b.log', 'c.log']) writeFileSync(join(folder, name), failing)
  const { files } = findFiles([folder], [])
  const setup = { kbPaths: [], locale: 'en', readAs: undefined } as const

  it('after a file, reading gives that, and names the others', async () => {
    const control = new Control()
    const digests: InputDigest[] = []
    for await (const digest of digestFiles(files, { count: 1, catalog: builtCatalog, control, setup })) {
      digests.push(digest)
      control.stop()
    }
    expect(digests.map(({ problem, findings }) => [problem?.kind, findings.length > 0])).toEqual([
      [undefined, true],
      ['not reached', false],
      ['not reached', false],
    ])
  })
})

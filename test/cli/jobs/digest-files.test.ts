import { appendFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { noiseLine, pseudoRandom } from '../../../scripts/bench/noise.js'
import { type FoundFile, findFiles } from '../../../src/cli/inputs/find-files.js'
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
    expect(groups[0]).toMatchObject({ code: 'DOCKER_SOCKET_PERMISSION_DENIED', inputs: { length: 7 } })
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

describe('a file that changes while it is read', () => {
  const block = Buffer.concat([failing, Buffer.alloc(17 << 20, 'all work and no play\n')])
  const setup = { kbPaths: [], locale: 'en', readAs: undefined } as const
  const digestsOf = async (files: readonly FoundFile[]) => {
    const digests: InputDigest[] = []
    for await (const digest of digestFiles(files, { count: 1, catalog: builtCatalog, control: new Control(), setup })) digests.push(digest)
    return digests.map(({ name, problem, findings }) => ({ name, problem: problem?.kind, isFound: findings.length > 0 }))
  }
  const found = (texts: Readonly<Record<string, Uint8Array>>) => {
    const folder = emptyFolder()
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
    return findFiles([folder], []).files.map((file) => ({ ...file, name: file.name.slice(folder.length + 1) }))
  }

  it('is read as far as it goes, or named, and the others are read', async () => {
    const files = found({
      'cut.log': Buffer.concat([block, block]),
      'gone.log': failing,
      'large-gone.log': Buffer.concat([block, block]),
      'rest.log': failing,
    })
    truncateSync(files[0]?.path as string, 20 << 20)
    for (const at of [1, 2]) rmSync(files[at]?.path as string)
    expect(await digestsOf(files)).toEqual([
      { name: 'cut.log', problem: 'cut off', isFound: true },
      { name: 'gone.log', problem: 'unreadable', isFound: false },
      { name: 'large-gone.log', problem: 'unreadable', isFound: false },
      { name: 'rest.log', problem: undefined, isFound: true },
    ])
  })

  it('is read to where it ended when it was found', async () => {
    const files = found({ 'a.log': Buffer.from('all work and no play\n') })
    appendFileSync(files[0]?.path as string, failing)
    expect(await digestsOf(files)).toEqual([{ name: 'a.log', problem: undefined, isFound: false }])
  })
})

/** A folder full of archives that are built to hurt: each is refused in one line, and the rest of the triage stands. */
import { execFileSync } from 'node:child_process'
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { tar, zip, zstdBomb } from './inputs/archives.js'
import { emptyFolder, fixture, runCli } from './run-cli.js'

const failing = readFileSync(fixture('bad-docker-permission-stops'))
const member = { name: 'a.log', content: failing }
const zeros = Buffer.alloc(96 << 20)
const nested = Array.from({ length: 6 }).reduce<Buffer>((inner, _, level) => zip([{ name: `${level}.zip`, content: inner }]), zip([member]))

/** Each archive, what of it is read, and the one line that says what is not. */
const archives: readonly { readonly name: string; readonly content: Buffer; readonly read: number; readonly problem: RegExp }[] = [
  { name: 'bomb.gz', content: gzipSync(zeros), read: 0, problem: /unpacks to more than 250 times/ },
  { name: 'bomb.zip', content: zip([member, { name: 'z', content: zeros }]), read: 1, problem: /unpacks to more than 250 times/ },
  { name: 'bomb.zst', content: zstdBomb(800), read: 0, problem: /unpacks to more than 250 times/ },
  { name: 'cut.log.gz', content: gzipSync(failing).subarray(0, -30), read: 0, problem: /ends in the middle/ },
  { name: 'deep.zip', content: nested, read: 0, problem: /archives within each other/ },
  { name: 'device.tar', content: tar([member, { name: 'null', type: '3' }]), read: 1, problem: /device/ },
  { name: 'encrypted.zip', content: zip([member, { name: 'b', content: 'x', isEncrypted: true }]), read: 1, problem: /Encrypted/ },
  { name: 'link.tar', content: tar([member, { name: 'passwd', type: '2' }]), read: 1, problem: /link/ },
  {
    name: 'lying.zip',
    content: zip([member, { name: 'b', content: 'longer than it says', statedLength: 2 }]),
    read: 1,
    problem: /not as long/,
  },
  {
    name: 'many.tar',
    content: tar(Array.from({ length: 100_000 }, (_, index) => ({ name: `${index}` }))),
    read: 20_000,
    problem: /More than 20000 members; the other 80000/,
  },
  { name: 'outside.zip', content: zip([member, { name: '../../etc/passwd', content: 'x' }]), read: 1, problem: /leads out/ },
]

describe('a folder of archives built to hurt', () => {
  const folder = emptyFolder()
  for (const { name, content } of archives) writeFileSync(join(folder, name), content)
  writeFileSync(join(folder, 'twice.zip'), zip([member, member]))
  writeFileSync(join(folder, 'sound.log'), failing)
  symlinkSync('/', join(folder, 'root'))
  const hasPipe = process.platform !== 'win32'
  if (hasPipe) execFileSync('mkfifo', [join(folder, 'pipe')])
  const { stdout, stderr, code } = runCli(['triage', '.', '--format', 'json'], { cwd: folder })
  const { inputs, accounting, groups } = JSON.parse(stdout)
  const of = (name: string) =>
    inputs.filter((input: { name: string }) => input.name === name || input.name.startsWith(`${name}!/`)) as {
      name: string
      problem: string | null
    }[]

  it.each(archives)('says in one line what of $name is not read', ({ name, read, problem }) => {
    const refused = of(name).filter((input) => input.problem !== null)
    expect(refused.map((input) => input.problem)).toEqual([expect.stringMatching(problem)])
    expect(of(name).filter((input) => input.problem === null).length).toBeGreaterThanOrEqual(Math.max(0, read - 1))
  })

  it('reads members of one name each by itself', () => {
    expect(of('twice.zip').map((input) => input.problem)).toEqual([null, null])
  })

  it('follows no link, and waits for no pipe', () => {
    expect(of('root').map((input) => input.problem)).toEqual([expect.stringContaining('link')])
    if (hasPipe) expect(of('pipe').map((input) => input.problem)).toEqual([expect.stringContaining('pipe')])
  })

  it('is triaged all the same', () => {
    expect({ stderr, code }).toEqual({ stderr: '', code: 1 })
    const names = groups[0].inputs.map((id: number) => inputs[id].name)
    expect(names).toContain('sound.log')
    expect(names).toContain('outside.zip!/a.log')
    const { total, read, cut, skipped } = accounting.inputs
    expect(read + cut + skipped).toBe(total)
  })
})

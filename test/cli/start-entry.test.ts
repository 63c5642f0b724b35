/** `kb new`: from an unexplained line to an entry that is whole but for what a person knows. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import { zip } from './inputs/archives.js'
import { emptyFolder, runCli } from './run-cli.js'

let cwd: string
const failure = "2026-02-03T04:05:06Z ERROR: mirror 'fabrikam.azurecr.io' lost the thread after 31.5s, cannot go on\n"

beforeEach(() => {
  cwd = emptyFolder()
  writeFileSync(join(cwd, 'a.log'), `all is well\n${failure}`)
})

const run = (...args: string[]) => runCli(args, { cwd })
const pages = ['kb/own/MIRROR_LOST_THREAD_AFTER.md', 'kb/own/MIRROR_LOST_THREAD_AFTER.zh-CN.md']

/** What the author does, in the shortest way. */
function fillIn(paths: readonly string[]): void {
  for (const path of paths) writeFileSync(join(cwd, path), readFileSync(join(cwd, path), 'utf8').replaceAll(/TODO[:：]\s*/g, ''))
}

it('starts with the line that looks most like a failure, in both languages', () => {
  const { code, stdout, stderr } = run('kb', 'new', '--from-log', 'a.log')
  expect({ code, stdout }).toEqual({ code: 0, stdout: `${pages.join('\n')}\n` })
  expect(stderr).toContain('a.log:2')
  expect(readFileSync(join(cwd, pages[0] as string), 'utf8')).toContain(
    "\nmirror '{registry}' lost the thread after {amount:word}, cannot go on\n",
  )
})

it('leaves nobody’s names in the example', () => {
  run('kb', 'new', '--from-log', 'a.log')
  expect(readFileSync(join(cwd, pages[0] as string), 'utf8')).not.toContain('fabrikam')
})

it('passes kb check but for what is marked, and wholly once that is filled in', () => {
  run('kb', 'new', '--from-log', 'a.log')
  const unfinished = run('kb', 'check')
  expect(unfinished.code).toBe(2)
  for (const line of unfinished.stderr.trim().split('\n')) expect(line).toMatch(/^kb\/own\/\S+:\d+:\d+ {2}this is still to be written/)
  fillIn(pages)
  expect(run('kb', 'check')).toMatchObject({ code: 0, stdout: 'kb: 1 entry, no mistakes.\n' })
  expect(JSON.parse(run('a.log', '--kb', 'kb', '--format', 'json').stdout).findings[0]).toMatchObject({
    code: 'MIRROR_LOST_THREAD_AFTER',
    facts: { registry: 'fabrikam', amount: '31.5s' },
  })
})

it('takes the code, the group and the folder that it is given', () => {
  expect(run('kb', 'new', 'mirrors/MIRROR_LOST', 'pages/', '--from-log', 'a.log:2').stdout).toContain('pages/mirrors/MIRROR_LOST.md\n')
})

it('counts for any host where the line names none of Azure', () => {
  writeFileSync(join(cwd, 'b.log'), 'the mirror at https://registry.example.com/v2/ lost the thread and failed\n')
  run('kb', 'new', 'MIRROR_LOST', '--from-log', 'b.log')
  const page = 'kb/own/MIRROR_LOST.md'
  expect(readFileSync(join(cwd, page), 'utf8')).toContain('- scope: any\n')
  fillIn([page, page.replace('.md', '.zh-CN.md')])
  expect(run('kb', 'check').code).toBe(0)
})

it('reads a log from standard input', () => {
  expect(runCli(['kb', 'new', '--from-log', '-'], { cwd, input: failure }).stdout).toContain(pages[0])
})

describe('is refused, and nothing is written,', () => {
  it.each([
    [['kb', 'new'], 2, 'add --from-log FILE'],
    [['kb', 'new', '--from-log', 'b.log'], 2, 'b.log: there is no such file'],
    [['kb', 'new', '--from-log', 'a.log:7'], 2, 'a.log has no line 7; its last one is 2'],
    [['kb', 'new', '--from-log', 'well.log'], 1, 'no line looks like a failure'],
    [['kb', 'new', '--from-log', 'known.log:1'], 2, 'known.log:1: the line is explained already, see acr-explain show CMK_ERROR'],
    [['kb', 'new', '--from-log', 'numbers.log:1'], 2, 'too few words'],
    [['kb', 'new', 'CMK_ERROR', '--from-log', 'a.log'], 2, 'There is an entry CMK_ERROR already'],
    [['kb', 'new', '7UP', '--from-log', 'a.log'], 2, '7UP cannot be the code of an entry'],
    [['kb', 'new', 'A_B', 'C_D', '--from-log', 'a.log'], 2, 'C_D is one'],
  ])('%j', (args, code, complaint) => {
    writeFileSync(join(cwd, 'well.log'), 'all is well\n')
    writeFileSync(join(cwd, 'known.log'), 'An error occurred: CMK_ERROR\n')
    writeFileSync(join(cwd, 'numbers.log'), '10.0.0.7 12 17\n')
    const { code: exit, stdout, stderr } = run(...args)
    expect({ exit, stdout }).toEqual({ exit: code, stdout: '' })
    expect(stderr).toContain(complaint)
    expect(existsSync(join(cwd, 'kb'))).toBe(false)
  })

  it('where a page is there already', () => {
    run('kb', 'new', '--from-log', 'a.log')
    const { code, stderr } = run('kb', 'new', '--from-log', 'a.log')
    expect(code).toBe(2)
    expect(stderr).toContain(`${pages[0]} is there already`)
  })
})

it('reads the line of an archive’s member as triage names it', () => {
  writeFileSync(join(cwd, 'case.zip'), zip([{ name: 'logs/a.log', content: failure }]))
  const [{ command }] = JSON.parse(run('triage', 'case.zip', '--format', 'json').stdout).unexplained
  expect(command).toBe("acr-explain kb new --from-log 'case.zip!/logs/a.log:1'")
  expect(run('kb', 'new', '--from-log', 'case.zip!/logs/a.log:1')).toMatchObject({ code: 0, stdout: `${pages.join('\n')}\n` })
})

it('reads the line of a compressed file, and in the encoding of the whole of it', () => {
  writeFileSync(join(cwd, 'a.log.gz'), gzipSync(`all is well\n${failure}`))
  expect(run('kb', 'new', '--from-log', 'a.log.gz:2')).toMatchObject({ code: 0, stdout: `${pages.join('\n')}\n` })
  const gbk = Buffer.from('ERROR pusher quit: \xb7\xfe\xce\xf1\xc6\xf7\xb7\xb5\xbb\xd8\xb4\xed\xce\xf3\n', 'latin1')
  writeFileSync(join(cwd, 'gbk.zip'), zip([{ name: 'a.log', content: gbk }]))
  const [page] = run('kb', 'new', '--from-log', 'gbk.zip!/a.log:1').stdout.split('\n')
  expect(readFileSync(join(cwd, page as string), 'utf8')).toContain('服务器返回错误')
})

it('says that an archive has no member of the name', () => {
  writeFileSync(join(cwd, 'case.zip'), zip([{ name: 'logs/a.log', content: failure }]))
  for (const spec of ['case.zip!/b.log:1', 'case.zip:1']) {
    expect(run('kb', 'new', '--from-log', spec)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('is in the archive'),
    })
  }
})

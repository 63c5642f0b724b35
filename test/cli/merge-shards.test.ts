/** Triages of parts, made anywhere, are one triage of the whole. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseProse } from '../../src/compile/parse-prose.js'
import { toJsonReport } from '../../src/render/json.js'
import { renderNdjson } from '../../src/render/ndjson.js'
import { digestSchema } from '../../src/report/digest-schema.js'
import { readReport } from '../../src/report/read-report.js'
import { joinRecords } from '../../src/report/records.js'
import type { JsonReport, Report } from '../../src/report/report.js'
import { reportSchema } from '../../src/report/schema.js'
import type { InputDigest } from '../../src/triage/digest.js'
import { digestInput, triageDigests } from '../../src/triage-inputs.js'
import { builtCatalog as catalog } from '../built-catalog.js'
import { emptyFolder, runCli } from './run-cli.js'

const fixtures = new URL('../../fixtures/', import.meta.url)
const digests = readdirSync(fixtures).map((name, at) =>
  digestInput({ name: `${name}/input.txt`, bytes: readFileSync(new URL(`${name}/input.txt`, fixtures)), modified: at * 1e10 }, catalog),
)
const reportOf = (some: readonly InputDigest[]) => triageDigests(some, { catalog })
const asJson = (report: Report) => JSON.parse(JSON.stringify(toJsonReport(report)))

/** What one machine writes and another reads. */
function sent(some: readonly InputDigest[]): InputDigest[] {
  const lines = renderNdjson(reportOf(some)).trimEnd().split('\n')
  const records = joinRecords(lines.map((line): unknown => JSON.parse(line)))
  readReport(reportSchema.parse(records?.report) as JsonReport, parseProse)
  return (records?.digests ?? []).map((digest) => digestSchema.parse(digest) as InputDigest)
}

it('any split of the inputs, in any order, merges to the triage of all', () => {
  const whole = asJson(reportOf(digests))
  fc.assert(
    fc.property(fc.array(fc.nat(3), { minLength: digests.length, maxLength: digests.length }), fc.boolean(), (places, isReversed) => {
      const parts = [0, 1, 2, 3].map((part) => digests.filter((_, at) => places[at] === part)).filter((part) => part.length > 0)
      const shards = parts.map(sent)
      expect(asJson(reportOf((isReversed ? shards.reverse() : shards).flat()))).toEqual(whole)
    }),
    { numRuns: 8 },
  )
})

describe('triage --merge', () => {
  const cwd = emptyFolder()
  const run = (...args: string[]) => runCli(args, { cwd })
  const log = (registry: string, time: string) =>
    `${time} DNS lookup to ${registry}.azurecr.io at IP 20.1.2.3 : OK\n${time} An error occurred: CONNECTIVITY_FORBIDDEN_ERROR\n${time} Looks like you don't have access to registry '${registry}.azurecr.io'.\nworker 7: request to ${registry} failed after 12 ms\n`

  beforeAll(() => {
    for (const [name, registry] of [
      ['a', 'contoso'],
      ['b', 'fabrikam'],
    ] as const) {
      mkdirSync(join(cwd, name))
      writeFileSync(join(cwd, name, 'one.log'), log(registry, '2024-11-05T08:00:00Z'))
      writeFileSync(join(cwd, name, 'two.log'), log('contoso', '2024-11-06T08:00:00Z'))
      run('triage', name, '--format', 'ndjson', '--output', `${name}.ndjson`)
      run('triage', name, '--format', 'ndjson', '--output', `${name}.private.ndjson`, '--redact-map', 'map.json')
      run('triage', name, '--format', 'ndjson', '--output', `${name}.apart.ndjson`, '--redact')
    }
  })

  it.each(['text', 'json', 'html'])('gives the %s that a triage of all gives, whatever the order', (format) => {
    const triage = (...args: string[]) => {
      const { stdout, ...rest } = run('triage', ...args, '--format', format)
      return { ...rest, said: format === 'json' ? JSON.parse(stdout) : stdout }
    }
    const whole = triage('a', 'b')
    expect(triage('--merge', 'a.ndjson', 'b.ndjson')).toEqual(whole)
    expect(triage('--merge', 'b.ndjson', 'a.ndjson')).toEqual(whole)
    expect(whole.code).toBe(1)
  })

  it('gives records again, to be merged further', () => {
    run('triage', '--merge', 'a.ndjson', '--format', 'ndjson', '--output', 'again.ndjson')
    expect(run('triage', '--merge', 'again.ndjson', 'b.ndjson').stdout).toBe(run('triage', 'a', 'b').stdout)
  })

  it('merges redacted records of one map, and no others', () => {
    const merged = run('triage', '--merge', 'a.private.ndjson', 'b.private.ndjson', '--format', 'json')
    expect(merged.stdout).not.toMatch(/contoso|fabrikam/)
    const { groups, redaction } = JSON.parse(merged.stdout)
    expect(groups.map(({ registry, count }: { registry: string; count: number }) => [registry, count])).toEqual([
      ['<registry-1>', 3],
      ['<registry-2>', 1],
    ])
    expect(redaction.map).toBe(JSON.parse(readFileSync(join(cwd, 'map.json'), 'utf8')).id)
    for (const other of ['b.apart.ndjson', 'b.ndjson']) {
      const { code, stderr } = run('triage', '--merge', 'a.private.ndjson', other)
      expect(code).toBe(2)
      expect(stderr).toContain('--redact-map')
    }
    expect(run('triage', '--merge', 'a.apart.ndjson', 'b.apart.ndjson').code).toBe(2)
  })

  it('tells inputs of one name by the shard that they are from, and redacted ones by its number', () => {
    const named = (...args: string[]) =>
      JSON.parse(run('triage', '--merge', ...args, '--format', 'json').stdout).inputs.map(({ name }: { name: string }) => name)
    for (const kind of ['', '.private']) writeFileSync(join(cwd, `b2${kind}.ndjson`), readFileSync(join(cwd, `b${kind}.ndjson`)))
    expect(named('a.ndjson', 'b.ndjson', 'b2.ndjson')).toEqual([
      ...['a/one.log', 'a/two.log', 'b.ndjson!/b/one.log', 'b.ndjson!/b/two.log', 'b2.ndjson!/b/one.log', 'b2.ndjson!/b/two.log'],
    ])
    expect(named('b.private.ndjson', 'b2.private.ndjson')).toEqual(['#1!/b/one.log', '#1!/b/two.log', '#2!/b/one.log', '#2!/b/two.log'])
  })

  it('follows a rotated log through shards, and never into the log of another machine', () => {
    const fails = log('contoso', '2024-11-05T08:00:00Z').replace(/^.*lookup.*\n/, '')
    const works = '2024-11-06T08:00:00Z Login Succeeded\n2024-11-06T08:00:01Z Challenge endpoint https://contoso.azurecr.io/v2/ : OK\n'
    for (const [folder, files] of Object.entries({
      older: { 'health.log.1': fails },
      newer: { 'health.log': works },
      // Another machine has files of the same names.
      other: { 'health.log': works, 'health.log.1': works },
    })) {
      mkdirSync(join(cwd, folder, 'logs'), { recursive: true })
      for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, folder, 'logs', name), text)
      runCli(['triage', 'logs', '--format', 'ndjson', '--output', join(cwd, `${folder}.ndjson`)], { cwd: join(cwd, folder) })
    }
    const stateIn = (...shards: string[]) => JSON.parse(run('triage', '--merge', ...shards, '--format', 'json').stdout).groups[0].state
    expect(stateIn('older.ndjson', 'newer.ndjson')).toBe('cleared')
    expect(stateIn('older.ndjson', 'other.ndjson')).toBe('open')
  })

  it('refuses in one line what holds no digests of its inputs, and says what to run instead', () => {
    run('triage', 'a', '--format', 'json', '--output', 'a.json')
    run('render', 'a.json', '--format', 'ndjson', '--output', 'summed.ndjson')
    run('explain', 'a/one.log', '--format', 'ndjson', '--output', 'explained.ndjson')
    const cut = readFileSync(join(cwd, 'a.ndjson'), 'utf8').trimEnd().split('\n').slice(0, -1)
    writeFileSync(join(cwd, 'cut.ndjson'), cut.join('\n'))
    for (const [name, why] of [
      ['a.json', 'the sums over its inputs'],
      ['summed.ndjson', 'the sums over its inputs'],
      ['explained.ndjson', 'is no triage'],
      ['cut.ndjson', '1 of its 2 inputs'],
    ] as const) {
      const { code, stderr } = run('triage', '--merge', 'b.ndjson', name)
      expect({ code, lines: stderr.trimEnd().split('\n').length }).toEqual({ code: 2, lines: 1 })
      expect(stderr).toContain(name)
      expect(stderr).toContain(why)
      expect(stderr).toContain('acr-explain triage … --format ndjson')
    }
  })

  it('refuses the records of another catalog', () => {
    const old = readFileSync(join(cwd, 'a.ndjson'), 'utf8').replace(/sha256:\w+/, 'sha256:0')
    writeFileSync(join(cwd, 'old.ndjson'), old)
    expect(run('triage', '--merge', 'old.ndjson', 'b.ndjson')).toMatchObject({ code: 2, stderr: expect.stringContaining('old.ndjson') })
  })
})

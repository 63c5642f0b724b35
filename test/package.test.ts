/** The package as npm makes it: installed elsewhere it runs, with nothing built there and nothing else installed. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { fixture } from './cli/run-cli.js'

const root = fileURLToPath(new URL('../', import.meta.url))
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
let elsewhere: string

describe('the package', () => {
  beforeAll(() => {
    elsewhere = mkdtempSync(join(tmpdir(), 'acr-explain-package-'))
    // dist/ is what this test run built: packing must not build it anew under the other tests.
    execFileSync(npm, ['pack', '--ignore-scripts', '--pack-destination', elsewhere], { cwd: root, stdio: 'pipe' })
    const archive = readdirSync(elsewhere).find((name) => name.endsWith('.tgz')) as string
    writeFileSync(join(elsewhere, 'package.json'), '{ "private": true, "type": "module" }')
    execFileSync(npm, ['install', '--offline', '--no-audit', '--no-fund', join(elsewhere, archive)], { cwd: elsewhere, stdio: 'pipe' })
  }, 120_000)

  it('needs no other package', () => {
    expect(readdirSync(join(elsewhere, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['acr-explain'])
  })

  it('explains from the command line', () => {
    const { stdout, status } = spawnSync('npx', ['acr-explain', fixture('bad-offline-host')], { cwd: elsewhere, encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stdout).toContain('CONNECTIVITY_DNS_ERROR')
  })

  it('explains as a library', () => {
    writeFileSync(
      join(elsewhere, 'try.js'),
      `import { explain } from 'acr-explain'
       import { readFileSync } from 'node:fs'
       console.log(explain(readFileSync(process.argv[2])).findings.map(({ code }) => code).join(' '))`,
    )
    const { stdout } = spawnSync(process.execPath, ['try.js', fixture('bad-offline-host')], { cwd: elsewhere, encoding: 'utf8' })
    expect(stdout).toContain('CONNECTIVITY_DNS_ERROR')
  })

  it('has types, the JSON Schema, and the licences of what is bundled in it', () => {
    const inside = (path: string) => readFileSync(join(elsewhere, 'node_modules/acr-explain', path), 'utf8')
    expect(inside('dist/types/index.d.ts')).toContain('explain')
    expect(JSON.parse(inside('dist/report.schema.json'))).toHaveProperty('properties.schemaVersion')
    for (const name of ['yargs', 'zod', 'fuse.js', 'unified']) expect(inside('dist/THIRD-PARTY.md')).toContain(`## ${name} `)
  })
})

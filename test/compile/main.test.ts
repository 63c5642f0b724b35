/** The build itself, over a folder: that it can fail is tested, so that the check cannot be off unnoticed. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Catalog } from '../../src/catalog/entry.js'
import { openCatalogFiles } from '../../src/cli/catalog-files.js'
import { runBuild } from '../../src/compile/main.js'
import type { Page } from '../../src/compile/source-page.js'
import { explain } from '../../src/explain.js'
import { pagesWith } from './pages.js'

let folder: string
let said: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'acr-explain-build-'))
  said = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += text
    return true
  })
})
afterEach(() => vi.restoreAllMocks())

function build(pages: readonly Page[]): 0 | 1 {
  for (const { path, text } of pages) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return runBuild([join(folder, 'kb'), join(folder, 'out')])
}

it('writes the same bytes for the same pages', () => {
  expect(build(pagesWith())).toBe(0)
  const first = readFileSync(join(folder, 'out/index.json'), 'utf8')
  expect(build(pagesWith().reverse())).toBe(0)
  expect(readFileSync(join(folder, 'out/index.json'), 'utf8')).toBe(first)
  expect(said).toBe('')
})

it('puts each entry and its words where the index says', () => {
  build(pagesWith())
  const catalog = openCatalogFiles(join(folder, 'out'))
  expect(catalog.entry('DISK_FULL')?.code).toBe('DISK_FULL')
  expect(catalog.words('DISK_FULL', 'zh-CN').title).toBe('磁盘满了')
  expect(catalog.entry('DISC_FULL')).toBeUndefined()
})

it('makes signatures ready that find what those made at run time find', () => {
  build(pagesWith())
  const compiled = openCatalogFiles(join(folder, 'out'))
  const log = pagesWith()
    .flatMap(({ text }) => [...text.matchAll(/```log matches[^\n]*\n([\s\S]*?)```/g)].map(([, example]) => example))
    .join('\n')
  const findings = (catalog: Catalog) => explain(log, { catalog }).findings.map(({ code, facts, evidence }) => ({ code, facts, evidence }))
  expect(compiled.signatures?.length).toBeGreaterThan(0)
  expect(findings(compiled)).toEqual(findings({ ...compiled, signatures: null }))
  expect(findings(compiled)).not.toEqual([])
})

it('fails on a page with a mistake, and writes nothing', () => {
  expect(build(pagesWith((page) => page.replace('## Remedies', '## Remedy')))).toBe(1)
  expect(said).toContain('section "Remedy" is not known here')
  expect(existsSync(join(folder, 'out'))).toBe(false)
})

it('fails on an example that does not give its entry', () => {
  expect(build(pagesWith((page) => page.replace('write: no space left', 'write: some space left')))).toBe(1)
  expect(said).toContain('the example does not give DISK_FULL')
  expect(existsSync(join(folder, 'out'))).toBe(false)
})

it('fails on an example that gives another entry, undeclared', () => {
  expect(
    build(pagesWith((page) => page.replace('sda while writing layer', 'sda while writing layer\nthis pull from sda has taken very long'))),
  ).toBe(1)
  expect(said).toContain('the example gives PULL_SLOW beside its entry')
})

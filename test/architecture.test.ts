/** What CONTRIBUTING promises of the code's shape, read off its import lines. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const src = new URL('../src/', import.meta.url)

/** In the order of the flow: a folder imports only from folders before it. */
const flow = [
  'catalog',
  'text',
  'scan',
  'match',
  'log',
  'diagnose',
  'triage',
  'redact',
  'report',
  'diff',
  'render',
  'search',
  'export',
  'compile',
  'cli',
  'web',
]
/** The files of src/ itself stand between the core and the shells. */
const shells = ['compile', 'cli', 'web']

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))

interface Import {
  readonly file: string
  readonly specifier: string
}

const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(new URL(file, src), 'utf8')
  const specifiers = [...text.matchAll(/^(?:import|export)\b[^;]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gms)]
  return specifiers.map(([, from, bare, dynamic]) => ({ file, specifier: (from ?? bare ?? dynamic) as string }))
})

const folderOf = (path: string) => (path.includes('/') ? (path.split('/')[0] as string) : '')
const targetOf = ({ file, specifier }: Import) => new URL(specifier, new URL(file, src)).pathname.slice(src.pathname.length)

it('the imports are found at all', () => {
  expect(imports.length).toBeGreaterThan(files.length)
})

it.each(flow)('%s/ imports from folders before it alone', (folder) => {
  const behind = imports
    .filter(({ file, specifier }) => folderOf(file) === folder && specifier.startsWith('.') && !specifier.endsWith('.txt'))
    .filter((line) => {
      const target = folderOf(targetOf(line))
      if (target === '') return !shells.includes(folder)
      return flow.indexOf(target) > flow.indexOf(folder) || !flow.includes(target)
    })
  expect(behind).toEqual([])
})

describe('what a browser lacks', () => {
  const nodeFiles = /^(?:cli\/|compile\/(?:main|pages-on-disk)\.ts$)/

  it('is imported by the command line and the build alone', () => {
    expect(imports.filter(({ file, specifier }) => specifier.startsWith('node:') && !nodeFiles.test(file))).toEqual([])
  })

  it('is no part of the page, nor are the command line and the compiler', () => {
    const shellsOfNode = imports.filter((line) => folderOf(line.file) === 'web' && ['compile', 'cli'].includes(folderOf(targetOf(line))))
    expect(shellsOfNode).toEqual([])
  })

  it('has its own globals, which the page alone uses', () => {
    const using = files.filter((file) => folderOf(file) !== 'web' && /\b(?:document|window|navigator|localStorage)\./.test(codeOf(file)))
    expect(using).toEqual([])
  })

  it('is no global of the core', () => {
    const using = files.filter((file) => !nodeFiles.test(file) && /\b(?:process|Buffer)\./.test(codeOf(file)))
    expect(using).toEqual([])
  })
})

it('what explaining needs at once loads no library for rare things', () => {
  const heavy = ['yargs', 'zod', 'fuse.js', 'unified', 'remark-parse']
  expect(reachable('cli/main.ts').filter((specifier) => heavy.includes(specifier))).toEqual([])
})

/** The code of a file without comments and strings. */
function codeOf(file: string): string {
  return readFileSync(new URL(file, src), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$|'[^'\n]*'|`[^`]*`/gm, '')
}

/** Every specifier that is loaded with a file, lazy imports and types left out. */
function reachable(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return []
  seen.add(file)
  const text = readFileSync(new URL(file, src), 'utf8')
  const eager = [...text.matchAll(/^(?:import|export) (?!type\b)[^;]*?\bfrom '([^']+)'/gms)].map(([, specifier]) => specifier as string)
  return eager.flatMap((specifier) =>
    specifier.startsWith('.') ? reachable(targetOf({ file, specifier }).replace(/\.js$/, '.ts'), seen) : [specifier],
  )
}

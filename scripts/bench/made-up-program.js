/** The built program with a catalog of any size. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { writeMadeUpPages } from './made-up-pages.js'

export const golden = 'test/render/golden'
const isEnglish = (name) => name.endsWith('.md') && !name.endsWith('.zh-CN.md')

/** The built program in a folder, with a catalog of the golden pages and as many made-up ones as are missing: at each size the same is found. */
function programWith(count, folder, hasWordsOfNoise) {
  const pages = join(folder, 'kb')
  cpSync(join(golden, 'pages'), pages, { recursive: true })
  writeMadeUpPages(pages, count - readdirSync(pages, { recursive: true }).filter(isEnglish).length, hasWordsOfNoise)
  cpSync('dist', join(folder, 'dist'), { recursive: true })
  const { status, stderr } = spawnSync(process.execPath, ['.cache/compile.js', pages, join(folder, 'dist', 'catalog')], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the pages of the bench do not compile: ${stderr.slice(0, 2000)}`)
  return join(folder, 'dist', 'cli.cjs')
}

/** Gives `use` the path of a program with so many entries; what it returns is returned. `hasWordsOfNoise`: see made-up-pages.js. */
export function withProgram(count, use, hasWordsOfNoise = false) {
  const folder = mkdtempSync(join(tmpdir(), 'acr-explain-bench-'))
  try {
    return use(programWith(count, folder, hasWordsOfNoise))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

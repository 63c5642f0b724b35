/** Whole processes against a bare node: the built program on a short log, with catalogs of several sizes. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { writeMadeUpPages } from './made-up-pages.js'
import { cost, sayCost } from './measure.js'

const golden = 'test/render/golden'
const realLog = 'fixtures/bad-two-registries/input.txt'
const isEnglish = (name) => name.endsWith('.md') && !name.endsWith('.zh-CN.md')

/** The built program in a folder, with a catalog of the golden pages and as many made-up ones as are missing: at each size the same is found. */
function programWith(count, folder) {
  const pages = join(folder, 'kb')
  cpSync(join(golden, 'pages'), pages, { recursive: true })
  writeMadeUpPages(pages, count - readdirSync(pages, { recursive: true }).filter(isEnglish).length)
  cpSync('dist', join(folder, 'dist'), { recursive: true })
  const { status, stderr } = spawnSync(process.execPath, ['.cache/compile.js', pages, join(folder, 'dist', 'catalog')], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the pages of the bench do not compile: ${stderr.slice(0, 2000)}`)
  return join(folder, 'dist', 'cli.cjs')
}

function withProgram(count, use) {
  const folder = mkdtempSync(join(tmpdir(), 'acr-explain-bench-'))
  try {
    return use(programWith(count, folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Needs what `npm run build` leaves in dist/ and .cache/. */
export function benchStartUp() {
  const all = JSON.parse(readFileSync('dist/catalog/index.json', 'utf8')).codes.length
  console.log('start-up: whole processes against node -e 0 (medians of 25 pairs; peak memory beyond the bare one)')
  for (const count of [20, all, 2000]) {
    sayCost(
      `explain, ${count} made-up entries`,
      withProgram(count, (program) => cost([program, join(golden, 'first.log')], 25)),
    )
  }
  sayCost(`explain, the real ${all} entries`, cost(['dist/cli.cjs', realLog], 25))
  for (const args of [['show', 'CONNECTIVITY_DNS_ERROR'], ['search', 'firewall', '403'], ['--help']]) {
    sayCost(args.join(' '), cost(['dist/cli.cjs', ...args], 20))
  }
}

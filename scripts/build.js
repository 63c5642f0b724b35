/** `npm run build`: kb/ and src/ → dist/, everything the package ships. Stops at the first step that fails. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import process from 'node:process'
import { rolldown } from 'rolldown'
import { buildPage } from './build-page.js'
import { thirdPartyText } from './third-party.js'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
/** What the program does for these is compiled ahead. */
const usualLogs = ['bad-forbidden-powershell-utf16', 'bad-two-registries', 'ok-terminal'].map((name) => `fixtures/${name}/input.txt`)
const define = { ACR_EXPLAIN_VERSION: JSON.stringify(version) }

/** A warning of the bundler fails the build, but for the one about code of yargs that never runs in a bundle. */
function onLog(level, log) {
  if (level !== 'warn' || log.code === 'EMPTY_IMPORT_META') return
  throw new Error(log.message)
}

/** Bundles one entry with everything it imports; nothing is left to be installed beside it. */
async function bundle(input, output, { external = [], plugins = [] } = {}) {
  const build = await rolldown({ input, platform: 'node', external, plugins, transform: { define }, onLog })
  const { output: chunks } = await build.write({ minify: true, ...output })
  await build.close()
  return chunks.flatMap(({ modules = {} }) => Object.keys(modules))
}

/** A CommonJS module as src/cli/load-compiled.ts takes it. A text of ASCII alone takes half the memory of one with Chinese in it. */
function asFunction(module) {
  const ascii = module.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `(function (exports, require, module, __filename, __dirname) {${ascii}\n})`
}

function run(command, ...args) {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) process.exit(status ?? 1)
}

rmSync('dist', { recursive: true, force: true })
mkdirSync('dist/catalog', { recursive: true })

// The compiler runs the examples through the same pipeline that ships.
await bundle('src/compile/main.ts', { file: '.cache/compile.js', format: 'esm', minify: false })
run(process.execPath, '.cache/compile.js', 'kb', 'dist/catalog')

// All that explaining needs is one file, what other commands need beyond it are chunks; CommonJS starts faster than ESM.
const inCli = await bundle('src/cli/main.ts', {
  dir: 'dist',
  format: 'cjs',
  entryFileNames: 'main.cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
  codeSplitting: { groups: [{ name: 'main', tags: ['$initial'] }] },
})
writeFileSync('dist/main.cjs', asFunction(readFileSync('dist/main.cjs', 'utf8')))
await bundle('src/cli/launch.ts', { file: 'dist/cli.cjs', format: 'cjs', banner: '#!/usr/bin/env node' })
await bundle('src/cli/save-code.ts', { file: '.cache/save-code.cjs', format: 'cjs' })
run(process.execPath, '.cache/save-code.cjs', resolve('dist'), '--fail-on=never', ...usualLogs)

const inWorker = await bundle('src/cli/jobs/worker.ts', {
  dir: 'dist',
  format: 'cjs',
  entryFileNames: 'triage-worker.cjs',
  chunkFileNames: 'chunks/worker-[name]-[hash].cjs',
})
const inLibrary = await bundle(
  'src/index.ts',
  { dir: 'dist', format: 'esm', entryFileNames: 'index.js', chunkFileNames: 'chunks/[name]-[hash].js', minify: false },
  { external: [/built-in-data\.js$/] },
)

const inPage = await buildPage({ define, onLog })

writeFileSync('dist/THIRD-PARTY.md', thirdPartyText([...inCli, ...inWorker, ...inLibrary, ...inPage]))

await bundle('src/report/schema.ts', { file: '.cache/schema.js', format: 'esm', minify: false })
const { reportJsonSchema } = await import('../.cache/schema.js')
writeFileSync('dist/report.schema.json', `${JSON.stringify(reportJsonSchema(), null, 2)}\n`)

run(process.execPath, 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json')

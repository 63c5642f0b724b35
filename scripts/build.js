/** `npm run build`: kb/ and src/ → dist/, everything the package ships. Stops at the first step that fails. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { rolldown } from 'rolldown'
import { buildPage } from './build-page.js'
import { thirdPartyText } from './third-party.js'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
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

function run(command, ...args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

rmSync('dist', { recursive: true, force: true })
mkdirSync('dist/catalog', { recursive: true })

// The compiler runs the examples through the same pipeline that ships.
await bundle('src/compile/main.ts', { file: '.cache/compile.js', format: 'esm', minify: false })
run(process.execPath, '.cache/compile.js', 'kb', 'dist/catalog')

// CommonJS starts faster than the ESM loader; what a command needs beyond explaining is a chunk of its own.
const inCli = await bundle('src/cli/main.ts', {
  dir: 'dist',
  format: 'cjs',
  entryFileNames: 'cli.cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
  banner: '#!/usr/bin/env node',
})
const inLibrary = await bundle(
  'src/index.ts',
  { dir: 'dist', format: 'esm', entryFileNames: 'index.js', minify: false },
  { external: [/built-in-data\.js$/] },
)

const inPage = await buildPage({ define, onLog })

writeFileSync('dist/THIRD-PARTY.md', thirdPartyText([...inCli, ...inLibrary, ...inPage]))

await bundle('src/report/schema.ts', { file: '.cache/schema.js', format: 'esm', minify: false })
const { reportJsonSchema } = await import('../.cache/schema.js')
writeFileSync('dist/report.schema.json', `${JSON.stringify(reportJsonSchema(), null, 2)}\n`)

run(process.execPath, 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json')

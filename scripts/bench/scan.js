/** The scan of large logs, whole processes, beside ripgrep with the literals of the same signatures. */
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { withProgram } from './made-up-program.js'
import { measured, median } from './measure.js'
import { noiseLine, pseudoRandom } from './noise.js'

const MIB = 2 ** 20
const BLOCK_BYTES = 16 * MIB
const program = 'dist/cli.cjs'
const failure = [
  'An error occurred: CONNECTIVITY_FORBIDDEN_ERROR',
  "Looks like you don't have access to registry 'contoso.azurecr.io'. To see configured firewall rules, run 'az acr show --query networkRuleSet --name contoso'.",
]

export function benchScan() {
  const folder = mkdtempSync(join(tmpdir(), 'acr-explain-bench-'))
  try {
    const literals = join(folder, 'literals.txt')
    const texts = literalTexts()
    writeFileSync(literals, `${texts.join('\n')}\n`)
    const hasRipgrep = spawnSync('rg', ['--version']).status === 0
    console.log(
      `scan: triage of one log with the whole catalog, whole process; ${texts.length} literals for rg -j1 -n -F -f, case not folded`,
    )
    if (!hasRipgrep) console.log('  rg is not installed here: times alone, no ratio')
    const bare = Math.min(...[1, 2, 3].map(() => measured(['-e', '0']).kibibytes))
    for (const [mebibytes, pairs] of [
      [64, 7],
      [256, 5],
      [1024, 3],
    ]) {
      const log = writeLog(join(folder, `${mebibytes}.log`), mebibytes, 10_000)
      for (const jobs of [1, 2]) {
        const runs = Array.from({ length: pairs }, () => ({
          other: hasRipgrep ? ripgrep(literals, log) : null,
          own: scan(program, log, jobs),
        }))
        say(`${mebibytes} MiB, ${jobs} thread${jobs > 1 ? 's' : ''}`, runs, bare)
      }
      if (mebibytes !== 64) rmSync(log)
    }
    const dense = writeLog(join(folder, 'dense.log'), 16, 10)
    say('16 MiB, a hit in ten lines', [{ other: hasRipgrep ? ripgrep(literals, dense) : null, own: scan(program, dense, 1) }], bare)
    benchSignatures(join(folder, '64.log'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Made-up entries have five signatures each. */
function benchSignatures(log) {
  console.log(
    '  64 MiB, 1 thread, seconds of processor time by the number of signatures; and where these are made of the very words of the log:',
  )
  for (const signatures of [100, 300, 3000]) {
    const [apart, alike] = [false, true].map((hasWordsOfNoise) => {
      const runs = withProgram(signatures / 5, (path) => Array.from({ length: 3 }, () => scan(path, log, 1)), hasWordsOfNoise)
      return median(runs.map(({ processorSeconds }) => processorSeconds)).toFixed(2)
    })
    console.log(`    ${String(signatures).padStart(5)}  ${apart} s  ${alike} s`)
  }
}

function scan(path, log, jobs) {
  return measured([path, 'triage', log, '--jobs', String(jobs), '--format', 'json'])
}

function ripgrep(literals, log) {
  const begin = process.hrtime.bigint()
  spawnSync('rg', ['-j1', '-n', '-F', '-f', literals, log], { stdio: 'ignore' })
  return Number(process.hrtime.bigint() - begin) / 1e9
}

function say(what, runs, bare) {
  const own = median(runs.map((run) => run.own.seconds))
  const memory = (Math.max(...runs.map((run) => run.own.kibibytes)) - bare) / 1024
  const ratio = runs.every(({ other }) => other !== null)
    ? `${median(runs.map((run) => run.other / run.own.seconds)).toFixed(2)} x as fast as rg`
    : ''
  console.log(`  ${what.padEnd(28)} ${own.toFixed(2).padStart(6)} s  +${memory.toFixed(0).padStart(3)} MiB  ${ratio}`)
}

/** The longest literal part of each signature, as rg takes it. */
function literalTexts() {
  const entries = readFileSync('dist/catalog/entries.json', 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const longest = entries.flatMap(({ signatures }) =>
    signatures.map(
      ({ text }) =>
        text
          .split(/\{[A-Za-z][A-Za-z0-9]*(?::[A-Za-z]+)?\}/)
          .map((part) => part.trim())
          .sort((a, b) => b.length - a.length)[0],
    ),
  )
  return [...new Set(longest.filter((text) => text.length >= 5))]
}

/** Noise in which every so many lines a failure stands. */
function writeLog(path, mebibytes, every) {
  const next = pseudoRandom(7)
  const lines = []
  for (let length = 0, number = 0; length < Math.min(BLOCK_BYTES, mebibytes * MIB); number++) {
    const stamp = new Date(Date.UTC(2024, 10, 5) + number * 1000).toISOString()
    const line = number % every < failure.length && every > failure.length ? `${stamp} ${failure[number % every]}` : noiseLine(next, stamp)
    lines.push(line)
    length += line.length + 1
  }
  const block = Buffer.from(`${lines.join('\n')}\n`)
  const descriptor = openSync(path, 'w')
  for (let written = 0; written < mebibytes * MIB; written += block.length) writeSync(descriptor, block)
  closeSync(descriptor)
  return path
}

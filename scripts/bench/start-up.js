/** Whole processes against a bare node: the built program on a short log, with catalogs of several sizes. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { medianRatio, peakMemory } from './measure.js'

const log = 'fixtures/bad-forbidden-powershell-utf16/input.txt'
const bare = ['-e', '0']

/** A copy of the program whose catalog holds `count` entries: the first ones, or all and as many made-up ones as are missing. */
function programWith(count, folder) {
  cpSync('dist', folder, { recursive: true })
  const path = join(folder, 'catalog', 'index.json')
  const index = JSON.parse(readFileSync(path, 'utf8'))
  index.entries = resized(index.entries, count)
  writeFileSync(path, JSON.stringify(index))
  return join(folder, 'cli.cjs')
}

/** Made-up entries have the shape of real ones, with literals that no other entry has. */
function resized(entries, count) {
  const checkHealth = entries.filter(({ group }) => group === 'check-health')
  if (count <= entries.length) return [...checkHealth, ...entries.filter((entry) => !checkHealth.includes(entry))].slice(0, count)
  const madeUp = Array.from({ length: count - entries.length }, (_, index) => {
    const model = entries[index % entries.length]
    const signatures = model.signatures.map(({ text, weak }) => ({ text: `${text} variant ${index} of a made-up message`, weak }))
    return { ...model, code: `MADE_UP_${index}`, aliases: [], consequenceOf: [], signatures }
  })
  return [...entries, ...madeUp]
}

export function benchStartUp() {
  const all = JSON.parse(readFileSync('dist/catalog/index.json', 'utf8')).entries.length
  const bareMemory = peakMemory(bare)
  console.log(`explain ${log}, whole process, against node -e 0 (median of 40 pairs; peak memory beyond the bare one's)`)
  for (const count of [20, all, 2000]) {
    const folder = mkdtempSync(join(tmpdir(), 'acr-explain-bench-'))
    try {
      const program = programWith(count, join(folder, 'dist'))
      const ratio = medianRatio([program, log], bare, 40)
      const memory = (peakMemory([program, log]) - bareMemory) / 1024
      console.log(`  ${String(count).padStart(5)} entries  ${ratio.toFixed(2)} x  +${memory.toFixed(1)} MiB`)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  for (const [name, args] of Object.entries({
    'show a code': ['show', 'CONNECTIVITY_DNS_ERROR'],
    'search two words': ['search', 'firewall', '403'],
    '--help': ['--help'],
  })) {
    console.log(`  ${name.padEnd(16)} ${medianRatio(['dist/cli.cjs', ...args], bare, 20).toFixed(2)} x`)
  }
}

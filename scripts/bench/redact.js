/** What `redact` costs beside a copy of the same bytes, and that its memory does not grow with them. */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { usage } from './measure.js'
import { noiseLine, pseudoRandom } from './noise.js'

const bin = new URL('../../dist/cli.cjs', import.meta.url).pathname
const copying = "const fs = require('node:fs'); fs.createReadStream(process.argv[1]).pipe(fs.createWriteStream(process.argv[2]))"

export function benchRedact() {
  const folder = mkdtempSync(join(tmpdir(), 'acr-explain-'))
  console.log('redact, beside node copying the same bytes')
  try {
    for (const megabytes of [20, 200]) sayCostOf(megabytes, join(folder, 'a.log'), join(folder, 'b.log'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function sayCostOf(megabytes, file, output) {
  writeLog(file, megabytes * 1e6)
  const copy = usage(['-e', copying, file, output])
  const own = usage([bin, 'redact', file, '--output', output])
  const perMegabyte = own.processor / 1000 / megabytes
  const memory = (own.memory - copy.memory) / 1024
  console.log(
    `  ${`${megabytes} MB`.padEnd(8)} ${(own.processor / copy.processor).toFixed(0)} x processor (${perMegabyte.toFixed(0)} ms/MB here)  +${memory.toFixed(0)} MiB`,
  )
}

/** Lines of services, with addresses in them, and now and then one of a registry. */
function writeLog(file, bytes) {
  const next = pseudoRandom(7)
  const log = openSync(file, 'w')
  for (let written = 0, at = 0; written < bytes; at++) {
    const line = at % 500 === 0 ? `docker login contoso${at}.azurecr.io -u alice -p Pa55-${at}-word` : noiseLine(next, timeOf(at))
    written += writeSync(log, `${line}\n`)
  }
  closeSync(log)
}

function timeOf(second) {
  return new Date(1.7e12 + second * 1000).toISOString()
}

/** Whole processes against a bare node: the built program on a short log, with catalogs of several sizes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { golden, withProgram } from './made-up-program.js'
import { cost, sayCost } from './measure.js'

const realLog = 'fixtures/bad-two-registries/input.txt'

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

/** `npm run bench [-- PART…]`: what the program costs, as ratios to something run beside it. */
import process from 'node:process'
import { benchGrowth } from './bench/growth.js'
import { benchHostile } from './bench/hostile.js'
import { benchPage } from './bench/page.js'
import { benchRedact } from './bench/redact.js'
import { benchScan } from './bench/scan.js'
import { benchSearch } from './bench/search.js'
import { benchStartUp } from './bench/start-up.js'
import { benchTriage } from './bench/triage.js'

const parts = {
  ...{ 'start-up': benchStartUp, growth: benchGrowth, scan: benchScan, triage: benchTriage },
  ...{ search: benchSearch, page: benchPage, redact: benchRedact, hostile: benchHostile },
}

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(parts)
const unknown = wanted.find((name) => !(name in parts))
if (unknown !== undefined) throw new Error(`no part ${unknown}; there are ${Object.keys(parts).join(', ')}`)
for (const name of wanted) await parts[name]()

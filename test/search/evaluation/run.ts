/** `npm run eval`: prints the tables; `--misses` lists what went wrong, `--write` puts the tables into docs/search.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import { openCatalogFiles } from '../../../src/cli/catalog-files.js'
import { withTables } from './docs-page.js'
import type { KnownQuery } from './measure-way.js'
import { evaluationTables, missesOf } from './tables.js'

const PAGE = 'docs/search.md'
const queries = JSON.parse(readFileSync('test/search/queries.json', 'utf8')) as KnownQuery[]
const catalog = openCatalogFiles('dist/catalog')

if (process.argv.includes('--misses')) {
  console.log(missesOf(queries, catalog).join('\n\n'))
} else {
  const tables = evaluationTables(queries, catalog)
  console.log(tables)
  if (process.argv.includes('--write')) writeFileSync(PAGE, withTables(readFileSync(PAGE, 'utf8'), tables))
}

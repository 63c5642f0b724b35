/** What search costs: its first answer in a process, and each key press while somebody types, with few and with many entries. */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { withProgram } from './made-up-program.js'
import { cost, sayCost } from './measure.js'

const MANY = 2000
const LONGEST_TYPED = 30

/** Needs what `npm run build` leaves in dist/ and .cache/. */
export async function benchSearch() {
  console.log('search: whole processes against node -e 0, then milliseconds of a key press')
  for (const count of [20, 100]) {
    sayCost(
      `search two words, ${count} made-up entries`,
      withProgram(count, (program) => cost([program, 'search', 'disk', 'full'], 25)),
    )
  }
  sayCost('search two words, the real entries', cost(['dist/cli.cjs', 'search', 'firewall', '403'], 25))
  sayCost('search a misspelt word', cost(['dist/cli.cjs', 'search', 'certficate'], 25))
  const core = await searchCore()
  sayKeyPresses('the real entries', core, core.openCatalogFiles('dist/catalog'))
  sayKeyPresses(`${MANY} entries, the real ones again and again`, core, manyEntries(core))
}

async function searchCore() {
  const bundle = await rolldown({
    input: ['src/search/search-catalog.ts', 'src/cli/catalog-files.ts', 'src/catalog/open-catalog.ts'],
    platform: 'node',
  })
  await bundle.write({ dir: '.cache/bench', format: 'esm' })
  const load = (name) => import(pathToFileURL(`.cache/bench/${name}.js`).href)
  const modules = await Promise.all(['search-catalog', 'catalog-files', 'open-catalog'].map(load))
  return Object.assign({}, ...modules)
}

/** Entries as wordy as the real ones, and as alike as they could be. */
function manyEntries({ openCatalogFiles, openCatalog }) {
  const real = openCatalogFiles('dist/catalog')
  const models = Array.from({ length: MANY }, (_, at) => real.codes[at % real.codes.length])
  const modelOf = new Map(models.map((model, at) => [`${model}_${at}`, model]))
  return openCatalog({
    digest: '',
    codes: [...modelOf.keys()].sort(),
    aliases: [],
    inferable: [],
    signatures: null,
    readSearchIndex: () => null,
    readEntry: (code) => JSON.stringify({ ...real.entry(modelOf.get(code)), code, aliases: [] }),
    readWords: (code, locale) => JSON.stringify(real.words(modelOf.get(code), locale)),
  })
}

/** As the finder asks: the whole field again after each letter, for as many results as a screen has room for. */
function sayKeyPresses(name, { searchCatalog }, catalog) {
  const queries = JSON.parse(readFileSync('test/search/queries.json', 'utf8')).filter(({ kind }) => kind !== 'pasted')
  searchCatalog('index', catalog)
  const times = queries.flatMap(({ query }) => {
    const letters = [...query].slice(0, LONGEST_TYPED)
    return letters.map((_, at) => {
      const begin = performance.now()
      searchCatalog(letters.slice(0, at + 1).join(''), catalog, { isTyping: true, limit: 20 })
      return performance.now() - begin
    })
  })
  times.sort((one, other) => one - other)
  const share = (part) => times[Math.floor(part * (times.length - 1))].toFixed(1)
  console.log(`  ${name.padEnd(40)} median ${share(0.5)}, p99 ${share(0.99)}, slowest ${share(1)} of ${times.length}`)
}

/** `node main.js [kb] [dist/catalog]`: compiles the catalog for the build, or says every mistake in it and fails. */
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { Catalog } from '../catalog/entry.js'
import { planFromEntries } from '../large-input.js'
import { vocabulary } from '../log/vocabulary.js'
import { compileSignatures } from '../match/compiled-signatures.js'
import { compilePlan } from '../scan/compiled-plan.js'
import { compileSearchIndex } from '../search/build-index.js'
import { compileCatalog } from './compile-catalog.js'
import { explainTextWith } from './explain-text.js'
import { type Fault, formatFault } from './fault.js'
import { openCompiled } from './open-compiled.js'
import { readPages, sha256 } from './pages-on-disk.js'
import { type ExplainText, runExamples } from './run-examples.js'
import { serializeCatalog } from './serialize-catalog.js'

/**
 * Compiles the pages of a folder, runs their examples, and writes the compiled files where nothing is wrong.
 *
 * @param explainWith the pipeline that the examples run through
 * @returns every fault; where there is one, nothing is written. Examples run only over a catalog without other faults.
 */
function buildCatalog(kbFolder: string, outputFolder: string, explainWith: (catalog: Catalog) => ExplainText): readonly Fault[] {
  const root = kbFolder.replace(/[/\\]+$/, '')
  const { catalog, faults, examples } = compileCatalog(readPages(root), { root, translations: 'required' })
  if (!catalog) return faults
  const { digest, files } = serializeCatalog(catalog, sha256)
  const exampleFaults = runExamples(examples, explainWith(openCompiled(catalog, digest)))
  if (exampleFaults.length > 0) return exampleFaults
  mkdirSync(outputFolder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(outputFolder, name), text)
  const compiled = openCompiled(catalog, digest)
  writeFileSync(join(outputFolder, 'signatures.bin'), compileSignatures(compiled, vocabulary))
  writeFileSync(join(outputFolder, 'search.bin'), compileSearchIndex(compiled))
  writeFileSync(join(outputFolder, 'scan.bin'), compilePlan(planFromEntries(compiled)))
  return []
}

/** @returns the exit code: 1 where the catalog has a fault. */
export function runBuild([kbFolder = 'kb', outputFolder = 'dist/catalog']: readonly string[], explainWith = explainTextWith): 0 | 1 {
  const faults = buildCatalog(kbFolder, outputFolder, explainWith)
  for (const fault of faults) process.stderr.write(`${formatFault(fault)}\n`)
  return faults.length > 0 ? 1 : 0
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename)
  process.exitCode = runBuild(process.argv.slice(2))

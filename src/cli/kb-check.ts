import { overlayCatalog } from '../catalog/overlay-catalog.js'
import { compileCatalog } from '../compile/compile-catalog.js'
import { explainTextWith } from '../compile/explain-text.js'
import { openCompiled } from '../compile/open-compiled.js'
import { readPages } from '../compile/pages-on-disk.js'
import { runExamples } from '../compile/run-examples.js'
import { openCatalog } from './catalog.js'
import type { CommandCall } from './command.js'
import type { Outcome } from './exit-code.js'
import { checkedFolder, faultyPages } from './overlay-pages.js'
import { printable } from './printable.js'
import { writeStdout } from './streams.js'
import { UsageError } from './usage-error.js'

/** `kb check [folder]`: every mistake in a folder of pages, examples run over the built-in catalog with these pages laid over it. */
export async function checkPages({ operands: [folder = 'kb', ...rest], messages }: CommandCall): Promise<Outcome> {
  if (rest[0] !== undefined) throw new UsageError(messages.operandsNotTaken('kb check', printable(rest[0])))
  const root = checkedFolder(folder, messages)
  const builtIn = await openCatalog([], messages)
  const { catalog, faults, examples } = compileCatalog(readPages(root), { root, translations: 'optional', base: builtIn.entries })
  if (catalog === null) throw faultyPages(faults)
  const whole = overlayCatalog(builtIn, openCompiled(catalog, '', printable(root)), '')
  const exampleFaults = runExamples(examples, explainTextWith(whole))
  if (exampleFaults.length > 0) throw faultyPages(exampleFaults)
  const untranslated = catalog.entries.filter(({ code }) => !catalog.words['zh-CN'].has(code)).length
  writeStdout(`${messages.catalogIsFine(printable(root), catalog.entries.length, untranslated)}\n`)
  return { kind: 'done' }
}

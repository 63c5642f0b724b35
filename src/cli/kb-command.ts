import { overlayCatalog } from '../catalog/overlay-catalog.js'
import { compileCatalog } from '../compile/compile-catalog.js'
import { explainTextWith } from '../compile/explain-text.js'
import { type Fault, formatFault } from '../compile/fault.js'
import { openCompiled } from '../compile/open-compiled.js'
import { readPages } from '../compile/pages-on-disk.js'
import { runExamples } from '../compile/run-examples.js'
import { openCatalog } from './catalog.js'
import type { CommandCall } from './command.js'
import type { Outcome } from './exit-code.js'
import { checkedFolder } from './overlay-pages.js'
import { printable } from './printable.js'
import { writeStderr, writeStdout } from './streams.js'
import { UsageError } from './usage-error.js'

/** `kb check [folder]`: every mistake in a folder of pages, examples run over the built-in catalog with these pages laid over it. */
export async function runKb({ operands: [subcommand, folder = 'kb', ...rest], messages }: CommandCall): Promise<Outcome> {
  if (subcommand !== 'check') throw new UsageError(messages.unknownSubcommand(printable(subcommand ?? '')))
  if (rest[0] !== undefined) throw new UsageError(messages.operandsNotTaken('kb check', printable(rest[0])))
  const root = checkedFolder(folder, messages)
  const builtIn = await openCatalog([], messages)
  const { catalog, faults, examples } = compileCatalog(readPages(root), { root, translations: 'optional', base: builtIn.entries })
  if (catalog === null) return tell(faults)
  const whole = overlayCatalog(builtIn, openCompiled(catalog, '', printable(root)), '')
  const exampleFaults = runExamples(examples, explainTextWith(whole))
  if (exampleFaults.length > 0) return tell(exampleFaults)
  const untranslated = catalog.entries.filter(({ code }) => !catalog.words['zh-CN'].has(code)).length
  writeStdout(`${messages.catalogIsFine(printable(root), catalog.entries.length, untranslated)}\n`)
  return { kind: 'done' }
}

function tell(faults: readonly Fault[]): Outcome {
  writeStderr(faults.map((fault) => printable(formatFault(fault))).join('\n'))
  return { kind: 'unusable' }
}

import { exportRules } from '../export/export-rules.js'
import { exporters } from '../export/index.js'
import { openCatalog } from './catalog.js'
import type { CommandCall } from './command.js'
import type { Outcome } from './exit-code.js'
import { printable } from './printable.js'
import { writeStderr } from './streams.js'
import { UsageError } from './usage-error.js'
import { writeTargets } from './write-output.js'

/** `kb export --to ENGINE`: the signatures in the language of an engine that has the logs already; own pages with `--kb`. */
export async function exportCatalog({ operands, settings, messages }: CommandCall): Promise<Outcome> {
  if (operands[0] !== undefined) throw new UsageError(messages.operandsNotTaken('kb export', printable(operands[0])))
  const names = exporters.map(({ name }) => name)
  if (settings.exportTo === null) throw new UsageError(messages.exportNeedsEngine(names))
  const exporter = exporters.find(({ name }) => name === settings.exportTo)
  if (exporter === undefined) throw new UsageError(messages.notAChoice('--to', printable(settings.exportTo), names))
  const catalog = await openCatalog(settings.kbPaths, messages)
  const header = messages.exportHeader(catalog.entries.length, catalog.digest)
  await writeTargets(settings, messages, () => exporter.write(exportRules(catalog, settings.locale), header))
  if (exporter.name === 'ripgrep') for (const line of header) writeStderr(line)
  return { kind: 'done' }
}

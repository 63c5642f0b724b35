import { openCatalog } from './catalog.js'
import type { CommandCall } from './command.js'
import type { Outcome } from './exit-code.js'
import { redactAndWrite } from './redact-and-write.js'
import { openSavedReport, reworded } from './saved-report.js'
import { UsageError } from './usage-error.js'

/** `render <report>`: a saved report in other formats, or in another language. */
export async function runRender({ operands, settings, messages }: CommandCall): Promise<Outcome> {
  const [operand, ...others] = operands
  if (operand === undefined) throw new UsageError(messages.noOperands('render', 'acr-explain render report.json --format html'))
  if (others.length > 0) throw new UsageError(messages.oneReport(operands.length))
  const catalog = await openCatalog(settings.kbPaths, messages)
  const saved = await openSavedReport(operand, settings, messages)
  await redactAndWrite(reworded(saved, catalog, settings, messages), catalog, settings, messages)
  return { kind: 'done' }
}

import { explainAll } from '../explain.js'
import { version } from '../version.js'
import { openCatalog } from './catalog.js'
import type { CommandCall } from './command.js'
import type { Outcome } from './exit-code.js'
import { readInputs } from './read-inputs.js'
import { writeReport } from './write-report.js'

/** `explain [files…]`: one report over all inputs that could be read. */
export async function runExplain({ operands, settings, messages }: CommandCall): Promise<Outcome> {
  const catalog = await openCatalog(settings.kbPaths, messages)
  const { inputs, unusable } = await readInputs(operands, settings, messages)
  if (inputs.length === 0) return { kind: 'unusable' }
  const redaction = settings.redact ? (await import('./redaction.js')).openRedaction(catalog, settings, messages) : undefined
  const report = explainAll(inputs, { catalog, locale: settings.locale, version, ...(redaction && { redaction }) })
  redaction?.saveMap()
  await writeReport(report, settings, messages, redaction?.checked)
  return { kind: 'report', report, failOn: settings.failOn, unusableInputs: unusable }
}

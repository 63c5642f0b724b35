import { explainAll } from '../explain.js'
import { renderers } from '../render/index.js'
import { version } from '../version.js'
import { openCatalog } from './catalog.js'
import type { CommandCall } from './command.js'
import type { Outcome } from './exit-code.js'
import { readInputs } from './read-inputs.js'
import { writeTargets } from './write-output.js'

/** `explain [files…]`: one report over all inputs that could be read. */
export async function runExplain({ operands, settings, messages }: CommandCall): Promise<Outcome> {
  const catalog = await openCatalog(settings.kbFolders, messages)
  const { inputs, unusable } = await readInputs(operands, settings, messages)
  if (inputs.length === 0) return { kind: 'unusable' }
  const redaction = settings.redact ? (await import('./redaction.js')).openRedaction(catalog, settings, messages) : undefined
  const report = explainAll(inputs, { catalog, locale: settings.locale, version, ...(redaction && { redaction }) })
  redaction?.saveMap()
  writeTargets(settings, messages, (format, layout) => {
    const renderer = renderers.find((candidate) => candidate.name === format)
    if (renderer === undefined) throw new Error(`no renderer for ${format}`)
    const text = renderer.render(report, layout)
    return redaction ? redaction.checked(text) : text
  })
  return { kind: 'report', report, failOn: settings.failOn, unusableInputs: unusable }
}

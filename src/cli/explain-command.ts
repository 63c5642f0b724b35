import { fstatSync, statSync } from 'node:fs'
import { explainAll } from '../explain.js'
import { version } from '../version.js'
import { openCatalog } from './catalog.js'
import type { CommandCall } from './command.js'
import type { Outcome } from './exit-code.js'
import { isPacked } from './inputs/detect-format.js'
import type { Pipe } from './pipe.js'
import { MOST_BYTES_READ_WHOLE, readInputs } from './read-inputs.js'
import { writeReport } from './write-report.js'

/** `explain [files…]`: one report over all inputs that could be read. */
export async function runExplain(call: CommandCall): Promise<Outcome> {
  const { operands, settings, messages } = call
  const paths = operands.length > 0 ? operands : ['-']
  if (bytesIn(paths) > MOST_BYTES_READ_WHOLE) return sumUp({ ...call, operands: paths })
  const catalog = await openCatalog(settings.kbPaths, messages)
  const { inputs, unusable, isLarge, readable, begun } = await readInputs(paths, settings, messages)
  if (isLarge || inputs.some(({ bytes }) => isPacked(bytes)))
    return alsoUnusable(await sumUp({ ...call, operands: readable }, begun), unusable)
  if (inputs.length === 0) return { kind: 'unusable' }
  const redaction = settings.redact ? (await import('./redaction.js')).openRedaction(catalog, settings, messages) : undefined
  const report = explainAll(inputs, { catalog, locale: settings.locale, version, ...(redaction && { redaction }) })
  redaction?.saveMap()
  await writeReport(report, settings, messages, redaction?.checked)
  return { kind: 'report', report, failOn: settings.failOn, unusableInputs: unusable }
}

async function sumUp(call: CommandCall, begun?: ReadonlyMap<string, Pipe>): Promise<Outcome> {
  return (await import('./triage-command.js')).runTriage(call, begun)
}

function alsoUnusable(outcome: Outcome, count: number): Outcome {
  return outcome.kind === 'report' ? { ...outcome, unusableInputs: outcome.unusableInputs + count } : outcome
}

function bytesIn(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + byteLengthOf(path), 0)
}

/** 0 for what is no file, or cannot be looked at: that is said when it is read. */
function byteLengthOf(path: string): number {
  try {
    const found = path === '-' ? fstatSync(0) : statSync(path)
    return found.isFile() ? found.size : 0
  } catch {
    return 0
  }
}

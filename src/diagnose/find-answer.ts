import type { CatalogEntry } from '../catalog/entry.js'
import type { Answer } from '../log/answers.js'
import { cloudOf } from '../log/environment.js'
import { countFirst } from '../text/ascending.js'
import type { DiagnosedRun } from './diagnosis.js'

const registryChecks = new Set(['challenge-endpoint', 'refresh-token', 'access-token'])

/**
 * The answer that made the Azure CLI print an error: the last one before it, from the registry for what the registry refuses, a
 * refusal by Azure Resource Manager for what is managed there; undefined where the log was not taken with `--debug`.
 *
 * @param line of the error, 1-based
 */
export function answerBefore(entry: CatalogEntry, run: DiagnosedRun | undefined, line: number): Answer | undefined {
  const last = run && lastBefore(run.answers, line)
  if (!last) return undefined
  if (entry.check && registryChecks.has(entry.check)) return cloudOf(last.host) ? last : undefined
  return entry.layer === 'management' && last.host.startsWith('management.') && Number(last.status) >= 400 ? last : undefined
}

function lastBefore(answers: readonly Answer[], line: number): Answer | undefined {
  return answers[countFirst(answers.length, (place) => (answers[place] as Answer).line < line) - 1]
}

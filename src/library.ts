/** The flow with the catalog that ships: what a program that imports the package calls. */
import { builtInCatalog } from './catalog/built-in-catalog.js'
import * as flow from './explain.js'
import type { Report } from './report/report.js'
import { withGuess } from './text/guess-encoding.js'
import { version } from './version.js'

/** As for the flow itself; the built-in catalog unless another is given. */
export type ExplainOptions = Partial<flow.ExplainOptions>

/** Also the input's name, and the encoding of bytes that do not say it. */
export type InputOptions = ExplainOptions & Partial<Omit<flow.NamedInput, 'bytes'>>

/**
 * Explains one log.
 *
 * @param input any bytes, or a text; nothing is thrown for what they hold
 */
export function explain(input: Uint8Array | string, options: InputOptions = {}): Report {
  const { readAs } = input instanceof Uint8Array ? withGuess({ bytes: input, readAs: options.readAs }) : options
  return flow.explain(input, { catalog: builtInCatalog, version, ...options, readAs })
}

/** Explains several logs in one report: findings are grouped over all of them. */
export function explainAll(inputs: readonly flow.NamedInput[], options: ExplainOptions = {}): Report {
  return flow.explainAll(inputs.map(withGuess), { catalog: builtInCatalog, version, ...options })
}

/** `--redact`: nothing private is written, and what is about to be written is looked through once more. */
import type { Catalog } from '../catalog/entry.js'
import { createRedactor, type Redactor } from '../redact/redactor.js'
import { type Redaction, redactionBy } from '../report/redact-report.js'
import { unhiddenWords } from '../report/unhidden-words.js'
import type { Messages } from './messages.js'
import { readRedactMap, writeRedactMap } from './redact-map.js'
import type { Settings } from './settings.js'

export interface CallRedaction extends Redaction {
  readonly redactor: Redactor
  /** Writes the map where one is wanted: after the last text was redacted, before the first is written. */
  saveMap(): void
  /**
   * The text, if it may be given away.
   *
   * @throws LeftoverError
   */
  checked(text: string): string
}

/** A private value was about to be written; its kind is told, and never what it is. */
export class LeftoverError extends Error {}

export function openRedaction(catalog: Catalog, settings: Pick<Settings, 'redactMap'>, messages: Messages): CallRedaction {
  const { redactMap } = settings
  const map = redactMap === null ? null : readRedactMap(redactMap, messages)
  const redactor = createRedactor({ keptWords: unhiddenWords(catalog), known: map?.values ?? [] })
  return {
    ...redactionBy(redactor, map?.id ?? null),
    redactor,
    saveMap() {
      if (redactMap !== null && map !== null) writeRedactMap(redactMap, { id: map.id, values: redactor.replaced }, messages)
    },
    checked(text) {
      const [left] = redactor.leftIn(text)
      if (left !== undefined) throw new LeftoverError(messages.privateValueLeft(left.placeholder))
      return text
    },
  }
}

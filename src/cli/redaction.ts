/** `--redact`: nothing private is written, and what is about to be written is looked through once more. */
import type { Catalog } from '../catalog/entry.js'
import { vocabulary } from '../log/vocabulary.js'
import { keptWordsOf, wordsIn } from '../redact/kept-words.js'
import { createRedactor, type Redactor } from '../redact/redactor.js'
import { type Redaction, redactionBy } from '../report/redact-report.js'
import { wordsFor } from '../report/words.js'
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
  const redactor = createRedactor({ keptWords: keptWords(catalog), known: map?.values ?? [] })
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

/** What the catalog looks for, and the words that a report is written in. */
function keptWords(catalog: Catalog): Set<string> {
  const sayings = vocabulary.map(({ says }) => says)
  const ownWords = (['en', 'zh-CN'] as const).flatMap((locale) => wordsIn(JSON.stringify(wordsFor(locale)))).concat(fieldNames)
  return new Set([...keptWordsOf(catalog, sayings), ...ownWords])
}

/** Names of fields and values in the formats for programs. */
const fieldNames =
  'schemaversion digest entries locale verdict healthy warnings failing inconclusive summary advice inputs bytes lines encoding problem kind environment checks status passed failed skipped because findings severity warning error role cause consequence consequenceof independent state cleared count facts evidence meaning causes likelihood confirmed likely possible ruled remedies commands blockedchecks decide command reading links accounting total routine noise unexplained blank unreadable template redaction firstseen lastseen groups hosts episodes episodecount traits timeline minutes starts value inputcount score unlisted folder host engine'.split(
    ' ',
  )

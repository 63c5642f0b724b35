/** Words that a redaction leaves alone: what a report says of itself, and what logs are read by. */
import type { Catalog } from '../catalog/entry.js'
import { vocabulary } from '../log/vocabulary.js'
import { keptWordsOf, wordsIn } from '../redact/kept-words.js'
import { wordsFor } from './words.js'

/** What the catalog looks for, and the words that a report is written in; in lower case. */
export function unhiddenWords(catalog: Catalog): Set<string> {
  const sayings = vocabulary.map(({ says }) => says)
  const ownWords = (['en', 'zh-CN'] as const).flatMap((locale) => wordsIn(JSON.stringify(wordsFor(locale)))).concat(fieldNames)
  return new Set([...keptWordsOf(catalog, sayings), ...ownWords])
}

/** Names of fields and values in the formats for programs. */
const fieldNames =
  'schemaversion digest entries locale verdict healthy warnings failing inconclusive summary advice inputs bytes lines encoding problem kind environment checks status passed failed skipped because findings severity warning error role cause consequence consequenceof independent state cleared count facts evidence meaning causes likelihood confirmed likely possible ruled remedies commands blockedchecks decide command reading links accounting total routine noise unexplained blank unreadable template redaction firstseen lastseen groups hosts episodes episodecount goesonin traits timeline minutes starts value inputcount score unlisted folder host engine'.split(
    ' ',
  )

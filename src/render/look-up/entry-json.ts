import { type Prose, toCommonMark } from '../../catalog/prose.js'
import type { EntryDescription } from '../../report/describe-entry.js'

/** An entry as data, its prose as CommonMark. */
export function toJsonEntry(entry: EntryDescription<Prose>): EntryDescription<string> {
  return {
    ...entry,
    meaning: toCommonMark(entry.meaning),
    causes: entry.causes.map((cause) => ({ ...cause, text: toCommonMark(cause.text) })),
    remedies: entry.remedies.map((remedy) => ({ ...remedy, text: toCommonMark(remedy.text) })),
    decide: entry.decide && { ...entry.decide, reading: toCommonMark(entry.decide.reading) },
  }
}

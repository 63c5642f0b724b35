/** Redaction in the page: the same placeholders as on the command line, and the same second look at what is given away. */
import type { Catalog } from '../../catalog/entry.js'
import { createRedactor } from '../../redact/redactor.js'
import { type Redaction, redactionBy } from '../../report/redact-report.js'
import { unhiddenWords } from '../../report/unhidden-words.js'

export interface Hiding extends Redaction {
  /** A file's name with placeholders. */
  hideName(name: string): string
  /**
   * A text that may be shown.
   *
   * @throws Error where a private value was left in it; the message tells its placeholder alone
   */
  checked(text: string): string
}

export function startHiding(catalog: Catalog): Hiding {
  const redactor = createRedactor({ keptWords: unhiddenWords(catalog) })
  return {
    ...redactionBy(redactor),
    hideName(name) {
      redactor.learn(name)
      return redactor.hide(name)
    },
    checked(text) {
      const [left] = redactor.leftIn(text)
      if (left !== undefined) throw new Error(`${left.placeholder} was not replaced everywhere`)
      return text
    },
  }
}

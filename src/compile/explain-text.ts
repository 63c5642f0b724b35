import type { Catalog } from '../catalog/entry.js'
import { explain } from '../explain.js'
import type { ExplainText } from './run-examples.js'

/** The program's own pipeline, for running examples through it. */
export function explainTextWith(catalog: Catalog): ExplainText {
  return (text) => {
    const { findings, unexplained } = explain(text, { catalog })
    return { codes: findings.map(({ code }) => code), unexplained: unexplained.map((line) => line.text) }
  }
}

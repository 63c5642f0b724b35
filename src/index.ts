/**
 * The library: `explain(bytes)` gives a report. It touches no file, process or terminal, and runs in a browser unchanged.
 *
 *     import { explain } from 'acr-explain'
 *     const report = explain(log)
 */
export { builtInCatalog } from './catalog/built-in-catalog.js'
export type { Catalog, CatalogEntry, EntryWords, Locale } from './catalog/entry.js'
export type { Inline, Paragraph, Prose } from './catalog/prose.js'
export { toCommonMark, toPlainText } from './catalog/prose.js'
export type { NamedInput } from './explain.js'
export { type ExplainOptions, explain, explainAll } from './library.js'
export { renderers } from './render/index.js'
export { toJsonReport } from './render/json.js'
export type { Layout, Renderer } from './render/renderer.js'
export type { JsonReport, Report } from './report/report.js'

/**
 * Every format of a report. To add one, write its file and add its line here: `--format`, help and the tests read this
 * list. What is not for a terminal is loaded when it is wanted.
 */
import { jsonRenderer } from './json.js'
import { markdownRenderer } from './markdown.js'
import type { Renderer } from './renderer.js'
import { textRenderer } from './text.js'

/** The default first. */
export const renderers: readonly Renderer[] = [
  textRenderer,
  jsonRenderer,
  markdownRenderer,
  { name: 'html', render: async (report) => (await import('./html/html-report.js')).renderHtml(report) },
  { name: 'ndjson', render: async (report) => (await import('./ndjson.js')).renderNdjson(report) },
  { name: 'csv', render: async (report) => (await import('./csv.js')).renderCsv(report) },
  { name: 'github', render: async (report) => (await import('./github.js')).renderGithub(report) },
  { name: 'azure-pipelines', render: async (report) => (await import('./azure-pipelines.js')).renderAzurePipelines(report) },
]

/** Every format of a difference; the default first. */
import type { DifferenceReport } from '../../diff/report-difference.js'
import type { Layout } from '../renderer.js'
import { renderDifferenceJson } from './difference-json.js'
import { renderDifferenceMarkdown } from './difference-markdown.js'
import { renderDifferenceText } from './difference-text.js'

export type DifferenceFormat = 'text' | 'json' | 'markdown' | 'html'

const render: Readonly<Record<DifferenceFormat, (difference: DifferenceReport, layout: Layout) => string | Promise<string>>> = {
  text: renderDifferenceText,
  json: renderDifferenceJson,
  markdown: renderDifferenceMarkdown,
  html: async (difference) => (await import('./difference-html.js')).renderDifferenceHtml(difference),
}

export function renderDifference(difference: DifferenceReport, format: string, layout: Layout): string | Promise<string> {
  return render[format as DifferenceFormat](difference, layout)
}

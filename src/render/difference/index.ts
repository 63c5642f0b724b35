/** Every format of a difference; the default first. */
import type { DifferenceReport } from '../../diff/report-difference.js'
import type { Layout } from '../renderer.js'
import { renderDifferenceJson } from './difference-json.js'
import { renderDifferenceMarkdown } from './difference-markdown.js'
import { renderDifferenceText } from './difference-text.js'

export const differenceFormats = ['text', 'json', 'markdown'] as const
export type DifferenceFormat = (typeof differenceFormats)[number]

const render: Readonly<Record<DifferenceFormat, (difference: DifferenceReport, layout: Layout) => string>> = {
  text: renderDifferenceText,
  json: renderDifferenceJson,
  markdown: renderDifferenceMarkdown,
}

export function renderDifference(difference: DifferenceReport, format: string, layout: Layout): string {
  return render[format as DifferenceFormat](difference, layout)
}

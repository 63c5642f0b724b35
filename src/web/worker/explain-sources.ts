/** The work behind the page: sources are read and explained by the same core as on the command line. */
import { builtInCatalog } from '../../catalog/built-in-catalog.js'
import type { Locale } from '../../catalog/entry.js'
import type { InputLog } from '../../diagnose/diagnosis.js'
import { explainLogs, readLogs } from '../../explain.js'
import { renderers } from '../../render/index.js'
import { quoteLine } from '../../report/quote-line.js'
import type { Report } from '../../report/report.js'
import { lineText } from '../../text/read-text.js'
import { version } from '../../version.js'
import { boundReport } from './bound-report.js'
import type { Calls, Explained, Progress, Source, Stretch } from './calls.js'
import { excerptOf } from './excerpt.js'

/** What was read last. */
export interface Kept {
  readonly logs: readonly InputLog[]
  readonly report: Report
}

export async function readSources(sources: readonly Source[], onProgress: (progress: Progress) => void): Promise<InputLog[]> {
  const logs: InputLog[] = []
  const total = sources.reduce((sum, { content }) => sum + sizeOf(content), 0)
  let done = 0
  for (const { name, content } of sources) {
    onProgress({ step: 'reading', share: done / total })
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(await content.arrayBuffer())
    onProgress({ step: 'explaining', share: done / total })
    logs.push(...readLogs([{ name, bytes }], builtInCatalog))
    done += sizeOf(content)
  }
  return logs
}

function sizeOf(content: string | Blob): number {
  return typeof content === 'string' ? content.length : content.size
}

export function keep(logs: readonly InputLog[], locale: Locale): Kept {
  return { logs, report: explainLogs(logs, { catalog: builtInCatalog, locale, version }) }
}

export function toExplained({ logs, report: whole }: Kept): Explained {
  const { report, omitted } = boundReport(whole)
  const marked = markedLines(report)
  const excerpts = logs.map((log, input) =>
    excerptOf(log.source.lineStarts.length, marked[input] ?? []).map(([first, last]) => stretchOf(log, first, last)),
  )
  return { report, omitted, excerpts }
}

/** The lines that a report speaks of, by input. */
function markedLines({ inputs, runs, findings, unexplained }: Report): number[][] {
  const lines: number[][] = inputs.map(() => [])
  for (const { input, line } of [...findings.flatMap(({ evidence }) => evidence), ...unexplained]) lines[input]?.push(line)
  for (const { input, checks } of runs) for (const { line } of checks) if (line !== null) lines[input]?.push(line)
  return lines
}

/** At most this many lines are given at once. */
const MOST_LINES = 2000

export function linesOf({ logs }: Kept, { input, first, last }: Calls['lines']['request']): Stretch {
  const log = logs[input]
  return log ? stretchOf(log, first, Math.min(last, first + MOST_LINES - 1)) : { first, lines: [] }
}

function stretchOf({ source }: InputLog, first: number, last: number): Stretch {
  const end = Math.min(last, source.lineStarts.length)
  return { first, lines: Array.from({ length: Math.max(0, end - first + 1) }, (_, at) => quoteLine(lineText(source, first - 1 + at))) }
}

export function render({ report }: Kept, format: string): string {
  const renderer = renderers.find(({ name }) => name === format)
  if (!renderer) throw new Error(`no format ${format}`)
  return renderer.render(report, { width: 80, colour: false, unicode: true })
}

/** The work behind the page: sources are read and explained by the same core as on the command line. */
import { builtInCatalog } from '../../catalog/built-in-catalog.js'
import type { Locale } from '../../catalog/entry.js'
import type { InputLog } from '../../diagnose/diagnosis.js'
import { compareReports } from '../../diff/compare-reports.js'
import { explainLogs, readLogs } from '../../explain.js'
import { renderers } from '../../render/index.js'
import { quoteLine } from '../../report/quote-line.js'
import type { Report } from '../../report/report.js'
import { lineText } from '../../text/read-text.js'
import { version } from '../../version.js'
import { boundReport } from './bound-report.js'
import type { Calls, Compared, Explained, Progress, Source, Stretch, Unread } from './calls.js'
import { excerptOf } from './excerpt.js'
import { type Opened, openArchive } from './open-archive.js'

/** What was read last. */
export interface Kept {
  readonly logs: readonly InputLog[]
  readonly unread: readonly Unread[]
  readonly report: Report
}

/** Reads the sources one after the other; a file that cannot be read is named, and the others are read all the same. */
export async function readSources(sources: readonly Source[], onProgress: (progress: Progress) => void): Promise<Omit<Kept, 'report'>> {
  const logs: InputLog[] = []
  const unread: Unread[] = []
  const total = sources.reduce((sum, { content }) => sum + sizeOf(content), 0)
  let done = 0
  for (const source of sources) {
    onProgress({ step: 'reading', share: done / total })
    const opened = await openSource(source)
    unread.push(...opened.unread)
    const size = sizeOf(source.content)
    opened.inputs.forEach((input, at) => {
      const share = opened.inputs.length + sources.length > 2 ? (done + (size * at) / opened.inputs.length) / total : null
      onProgress({ step: 'explaining', share })
      logs.push(...readLogs([input], builtInCatalog))
    })
    done += size
  }
  return { logs, unread }
}

async function openSource({ name, content }: Source): Promise<Opened> {
  if (typeof content === 'string') return { inputs: [{ name, bytes: new TextEncoder().encode(content) }], unread: [] }
  try {
    return openArchive({ name, bytes: new Uint8Array(await content.arrayBuffer()) })
  } catch {
    // A folder, a file that has gone, or one larger than the browser can hold.
    return { inputs: [], unread: [{ name, reason: 'unreadable' }] }
  }
}

function sizeOf(content: string | Blob): number {
  return typeof content === 'string' ? content.length : content.size
}

export function keep({ logs, unread }: Omit<Kept, 'report'>, locale: Locale): Kept {
  return { logs, unread, report: explainLogs(logs, { catalog: builtInCatalog, locale, version }) }
}

export function toExplained({ logs, unread, report: whole }: Kept): Explained {
  const { report, omitted } = boundReport(whole)
  const marked = markedLines(report)
  const excerpts = logs.map((log, input) =>
    excerptOf(log.source.lineStarts.length, marked[input] ?? []).map(([first, last]) => stretchOf(log, first, last)),
  )
  return { report, omitted, unread, excerpts }
}

export async function compareSources({ before, after, locale }: Calls['compare']['request']): Promise<Compared> {
  const [earlier, later] = [keep(await readSources(before, () => {}), locale), keep(await readSources(after, () => {}), locale)]
  const reports = { before: boundReport(earlier.report).report, after: boundReport(later.report).report }
  return { ...reports, difference: compareReports(reports.before, reports.after, builtInCatalog) }
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

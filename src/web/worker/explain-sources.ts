/** The work behind the page: sources are read and explained by the same core as on the command line. */
import { builtInCatalog } from '../../catalog/built-in-catalog.js'
import type { InputLog } from '../../diagnose/diagnosis.js'
import { compareReports } from '../../diff/compare-reports.js'
import { explainAndQuote, readLogs } from '../../explain.js'
import { renderers } from '../../render/index.js'
import { quoteLine } from '../../report/quote-line.js'
import type { Report } from '../../report/report.js'
import { withGuess } from '../../text/guess-encoding.js'
import { lineText } from '../../text/read-text.js'
import { version } from '../../version.js'
import { addStretch } from '../stretches.js'
import { boundReport } from './bound-report.js'
import type { Calls, Compared, Explained, LineRange, Progress, Source, Stretch, Telling, Unread } from './calls.js'
import { excerptOf } from './excerpt.js'
import { type Hiding, startHiding } from './hiding.js'
import { type Opened, openArchive } from './open-archive.js'

/** What was read last. */
export interface Read {
  readonly logs: readonly InputLog[]
  readonly unread: readonly Unread[]
}

/** What is told of it. */
export interface Told {
  readonly report: Report
  /** The logs as they may be shown. */
  readonly quoted: readonly InputLog[]
  readonly unread: readonly Unread[]
  /** Null where private values may be shown. */
  readonly hiding: Hiding | null
}

/** Reads the sources one after the other; a file that cannot be read is named, and the others are read all the same. */
export async function readSources(sources: readonly Source[], onProgress: (progress: Progress) => void): Promise<Read> {
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
      logs.push(...readLogs([withGuess(input)], builtInCatalog))
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

/** @param hiding what to hide private values by; a new one if absent */
export function tell(
  { logs, unread }: Read,
  { locale, isRedacted }: Telling,
  hiding = isRedacted ? startHiding(builtInCatalog) : null,
): Told {
  const told = explainAndQuote(logs, { catalog: builtInCatalog, locale, version, ...(hiding && { redaction: hiding }) })
  return { ...told, hiding, unread: hiding ? unread.map((one) => ({ ...one, name: hiding.hideName(one.name) })) : unread }
}

/** @param unfolded lines that are to be in the excerpts whatever the report speaks of */
export function toExplained({ report: whole, quoted, unread, hiding }: Told, unfolded: readonly LineRange[] = []): Explained {
  const { report, omitted } = boundReport(whole)
  const marked = markedLines(report)
  const excerpts = quoted.map((log, input) => {
    const ranges = excerptOf(log.source.lineStarts.length, marked[input] ?? [])
    const asked = unfolded.filter((range) => range.input === input).map(({ first, last }) => stretchOf(log, first, last))
    return asked.reduce<readonly Stretch[]>(
      addStretch,
      ranges.map(([first, last]) => stretchOf(log, first, last)),
    )
  })
  const lines = excerpts.flat().flatMap((stretch) => stretch.lines)
  hiding?.checked([JSON.stringify(report), ...unread.map(({ name }) => name), ...lines].join('\n'))
  return { isRedacted: hiding !== null, report, omitted, unread, excerpts }
}

export async function compareSources({ before, after, ...telling }: Calls['compare']['request']): Promise<Compared> {
  const earlier = tell(await readSources(before, () => {}), telling)
  const later = tell(await readSources(after, () => {}), telling, earlier.hiding)
  const reports = { before: boundReport(earlier.report).report, after: boundReport(later.report).report }
  earlier.hiding?.checked(JSON.stringify(reports))
  return { isRedacted: telling.isRedacted, ...reports, difference: compareReports(reports.before, reports.after, builtInCatalog) }
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

export function linesOf({ quoted, hiding }: Told, { input, first, last }: LineRange): Stretch {
  const log = quoted[input]
  const stretch = log ? stretchOf(log, first, Math.min(last, first + MOST_LINES - 1)) : { first, lines: [] }
  hiding?.checked(stretch.lines.join('\n'))
  return stretch
}

function stretchOf({ source }: InputLog, first: number, last: number): Stretch {
  const end = Math.min(last, source.lineStarts.length)
  return { first, lines: Array.from({ length: Math.max(0, end - first + 1) }, (_, at) => quoteLine(lineText(source, first - 1 + at))) }
}

export async function render({ report, hiding }: Told, format: string): Promise<string> {
  const renderer = renderers.find(({ name }) => name === format)
  if (!renderer) throw new Error(`no format ${format}`)
  const text = await renderer.render(report, { width: 80, colour: false, unicode: true })
  return hiding ? hiding.checked(text) : text
}

/** A line of a log as a report may carry it. */
import { findSecrets } from '../redact/find-secrets.js'
import { lineFinder } from '../redact/line-finder.js'
import { piecesOf, ReadingBuilder } from '../redact/reading.js'
import { partAround } from '../text/cut-line.js'

const LONGEST = 500
/** A line as shown, and where in it the message stands: first column and the one behind the last, from 1. */
export interface Quote {
  readonly text: string
  readonly columns?: readonly [start: number, end: number]
}

/** The line, bounded to 500 characters, without live credentials; control characters become visible ones. */
export function quoteLine(line: string): string {
  return quoteAround(line, [1, 1]).text
}

/** The same around the message that stands in the columns. */
export function quoteAround(line: string, [start, end]: readonly [number, number]): Quote {
  const { from, to } = partAround(line, [start, end], MARGIN)
  const clean = (text: string) => showControls(withoutCredentials(text))
  const whole = clean(line.slice(from, to))
  const first = Math.min(clean(line.slice(from, start - 1)).length, whole.length)
  const behind = Math.min(Math.max(first, clean(line.slice(from, end - 1)).length), whole.length)
  const isWhole = from === 0 && to === line.length && whole.length <= LONGEST
  const cut = isWhole || whole.length <= LONGEST - 2 ? 0 : Math.min(Math.max(0, first - LEAD), whole.length - LONGEST + 2)
  const part = isWhole ? whole : whole.slice(cut, cut + LONGEST - 2)
  const head = from + cut > 0 ? '…' : ''
  const text = `${head}${part}${to < line.length || cut + part.length < whole.length ? '…' : ''}`
  const columnOf = (offset: number) => Math.min(text.length, Math.max(0, head.length + offset - cut)) + 1
  return { text, columns: [columnOf(first), columnOf(behind)] }
}

/** So much of a long line is shown before the message. */
const LEAD = 150
/** So much around it is searched for credentials, before anything is cut: of one that is cut the beginning would be missed. */
const MARGIN = 8192

/** A line as it is kept beside a report, whole: without live credentials, its message where it stands then. */
export function keptLine<Line extends Quote>(line: Line): Line {
  const text = withoutCredentials(line.text)
  if (text === line.text || !line.columns) return { ...line, text }
  const columnOf = (column: number) => Math.min(text.length, withoutCredentials(line.text.slice(0, column - 1)).length) + 1
  const [start, end] = line.columns
  return { ...line, text, columns: [columnOf(start), Math.max(columnOf(start), columnOf(end))] }
}

/** A live credential is never shown: `az acr login --expose-token` prints one, and so do debug logs and command lines. */
export function withoutCredentials(text: string): string {
  const builder = new ReadingBuilder(text)
  builder.read(0, text.length)
  const reading = builder.finish()
  const pieces = findSecrets(reading, lineFinder(reading.text)).flatMap(({ start, end }) => piecesOf(reading, start, end))
  let hidden = ''
  let done = 0
  for (const { start, end } of pieces.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= done) continue
    if (!nameOfField.test(text.slice(start, end))) hidden += start < done ? '' : `${text.slice(done, start)}<redacted>`
    else hidden += text.slice(done, end)
    done = end
  }
  return hidden + text.slice(done)
}

/** The Azure CLI's advice names the field in the token's place: `docker login loginServer -u … -p accessToken`. */
const nameOfField = /^(?:access|refresh)Token$/

const terminalSequence = /\x1b(?:\[[\x20-\x3f]*[\x40-\x7e]|\][^\x07\x1b]{0,500}(?:\x07|\x1b\\)|[^[\]])/g
const control = /[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/** A text without what steers a terminal: escape sequences are left out, control characters become visible. */
export function showControls(text: string): string {
  return text
    .replace(terminalSequence, '')
    .replace(/\t/g, '  ')
    .replace(control, (character) => (character === '\r' || character === '\ufeff' ? '' : '\ufffd'))
}

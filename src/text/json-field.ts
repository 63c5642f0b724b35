/** The text inside a line of structured log: the message field of a JSON object, escaped as often as it may be, of logfmt, or of a row. */

export interface FieldRange {
  readonly start: number
  readonly end: number
}

/** Fields that hold what a program printed, the likeliest first. */
const messageFields = [
  'log',
  'message',
  'msg',
  'text',
  'line',
  'body',
  'output',
  'stderr',
  'content',
  'textpayload',
  'logentry',
  'log_s',
  'logmessage',
  'renderedmessage',
]

const stringField = /(?<!\\)(\\{0,15})"([\w@.-]{1,60})\1"\s{0,8}:\s{0,8}\1"/g
const MOST_FIELDS = 200

/**
 * The value of the message field of the JSON object that fills a line, still escaped; where no field has such a name,
 * the longest string. Undefined where the line is no object with a string in it.
 */
export function jsonMessage(line: string, start: number): FieldRange | undefined {
  if (!/\}[\s,\]]*$/.test(line.slice(-20))) return undefined
  let best: (FieldRange & { rank: number }) | undefined
  let fields = 0
  stringField.lastIndex = start
  for (let found = stringField.exec(line); found && fields < MOST_FIELDS; found = stringField.exec(line), fields++) {
    const valueStart = stringField.lastIndex
    const end = closingQuote(line, valueStart, (found[1] as string).length)
    if (end === undefined) break
    stringField.lastIndex = end
    const named = messageFields.indexOf((found[2] as string).toLowerCase())
    const rank = named < 0 ? 1000 - Math.min(end - valueStart, 999) : -1000 + named
    if (!best || rank < best.rank) best = { start: valueStart, end, rank }
  }
  return best
}

/** Where the quote stands that closes a string opened with `depth` backslashes before its quote. */
function closingQuote(line: string, from: number, depth: number): number | undefined {
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 1)) {
    let backslashes = 0
    while (at - backslashes > from && line[at - backslashes - 1] === '\\') backslashes++
    if (backslashes === depth || (depth === 0 && backslashes % 2 === 0)) return at - depth
  }
  return undefined
}

const logfmtMessage = /(?:^|\s)(?:msg|message)=(\\*)"/g

/** The value of `msg="…"` of a logfmt line. */
export function logfmtText(line: string, start: number): FieldRange | undefined {
  logfmtMessage.lastIndex = start
  const found = logfmtMessage.exec(line)
  if (!found) return undefined
  const valueStart = logfmtMessage.lastIndex
  const end = closingQuote(line, valueStart, (found[1] as string).length)
  return end === undefined ? undefined : { start: valueStart, end }
}

/** The value of `text='…'` of a TeamCity service message, in which a bar escapes. */
export function teamCityText(line: string, start: number): FieldRange | undefined {
  const from = line.indexOf(" text='", start) + " text='".length
  if (from < " text='".length) return undefined
  for (let at = line.indexOf("'", from); at >= 0; at = line.indexOf("'", at + 1)) {
    if (line[at - 1] !== '|') return { start: from, end: at }
  }
  return undefined
}

const value = /"((?:[^"]|"")*)"|([^",;]*)/y

/** The longest value with more than one word of a row of comma-separated values; the last one may go on in the next line. */
export function longestValue(line: string, start: number): FieldRange | undefined {
  let best: FieldRange | undefined
  for (let at = start; at < line.length; at++) {
    value.lastIndex = at
    const found = value.exec(line)
    const isOpen = found?.[0] === '' && line[at] === '"'
    const end = isOpen ? line.length : at + (found?.[0] ?? '').length
    const range = line[at] === '"' ? { start: at + 1, end: isOpen ? end : end - 1 } : { start: at, end }
    if (range.end - range.start > (best ? best.end - best.start : 0) && line.slice(range.start, range.end).includes(' ')) best = range
    at = end
  }
  return best
}

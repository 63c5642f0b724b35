/** The text inside a line of structured log: the message field of a JSON object, escaped as often as it may be, or of logfmt. */

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

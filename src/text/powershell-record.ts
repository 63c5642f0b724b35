/** Windows PowerShell 5.1 puts a record of where an error came from behind the first line that a program writes to standard error. */
import { lineContentText } from './line-content.js'
import type { SourceText } from './read-text.js'

const END = 'FullyQualifiedErrorId'
const end = /^(?:\+ )?FullyQualifiedErrorId\s*:/
const underline = /^(?:\+ )?~+\s*$/
/** A record: place, command and underline; then its category, which a narrow console breaks. */
const LINES_TO_UNDERLINE = 8
const LINES_ABOVE_UNDERLINE = 2

/** The indices, from 0, of the lines of a text that belong to records; a message may go on behind them. */
export function powerShellRecordLines(source: SourceText): ReadonlySet<number> {
  const lines = new Set<number>()
  if (!source.text.includes(END)) return lines
  source.lineStarts.forEach((_, index) => {
    if (!end.test(lineContentText(source, index))) return
    const first = firstLineOf(source, index)
    for (let line = first; line <= index; line++) lines.add(line)
  })
  return lines
}

function firstLineOf(source: SourceText, last: number): number {
  for (let index = last - 1; index >= Math.max(0, last - LINES_TO_UNDERLINE); index--) {
    if (underline.test(lineContentText(source, index))) return Math.max(0, index - LINES_ABOVE_UNDERLINE)
  }
  return last
}

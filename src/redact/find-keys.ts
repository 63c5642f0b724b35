/** Certificates and private keys: what stands between the lines that begin and end them, whatever is put before each line. */
import type { Hit } from './find-names.js'
import type { Reading } from './reading.js'

const begin = /-----BEGIN [A-Z0-9 ]{1,40}-----/g
const LONGEST = 100_000

/** @param reading with all lines joined, so that a line's end is no character */
export function findKeys({ text, joins }: Reading): Hit[] {
  const hits: Hit[] = []
  for (const found of text.matchAll(begin)) {
    const start = found.index + found[0].length
    const kind = kindOf(found[0])
    const closing = text.indexOf('-----END', start)
    const end = closing >= 0 && closing - start < LONGEST ? closing : endOfCut(text, joins, start)
    if (end > start) hits.push({ kind, start, end })
  }
  return hits
}

/** Keys whose lines all stand on one, their ends escaped: in whichever field of a record that is. */
export function findKeysOnLines(reading: Reading): Hit[] {
  const { text } = reading
  return [...text.matchAll(begin)].flatMap((found) => {
    const start = found.index + found[0].length
    const line = text.slice(start, lineEndBehind(reading, start))
    const closing = line.indexOf('-----END')
    const length = closing >= 0 ? closing : (escapedLines.exec(line)?.[0].length ?? 0)
    return length > 0 ? [{ kind: kindOf(found[0]), start, end: start + length }] : []
  })
}

function kindOf(heading: string): Hit['kind'] {
  return heading.includes('CERTIFICATE') ? 'certificate' : 'key'
}

/** An escaped line end ends no line. */
function lineEndBehind({ text, depthOf }: Reading, start: number): number {
  for (let at = text.indexOf('\n', start); at >= 0 && at - start < LONGEST; at = text.indexOf('\n', at + 1))
    if (depthOf(at) === 0) return at
  return Math.min(text.length, start + LONGEST)
}

/** Lines of a block that stands on one line, with its line ends escaped; the last may be cut. */
const escapedLines = /^(?:\s{0,4}[A-Za-z0-9+/=]{40,80}(?![A-Za-z0-9+/=]))*(?:\s{1,4}[A-Za-z0-9+/=]{1,80}(?=…|\s*$))?/
const wholeLine = /^[A-Za-z0-9+/=]{16,}$/

/** A block whose end is missing goes on as long as its lines are such as it is made of. */
function endOfCut(text: string, joins: readonly number[], start: number): number {
  const borders = [...joins.filter((join) => join >= start), text.length]
  let end = start
  for (const border of borders) {
    if (border > end && !wholeLine.test(text.slice(end, border))) break
    end = border
  }
  return end > start ? end : start + (escapedLines.exec(text.slice(start, start + LONGEST))?.[0].length ?? 0)
}

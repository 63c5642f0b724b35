/** One line → the part of it that a program printed, without what was put around it. */
import { type Wrapper, wrappers } from './wrappers.js'

/** Offsets in the line, `end` exclusive. */
export interface Content {
  readonly start: number
  readonly end: number
  /** The content is one field of a structured line, and what the other fields hold was left out. */
  readonly isField?: true
}

const wrappersByFirst = new Map<string, Wrapper[]>()
for (const wrapper of wrappers) {
  for (const character of wrapper.begins) {
    const known = wrappersByFirst.get(character)
    if (known) known.push(wrapper)
    else wrappersByFirst.set(character, [wrapper])
  }
}

/** More layers than any real log has; it bounds the work that a hostile line can ask for. */
const MOST_LAYERS = 24
/** A wrapper stands within this many characters of a line's start; a longer line is not looked at as a whole. */
export const LONGEST_PEELED = 8192

/** Takes the wrappers off a line, one layer at a time. */
export function peelLine(line: string): Content {
  if (line.length > LONGEST_PEELED) return { start: 0, end: line.length }
  let content = lastRewrite(line)
  for (let layer = 0; layer < MOST_LAYERS; layer++) {
    const inner = peelLayer(line.slice(0, content.end), content)
    if (!inner) break
    content = inner
  }
  return content
}

const rewritten = /^(.*\r)[^\r]*[^\s\r]/s

/** What a terminal shows of a line that a progress display wrote again and again; what was written over may be a message, too. */
function lastRewrite(line: string): Content {
  const end = line.length
  const over = line.includes('\r') ? rewritten.exec(line)?.[1] : undefined
  return over ? { start: over.length, end, isField: true } : { start: 0, end }
}

function peelLayer(line: string, outer: Content): Content | undefined {
  if (outer.start >= outer.end) return undefined
  for (const wrapper of wrappersByFirst.get(line[outer.start] as string) ?? []) {
    wrapper.pattern.lastIndex = outer.start
    const found = wrapper.pattern.exec(line)
    const inner = found && (wrapper.field ? wrapper.field(line, outer.start) : contentOf(line, wrapper, outer.end))
    if (inner && inner.start > outer.start) return { ...inner, ...(wrapper.field || outer.isField ? { isField: true } : {}) }
  }
  return undefined
}

/** What follows a wrapper that was just recognised, without the mark that closes it. */
function contentOf(line: string, { pattern, closing }: Wrapper, outerEnd: number): Content {
  const start = pattern.lastIndex
  if (closing === undefined) return { start, end: outerEnd }
  const end = endOfVisible(line, start, outerEnd)
  const close = closing.find((mark) => line.endsWith(mark, end) && end - mark.length >= start)
  return { start, end: close === undefined ? end : endOfVisible(line, start, end - close.length) }
}

function endOfVisible(line: string, start: number, end: number): number {
  let at = end
  while (at > start && (line[at - 1] === ' ' || line[at - 1] === '\t')) at--
  return at
}

/** The content of a line as text. */
export function contentText(line: string): string {
  const { start, end } = peelLine(line)
  return line.slice(start, end)
}

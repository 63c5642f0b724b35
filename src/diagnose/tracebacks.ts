/** The stack frames that Python prints over an exception: they say where in a program it happened, and nothing about what. */
import { peelLine } from '../text/peel-line.js'
import { lineText, type SourceText } from '../text/read-text.js'

const HEAD = 'Traceback (most recent call last)'
const frame = /^File "[^"]{1,400}", line \d+/
const underline = /^[\s^~]*[\^~]$/
const exception = /^[\w.]{1,200}(?:Error|Exception|Exit|Interrupt|Warning)\b/
const link =
  /^(?:During handling of the above exception, another exception occurred|The above exception was the direct cause of the following exception):/

/**
 * The 1-based lines of a text that belong to tracebacks, without what an exception says: only one that another took the
 * place of is left to that other.
 */
export function tracebackLines(source: SourceText): Set<number> {
  const lines = new Set<number>()
  if (!source.text.includes(HEAD)) return lines
  let step: Step = 'outside'
  let lastException = 0
  source.lineStarts.forEach((_, index) => {
    const line = lineText(source, index)
    step = nextStep(line, step)
    if (step === 'exception') lastException = index + 1
    else if (step !== 'outside') lines.add(index + 1)
    if (step === 'link' && lastException > 0) lines.add(lastException)
  })
  return lines
}

type Step = 'outside' | 'head' | 'frame' | 'code' | 'exception' | 'link'

function nextStep(line: string, before: Step): Step {
  if (line.includes(HEAD)) return 'head'
  const { content, indent } = contentAndIndent(line)
  if (link.test(content)) return 'link'
  if (before === 'outside' || before === 'link' || before === 'exception') return 'outside'
  if (frame.test(content)) return 'frame'
  // A frame's source may be missing, and takes several lines since Python 3.13.
  const isCode = underline.test(content) || indent >= 4 || (before === 'frame' && !exception.test(content))
  return isCode && before !== 'head' ? 'code' : 'exception'
}

function contentAndIndent(line: string): { content: string; indent: number } {
  const { start, end } = peelLine(line)
  return { content: line.slice(start, end), indent: / *$/.exec(line.slice(0, start))?.[0].length ?? 0 }
}

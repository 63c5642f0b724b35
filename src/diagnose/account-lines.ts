/** Every line of the inputs in exactly one class, and the failures among them that nobody has explained. */
import { isChatter } from '../log/debug-records.js'
import type { Match } from '../match/match.js'
import { lineContentText } from '../text/line-content.js'
import { lineText } from '../text/read-text.js'
import { linesOf } from './collect-findings.js'
import type { InputLog, LineClass, LinePlace, UnexplainedLine } from './diagnosis.js'
import { isBlank, looksLikeFailure } from './failure-words.js'
import { templateOf } from './template.js'
import { tracebackLines } from './tracebacks.js'

export interface LineAccount {
  readonly counts: Record<LineClass, number>
  readonly unexplained: UnexplainedLine[]
}

/** @param evidence the lines that findings rest on */
export function accountLines(logs: readonly InputLog[], evidence: readonly LinePlace[]): LineAccount {
  const counts: Record<LineClass, number> = { evidence: 0, routine: 0, noise: 0, unexplained: 0, blank: 0, unreadable: 0 }
  const unexplained = new Map<string, UnexplainedLine>()
  const linesByInput = new Map<number, Set<number>>()
  for (const { input, line } of evidence) linesByInput.set(input, (linesByInput.get(input) ?? new Set()).add(line))
  logs.forEach((log, input) => {
    const classify = lineClassifier(log, linesByInput.get(input) ?? new Set())
    for (let line = 1; line <= log.source.lineStarts.length; line++) {
      const { lineClass, content, score } = classify(line)
      counts[lineClass]++
      if (lineClass === 'unexplained') noteUnexplained(unexplained, { input, line }, content, score)
    }
  })
  const ranked = [...unexplained.values()].sort((a, b) => b.score - a.score || a.input - b.input || a.line - b.line)
  return { counts, unexplained: ranked }
}

function noteUnexplained(unexplained: Map<string, UnexplainedLine>, place: LinePlace, content: string, score: number): void {
  const template = templateOf(content)
  const known = unexplained.get(template)
  unexplained.set(template, known ? { ...known, count: known.count + 1 } : { ...place, count: 1, template, score })
}

interface ClassifiedLine {
  readonly lineClass: LineClass
  readonly content: string
  /** How much an unexplained line looks like a failure; 0 for any other. */
  readonly score: number
}

function lineClassifier(log: InputLog, evidence: ReadonlySet<number>): (line: number) => ClassifiedLine {
  const known = new Map<number, LineClass>([...tracebackLines(log.source)].map((line) => [line, 'noise']))
  const note = (match: Match<unknown>, lineClass: LineClass) => {
    for (const line of linesOf(log.source, match)) known.set(line, lineClass)
  }
  for (const match of log.matches.entries) if (match.signature.owner.severity === 'noise') note(match, 'noise')
  const said = log.matches.sayings.filter(({ signature }) => !signature.owner.isHint)
  const isNoise = (match: (typeof said)[number]) => match.signature.owner.saying.kind === 'noise'
  for (const match of said.filter(isNoise)) note(match, 'noise')
  for (const match of said.filter((match) => !isNoise(match))) note(match, 'routine')
  for (const line of evidence) known.set(line, 'evidence')
  return (line) => {
    const text = lineText(log.source, line - 1)
    const content = lineContentText(log.source, line - 1)
    const lineClass = known.get(line) ?? classByText(text, content)
    if (lineClass !== undefined) return { lineClass, content, score: 0 }
    const score = looksLikeFailure(content)
    return { lineClass: score > 0 ? 'unexplained' : 'noise', content, score }
  }
}

function classByText(text: string, content: string): LineClass | undefined {
  if (isBlank(content)) return 'blank'
  if (isUnreadable(text)) return 'unreadable'
  return isChatter(content) ? 'noise' : undefined
}

/** A line is unreadable where a good part of it did not decode. */
function isUnreadable(text: string): boolean {
  const replaced = text.match(/[\ufffd\0]/g)?.length ?? 0
  return replaced > 0 && replaced * 4 >= text.length
}

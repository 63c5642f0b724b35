/** Every line of the inputs in exactly one class, and the failures among them that nobody has explained. */
import { contentText } from '../text/peel-line.js'
import { lineText } from '../text/read-text.js'
import { linesOf } from './collect-findings.js'
import type { InputLog, LineClass, LinePlace, UnexplainedLine } from './diagnosis.js'
import { isBlank, looksLikeFailure } from './failure-words.js'
import { templateOf } from './template.js'

export interface LineAccount {
  readonly counts: Record<LineClass, number>
  readonly unexplained: UnexplainedLine[]
}

/** @param evidence the lines that findings rest on */
export function accountLines(logs: readonly InputLog[], evidence: readonly LinePlace[]): LineAccount {
  const counts: Record<LineClass, number> = { evidence: 0, routine: 0, noise: 0, unexplained: 0, blank: 0, unreadable: 0 }
  const unexplained = new Map<string, UnexplainedLine & { score: number }>()
  logs.forEach((log, input) => {
    const classify = lineClassifier(log, new Set(evidence.filter((place) => place.input === input).map(({ line }) => line)))
    for (let line = 1; line <= log.source.lineStarts.length; line++) {
      const { lineClass, content, score } = classify(line)
      counts[lineClass]++
      if (lineClass === 'unexplained') noteUnexplained(unexplained, { input, line }, content, score)
    }
  })
  const ranked = [...unexplained.values()].sort((a, b) => b.score - a.score || a.input - b.input || a.line - b.line)
  return { counts, unexplained: ranked.map(({ score: _score, ...line }) => line) }
}

function noteUnexplained(
  unexplained: Map<string, UnexplainedLine & { score: number }>,
  place: LinePlace,
  content: string,
  score: number,
): void {
  const template = templateOf(content)
  const known = unexplained.get(template)
  unexplained.set(template, known ? { ...known, count: known.count + 1 } : { ...place, count: 1, template, score })
}

interface ClassifiedLine {
  readonly lineClass: LineClass
  readonly content: string
  /** How much the line looks like a failure, from 0. */
  readonly score: number
}

function lineClassifier(log: InputLog, evidence: ReadonlySet<number>): (line: number) => ClassifiedLine {
  const routine = new Set<number>()
  const noise = new Set<number>()
  for (const match of log.matches.sayings.filter(({ signature }) => !signature.owner.isHint)) {
    const lines = match.signature.owner.saying.kind === 'noise' ? noise : routine
    for (const line of linesOf(log.source, match)) lines.add(line)
  }
  for (const match of log.matches.entries) {
    if (match.signature.owner.severity === 'noise') for (const line of linesOf(log.source, match)) noise.add(line)
  }
  return (line) => {
    const text = lineText(log.source, line - 1)
    const content = contentText(text)
    const score = looksLikeFailure(content)
    return { lineClass: classOf(line, text, content, score), content, score }
  }

  function classOf(line: number, text: string, content: string, score: number): LineClass {
    if (evidence.has(line)) return 'evidence'
    if (routine.has(line)) return 'routine'
    if (noise.has(line)) return 'noise'
    if (isBlank(content)) return 'blank'
    if (isUnreadable(text)) return 'unreadable'
    return score > 0 ? 'unexplained' : 'noise'
  }
}

/** A line is unreadable where a good part of it did not decode. */
function isUnreadable(text: string): boolean {
  const replaced = text.match(/[\ufffd\0]/g)?.length ?? 0
  return replaced > 0 && replaced * 4 >= text.length
}

/** Command lines as terminals and CI systems echo them. */
import { peelLine } from '../text/peel-line.js'
import { lineIndexAt, lineText, type SourceText } from '../text/read-text.js'

/** What may stand before a command that somebody typed: a shell's prompt, GitHub's "Run", the head of a recording by script(1). */
const prompts: readonly RegExp[] = [
  /[^\s"'`]{0,120}[$#>%❯➜»🔥🐒]\s*/uy,
  /\[[^\]]{1,120}\][$#]\s*/uy,
  /PS [^>]{0,200}>\s*/uy,
  /[^\s"'`]{1,80}@[^"'`]{0,160}[$#>%]\s*/uy,
  /[A-Za-z]:\\[^>"]{0,200}>\s*/uy,
  /(?:sudo|time|Run|[+>])\s+/uy,
  /[^"'`]{0,80}[\u{1f300}-\u{1faff}]\s*/uy,
  /Script started on [^"[\]]{0,60}\[COMMAND="/uy,
]

/** Whether a text is made of prompts. Each step takes the longest one, so a text of nothing but marks is read once. */
function isPrompt(text: string): boolean {
  let at = 0
  while (at < text.length) {
    const next = Math.max(...prompts.map((prompt) => endOf(prompt, text, at)))
    if (next <= at) return false
    at = next
  }
  return true
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/** Whether the command at an offset of the text was typed there, rather than mentioned in a sentence. */
export function echoesCommand(source: SourceText, offset: number): boolean {
  const lineIndex = lineIndexAt(source, offset)
  const line = lineText(source, lineIndex)
  const column = offset - (source.lineStarts[lineIndex] as number)
  const { start } = peelLine(line)
  // A wrapper may name the command: the name of a job's step does.
  if (column < start) return false
  const head = line.slice(start, column)
  return head.length <= 300 && isPrompt(head) && !isErrorPosition(source, lineIndex)
}

// Windows PowerShell shows in the middle of the output which command an error record came from, underlined with tildes.
const underline = /^\s*\+ ~+\s*$/

function isErrorPosition(source: SourceText, lineIndex: number): boolean {
  return lineIndex + 1 < source.lineStarts.length && underline.test(lineText(source, lineIndex + 1))
}

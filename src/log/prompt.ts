/** Command lines as terminals and CI systems echo them. */
import { peelLine } from '../text/peel-line.js'
import { lineIndexAt, lineText, type SourceText } from '../text/read-text.js'

// What may stand before a command that somebody typed: nothing, a shell's prompt, or GitHub's "Run".
const prompt =
  /^(?:[^\s"'`]{0,120}[$#>%❯➜»🔥🐒]\s*|\[[^\]]{1,120}\][$#]\s*|PS [^>]{0,200}>\s*|[^\s"'`]{1,80}@[^"'`]{0,160}[$#>%]\s*|[A-Za-z]:\\[^>"]{0,200}>\s*|(?:sudo|time|Run|[+>])\s+|[^"'`]{0,80}[\u{1f300}-\u{1faff}]\s*)*$/u

/** Whether the command at an offset of the text was typed there, rather than mentioned in a sentence. */
export function echoesCommand(source: SourceText, offset: number): boolean {
  const lineIndex = lineIndexAt(source, offset)
  const line = lineText(source, lineIndex)
  const column = offset - (source.lineStarts[lineIndex] as number)
  const head = line.slice(Math.min(peelLine(line).start, column), column)
  return head.length <= 300 && prompt.test(head) && !isErrorPosition(source, lineIndex)
}

// Windows PowerShell shows in the middle of the output which command an error record came from, underlined with tildes.
const underline = /^\s*\+ ~+\s*$/

function isErrorPosition(source: SourceText, lineIndex: number): boolean {
  return lineIndex + 1 < source.lineStarts.length && underline.test(lineText(source, lineIndex + 1))
}

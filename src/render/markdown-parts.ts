/** Parts of a Markdown page that a report and an entry's own page have in common. */
import { type Prose, toCommonMark } from '../catalog/prose.js'
import type { ReportRemedy } from '../report/report.js'

// Only what could be taken for markup in a single line of plain words.
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&')
}

/** A fenced block around any lines: its fence is longer than every run of backticks inside. */
export function fence(lines: readonly string[], info = 'console'): string {
  const text = lines.join('\n')
  const marks = '`'.repeat(Math.max(3, ...(text.match(/`+/g) ?? []).map((run) => run.length + 1)))
  return `${marks}${info}\n${text}\n${marks}`
}

/** Numbered steps under a heading, commands in blocks of their own; nothing where there are none. */
export function steps(remedies: readonly ReportRemedy<Prose>[], heading: string): string[] {
  if (remedies.length === 0) return []
  const items = remedies.map(({ text, commands }, index) => {
    const label = `${index + 1}. `
    const body = [toCommonMark(text), ...(commands.length > 0 ? [fence(commands)] : [])].join('\n\n')
    return label + body.replaceAll('\n', `\n${' '.repeat(label.length)}`).replace(/^ +$/gm, '')
  })
  return [heading, items.join('\n\n')]
}

import type { ExportRule } from './export-rules.js'

/** A way to say the rules in the language of one engine. */
export interface Exporter {
  readonly name: string
  readonly extension: string
  /** @param header lines about the export; none holds a line's end */
  write(rules: readonly ExportRule[], header: readonly string[]): string
}

export function commentLines(mark: string, lines: readonly string[]): string {
  return `${lines.map((line) => `${mark}${line}`.trimEnd()).join('\n')}\n`
}

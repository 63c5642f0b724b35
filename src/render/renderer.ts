import type { Report } from '../report/report.js'

/** How text may be laid out for its reader. */
export interface Layout {
  /** In columns of a terminal; a Chinese character takes two. */
  readonly width: number
  readonly colour: boolean
  /** Whether ticks, dots and arrows beyond ASCII can be shown. */
  readonly unicode: boolean
}

export interface Renderer {
  /** As `--format` names it. */
  readonly name: string
  /** A promise where the format is loaded when it is first wanted. */
  render(report: Report, layout: Layout): string | Promise<string>
}

/** Colours and signs, and what stands for them where a terminal has none. */
import type { CheckStatus } from '../catalog/checks.js'
import type { Likelihood, Severity } from '../catalog/entry.js'
import type { Verdict } from '../report/report.js'
import type { Layout } from './renderer.js'

export type Style = 'code' | 'command' | 'strong' | 'emphasis' | 'quiet' | 'heading' | 'good' | 'bad' | 'warn' | 'note' | 'found'

export interface Palette {
  readonly isColoured: boolean
  paint(style: Style | undefined, text: string): string
  readonly signs: Signs
}

export interface Signs {
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly statuses: Readonly<Record<CheckStatus, string>>
  readonly likelihoods: Readonly<Record<Likelihood, string>>
  readonly ellipsis: string
  readonly dash: string
  readonly rule: string
  readonly dot: string
  /** Heights of a chart's columns, from the least that is something. */
  readonly heights: string
}

const unicodeSigns: Signs = {
  verdicts: { healthy: '✔', warnings: '▲', failing: '✖', inconclusive: '?' },
  statuses: { passed: '✔', failed: '✖', skipped: '–', 'not-run': '○' },
  likelihoods: { confirmed: '●', likely: '◐', possible: '○', 'ruled-out': '–' },
  ellipsis: '…',
  dash: '—',
  rule: '─',
  dot: '·',
  heights: '▁▂▃▄▅▆▇█',
}

const asciiSigns: Signs = {
  verdicts: { healthy: '[ok]', warnings: '[!]', failing: '[x]', inconclusive: '[?]' },
  statuses: { passed: '+', failed: 'x', skipped: '-', 'not-run': 'o' },
  likelihoods: { confirmed: '(*)', likely: '(+)', possible: '( )', 'ruled-out': '(-)' },
  ellipsis: '...',
  dash: '-',
  rule: '-',
  dot: '|',
  heights: '.:-=+*#@',
}

export const verdictStyles: Readonly<Record<Verdict, Style>> = { healthy: 'good', warnings: 'warn', failing: 'bad', inconclusive: 'note' }
export const statusStyles: Readonly<Record<CheckStatus, Style>> = { passed: 'good', failed: 'bad', skipped: 'quiet', 'not-run': 'quiet' }
export const severityStyles: Readonly<Record<Severity, Style>> = { error: 'bad', warning: 'warn', info: 'note' }

/** ECMA-48, 8.3.117, Select Graphic Rendition: what begins a style, and what ends it. */
const codes: Readonly<Record<Style, readonly [begin: number, end: number]>> = {
  code: [36, 39],
  command: [36, 39],
  strong: [1, 22],
  emphasis: [3, 23],
  quiet: [2, 22],
  heading: [1, 22],
  good: [32, 39],
  bad: [31, 39],
  warn: [33, 39],
  note: [34, 39],
  found: [33, 39],
}

export function paletteFor({ colour, unicode }: Layout): Palette {
  return {
    isColoured: colour,
    paint: (style, text) => (!colour || style === undefined || text === '' ? text : painted(text, codes[style])),
    signs: unicode ? unicodeSigns : asciiSigns,
  }
}

function painted(text: string, [begin, end]: readonly [number, number]): string {
  return `\x1b[${begin}m${text}\x1b[${end}m`
}

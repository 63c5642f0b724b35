/** What the evaluation prints, and what stands in the docs: Markdown tables in columns of even width. */
import type { Catalog } from '../../../src/catalog/entry.js'
import { type Figures, figuresOf, hasAnswer, type KnownQuery, shareOfSilence, type Way } from './measure-way.js'
import { growingWays, shrunkWays, wholeWay } from './ways.js'

const FIGURE_HEADS = ['n', 'first', 'in three', 'MRR']

/** All tables, with a heading each. */
export function evaluationTables(queries: readonly KnownQuery[], catalog: Catalog): string {
  return [
    '### By kind of query',
    kindTable(queries, wholeWay(catalog)),
    '### The ranking, part by part',
    wayTable(queries, growingWays(catalog)),
    '### The ranking without one of its parts',
    wayTable(queries, shrunkWays(catalog)),
  ].join('\n\n')
}

/** The queries of which the evaluation's table says that they went wrong, for whoever tunes. */
export function missesOf(queries: readonly KnownQuery[], catalog: Catalog): string[] {
  const way = wholeWay(catalog)
  return queries.flatMap(({ kind, query, heldBack, right }) => {
    const found = way.search(query)
    const isMissed = right.length > 0 ? !right.includes(found[0] ?? '') : found.length > 0
    const mark = heldBack ? ', held back' : ''
    return isMissed
      ? [`${query}  (${kind}${mark})\n    wanted ${right.join(', ') || 'nothing'}\n    found  ${found.slice(0, 3).join(', ') || 'nothing'}`]
      : []
  })
}

const isHeldBack = ({ heldBack = false }: KnownQuery) => heldBack
const isTuned = (query: KnownQuery) => !isHeldBack(query)

function kindTable(queries: readonly KnownQuery[], way: Way): string {
  const answerable = queries.filter(hasAnswer)
  const kinds = [...new Set(answerable.map(({ kind }) => kind))]
  const row = (name: string, own: readonly KnownQuery[]) => [
    name,
    ...figureCells(figuresOf(way, own.filter(isTuned))),
    ...figureCells(figuresOf(way, own.filter(isHeldBack))),
  ]
  const heads = ['kind', ...FIGURE_HEADS.map((head) => `tuned: ${head}`), ...FIGURE_HEADS.map((head) => `held back: ${head}`)]
  const table = tableOf(heads, [
    ...kinds.map((kind) =>
      row(
        kind,
        answerable.filter((query) => query.kind === kind),
      ),
    ),
    row('all', answerable),
  ])
  const silent = (own: readonly KnownQuery[]) => {
    const unanswerable = own.filter((query) => !hasAnswer(query))
    return `${Math.round(shareOfSilence(way, own) * unanswerable.length)} of ${unanswerable.length}`
  }
  const nothing = `Must find nothing, and do: ${silent(queries.filter(isTuned))} tuned, ${silent(queries.filter(isHeldBack))} held back.`
  return `${table}\n\n${nothing}`
}

function wayTable(queries: readonly KnownQuery[], ways: readonly Way[]): string {
  const rows = ways.map((way) => {
    const [, ...tuned] = figureCells(figuresOf(way, queries.filter(isTuned)))
    const [, ...heldBack] = figureCells(figuresOf(way, queries.filter(isHeldBack)))
    return [way.name, ...tuned, ...heldBack, percent(shareOfSilence(way, queries))]
  })
  const heads = FIGURE_HEADS.slice(1)
  return tableOf(
    ['way', ...heads.map((head) => `tuned: ${head}`), ...heads.map((head) => `held back: ${head}`), 'nothing where nothing is'],
    rows,
  )
}

function figureCells({ queries, recallAt1, recallAt3, meanReciprocalRank }: Figures): string[] {
  return [String(queries), percent(recallAt1), percent(recallAt3), meanReciprocalRank.toFixed(3)]
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

/** The first column holds words, the others numbers. */
function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((_, column) => Math.max(...[heads, ...rows].map((row) => (row[column] as string).length)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] as number) : cell.padStart(widths[column] as number))).join(' | ')} |`
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [line(heads), rule, ...rows.map(line)].join('\n')
}

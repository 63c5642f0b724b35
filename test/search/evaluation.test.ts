import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { builtCatalog } from '../built-catalog.js'
import { figuresOf, hasAnswer, type KnownQuery, shareOfSilence } from './evaluation/measure-way.js'
import { growingWays, wholeWay } from './evaluation/ways.js'
import queries from './queries.json' with { type: 'json' }

const known: readonly KnownQuery[] = queries
const way = wholeWay(builtCatalog)
const page = readFileSync('docs/search.md', 'utf8')

/** The cells of a row of a Markdown table, by its first cell. */
function rowOf(name: string): string[] {
  const row = page.split('\n').find((line) => line.startsWith(`| ${name} `))
  return row?.split('|').map((cell) => cell.trim()) ?? []
}

describe('the queries of the evaluation', () => {
  it('have right answers that are entries or names of some', () => {
    const names = new Set([...builtCatalog.codes, ...builtCatalog.aliases.map(([alias]) => alias)])
    expect(known.flatMap(({ right }) => right).filter((code) => !names.has(code))).toEqual([])
  })

  it('find nothing where nothing is to be found', () => {
    expect(shareOfSilence(way, known)).toBeGreaterThanOrEqual(0.95)
  })
})

describe('the tables in docs/search.md', () => {
  it('count every query, and are at most two points from what search does now', () => {
    const isHeldBack = ({ heldBack = false }: KnownQuery) => heldBack
    const shown = rowOf('all').map(Number.parseFloat).slice(2)
    for (const [at, own] of [known.filter((query) => !isHeldBack(query)), known.filter(isHeldBack)].entries()) {
      const { recallAt1, recallAt3, meanReciprocalRank } = figuresOf(way, own)
      const [count, first = 0, inThree = 0, reciprocal = 0] = shown.slice(4 * at)
      expect(count).toBe(own.filter(hasAnswer).length)
      expect(Math.abs(first - 100 * recallAt1)).toBeLessThanOrEqual(2)
      expect(Math.abs(inThree - 100 * recallAt3)).toBeLessThanOrEqual(2)
      expect(Math.abs(reciprocal - meanReciprocalRank)).toBeLessThanOrEqual(0.02)
    }
  }, 120_000)

  it('have a row for each way to search', () => {
    for (const { name } of growingWays(builtCatalog)) expect(rowOf(name)).not.toEqual([])
  })
})

/**
 * Lines that nothing explains → templates: lines of one shape with other values are one. In the manner of Drain (He et al., 2017):
 * lines of as many words are compared word by word; here only words that look like values may differ, unless very many do.
 * Linear in the lines: each is compared with a bounded number of templates.
 */

import { isFailureWord } from '../diagnose/failure-words.js'

export interface MinedTemplate<Line> {
  readonly template: string
  /** In the order in which they came. */
  readonly lines: Line[]
}

interface Cluster<Line> {
  words: string[]
  readonly lines: Line[]
}

const ANY = '{*}'
/** So much of a line stays as it is from one to the next. */
const LEAST_ALIKE = 0.5
const MOST_COMPARED = 100
/** So many different plain words at one place of otherwise equal lines are values: names, not ways to fail. */
const LEAST_NAMES = 3

/** @param lines with their known variable parts as gaps already; the order decides nothing but the order of what is given */
export function mineTemplates<Line extends { readonly template: string }>(lines: readonly Line[]): MinedTemplate<Line>[] {
  const byLength = new Map<number, Cluster<Line>[]>()
  const exact = new Map<string, Cluster<Line>>()
  for (const line of lines) {
    const known = exact.get(line.template) ?? place(line.template.split(' '), byLength)
    exact.set(line.template, known)
    known.lines.push(line)
  }
  return [...byLength.values()].flatMap(joinNames).map(({ words, lines: own }) => ({ template: words.join(' '), lines: own }))
}

/** The cluster that the words fit into, widened to hold them; a new one where none does. */
function place<Line>(words: string[], byLength: Map<number, Cluster<Line>[]>): Cluster<Line> {
  const clusters = byLength.get(words.length) ?? []
  byLength.set(words.length, clusters)
  const fitting = clusters.slice(-MOST_COMPARED).find((cluster) => fits(cluster.words, words))
  if (fitting) {
    fitting.words = fitting.words.map((word, index) => widened(word, words[index] as string))
    return fitting
  }
  const fresh = { words, lines: [] }
  clusters.push(fresh)
  return fresh
}

function fits(template: readonly string[], words: readonly string[]): boolean {
  let alike = 0
  for (let index = 0; index < template.length; index++) {
    const [known, word] = [template[index] as string, words[index] as string]
    if (known === word) alike++
    else if (shapeOf(known) !== shapeOf(word)) return false
  }
  return alike >= Math.max(1, template.length * LEAST_ALIKE)
}

/** A value without its letters and digits; a plain word is its own shape. Equal shapes hold values that may differ. */
function shapeOf(word: string): string {
  if (!/[\d{}]|^\W*[a-f]{7,}\W*$|[\w][-_./:@][\w]|^["'<([].*["'>)\]]/.test(word)) return word
  const ends = /^([^\w{]*).*?([^\w}]*)$/.exec(word)
  return `${ends?.[1]}${ANY_SHAPE}${ends?.[2]}`
}

const ANY_SHAPE = '\0'

function widened(known: string, word: string): string {
  if (known === word) return known
  const [, before = '', after = ''] = /^([^\w{]*).*?([^\w}]*)$/.exec(word) ?? []
  return `${before}${ANY}${after}`
}

/** Clusters that differ in one plain word, where that takes many forms. */
function joinNames<Line>(clusters: Cluster<Line>[]): Cluster<Line>[] {
  const bySkipped = new Map<string, Cluster<Line>[]>()
  for (const cluster of clusters) {
    if (cluster.words.length < LEAST_NAMES) continue
    cluster.words.forEach((word, index) => {
      if (!/^[a-z][\w]*[,;:.]?$/i.test(word) || isFailureWord(word)) return
      const key = cluster.words.map((other, place) => (place === index ? ANY : other)).join(' ')
      const same = bySkipped.get(key)
      if (same) same.push(cluster)
      else bySkipped.set(key, [cluster])
    })
  }
  const joined = new Map<Cluster<Line>, Cluster<Line>>()
  for (const [key, same] of bySkipped) {
    const index = key.split(' ').findIndex((word, place) => same.some(({ words }) => words[place] !== word))
    const names = new Set(same.map(({ words }) => words[index]))
    if (names.size < LEAST_NAMES || same.some((cluster) => joined.has(cluster))) continue
    const whole: Cluster<Line> = { words: key.split(' '), lines: same.flatMap(({ lines }) => lines) }
    for (const cluster of same) joined.set(cluster, whole)
  }
  return [...new Set(clusters.map((cluster) => joined.get(cluster) ?? cluster))]
}

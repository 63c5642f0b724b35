/**
 * The same content in another wrapping gives the same findings, with the same facts, at the same lines of the original.
 * ACR_EXPLAIN_ROUNDS=200 tries so many random pairs and columns for each log, ACR_EXPLAIN_SEED=7 others than usual.
 */
import { readdirSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { afterAll, describe, expect, it } from 'vitest'
import { pseudoRandom } from '../../scripts/bench/noise.js'
import { explain } from '../../src/explain.js'
import { guessReadAs } from '../../src/text/guess-encoding.js'
import { readText } from '../../src/text/read-text.js'
import { builtCatalog } from '../built-catalog.js'
import { type Encoding, encodings, hardWrap, type Wrapping, wrappings } from './wrappings.js'

const ROUNDS = Number(process.env.ACR_EXPLAIN_ROUNDS ?? 8)
const SEED = Number(process.env.ACR_EXPLAIN_SEED ?? 1)

const root = new URL('../../fixtures/', import.meta.url)
const logs = readdirSync(root)
  .filter((name) => !name.startsWith('talk-') && name !== 'odd-empty')
  .map((name) => ({
    name,
    lines: readText(readFileSync(new URL(`${name}/input.txt`, root)))
      .text.replace(/\n$/, '')
      .split(/\r?\n/),
  }))

interface Said {
  readonly code: string
  readonly state: string
  readonly facts: Readonly<Record<string, string>>
  readonly lines: readonly number[]
}

function findingsIn(bytes: Uint8Array): Said[] {
  const { findings } = explain(bytes, { catalog: builtCatalog, readAs: guessReadAs(bytes) })
  return findings.map(({ code, state, facts, evidence }) => ({
    ...{ code, state },
    facts: Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, comparable(value)])),
    lines: evidence.map(({ line }) => line),
  }))
}

/** A fact as far as it does not depend on how it is set: free text keeps the quotes and escapes of its log. */
function comparable(value: string): string {
  return value
    .replace(/&#?\w+;|â€./g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\\'"‘’“”`*_<>|[\]()\u200b]/g, '')
}

/** A table holds sentences, and not halves of words. */
const pieceWrappings = wrappings.filter(({ name }) => name !== 'exported table row')

const encode = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'))
const plain = new Map(logs.map(({ name, lines }) => [name, findingsIn(encode(lines))]))
const plainOf = (name: string) => plain.get(name) as Said[]
let tried = 0

function expectSame(name: string, input: Uint8Array): void {
  tried++
  expect(findingsIn(input)).toEqual(plainOf(name))
}

/** Of a finding's lines the first alone: a wrapping that changes another's marks may make a line of nothing look like one. */
function expectSameFromFirstLine(name: string, input: Uint8Array, how: string): void {
  tried++
  const withFirst = (said: readonly Said[]) => said.map(({ lines, ...finding }) => ({ ...finding, firstLine: lines[0] }))
  expect.soft(withFirst(findingsIn(input)), how).toEqual(withFirst(plainOf(name)))
}

describe.each(logs)('$name', ({ name, lines }) => {
  it.each(encodings)('in $name', ({ encode: bytesOf }) => {
    expectSame(name, bytesOf(lines))
  })

  it.each(wrappings)('in $name', ({ name: wrapping, line }) => {
    const wrapped = encode(lines.map(line))
    if (wrapping === 'full width') expectSameFromFirstLine(name, wrapped, wrapping)
    else expectSame(name, wrapped)
  })

  it(`in ${ROUNDS} random pairs of wrappings, each in a random encoding`, () => {
    const next = pseudoRandom(SEED * 7919 + name.length)
    for (let round = 0; round < ROUNDS; round++) {
      const [inner, outer] = pairFrom(next)
      const twice = lines.map((line, index) => outer.line(inner.line(line, index), index))
      const text = twice.join('')
      const able = encodings.filter(({ name: encoding, needsAscii }) =>
        encoding.endsWith('CR') ? !text.includes('\r') : !needsAscii || /^[\0-\x7f]*$/.test(text),
      )
      const encoding = able[next(able.length)] as Encoding
      expectSameFromFirstLine(name, encoding.encode(twice), `${outer.name} around ${inner.name} in ${encoding.name}, seed ${SEED}`)
    }
  })

  it(`hard-wrapped at ${ROUNDS} random columns, each piece in a random wrapping`, () => {
    const next = pseudoRandom(SEED * 104729 + name.length)
    for (let round = 0; round < ROUNDS; round++) {
      const width = 20 + next(81)
      const wrapping = pieceWrappings[next(pieceWrappings.length)] as Wrapping
      const between = next(4) === 0 ? '\n' : ''
      const { lines: pieces, firstOf } = hardWrap(lines, width, '', between)
      const how = `column ${width}, ${wrapping.name}${between && ', blank lines between'}, seed ${SEED}`
      expectSameFromPieces(name, encode(pieces.map(wrapping.line)), firstOf, how)
    }
  })
})

/** Nobody types markup in full width, and what escapes quotes in a way of its own stands around nothing that has them. */
const nestable = wrappings.filter(({ name }) => !['full width', 'TeamCity service message', 'exported table row'].includes(name))

function pairFrom(next: (below: number) => number): readonly [Wrapping, Wrapping] {
  return [nestable[next(nestable.length)] as Wrapping, nestable[next(nestable.length)] as Wrapping]
}

/** As for whole lines, but that a long value may be missing, or end where its line was broken. */
function expectSameFromPieces(name: string, input: Uint8Array, firstOf: readonly number[], how: string): void {
  tried++
  const said = findingsIn(input).map(({ lines, ...finding }) => ({
    ...finding,
    lines: lines.slice(0, 1).map((line) => firstOf.findLastIndex((first) => first < line) + 1),
  }))
  // A gap is not looked across for so long where it crosses a line end.
  const isAbsent = ({ code, facts }: Said) =>
    !said.some((one) => one.code === code) && Object.values(facts).some(({ length }) => length > LONGEST_GAP_OVER_LINES)
  const findable = plainOf(name).filter((finding) => !isAbsent(finding))
  const asked = findable.map((finding) =>
    asBroken(
      finding,
      said.find(({ code }) => code === finding.code),
    ),
  )
  expect.soft(byCode(said), how).toEqual(byCode(asked))
}

/** Of findings that weigh the same, the one comes first that was met first: a line that is broken in many may change that. */
function byCode(said: readonly Said[]): Said[] {
  return said.toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

const LONGEST_GAP_OVER_LINES = 60

function asBroken(whole: Said, broken: Said | undefined): Said {
  if (!broken) return whole
  const facts = Object.entries(whole.facts).flatMap(([name, value]) => {
    const part = broken.facts[name]
    if (part === undefined && value.length > LONGEST_GAP_OVER_LINES) return []
    return [[name, part !== undefined && value.startsWith(part) ? part : value] as const]
  })
  return { ...whole, facts: Object.fromEntries(facts), lines: whole.lines.slice(0, 1) }
}

afterAll(() => console.log(`${tried} combinations of log and wrapping tried, seed ${SEED}`))

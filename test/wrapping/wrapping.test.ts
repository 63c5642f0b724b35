/** The same content in another wrapping gives the same findings, at the same lines of the original. */
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { explain } from '../../src/explain.js'
import { readText } from '../../src/text/read-text.js'
import { builtCatalog } from '../built-catalog.js'
import { encodings, hardWrap, wrappings } from './wrappings.js'

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
  readonly codes: readonly string[]
  readonly facts: readonly string[]
  readonly firstLines: readonly number[]
}

function findingsIn(input: Uint8Array): Said {
  const { findings } = explain(input, { catalog: builtCatalog })
  return {
    codes: findings.map(({ code, state }) => `${code} ${state}`),
    facts: findings.map(({ code, facts }) => `${code} ${facts.registry ?? ''} ${facts.status ?? ''} ${facts.clientIp ?? ''}`.toLowerCase()),
    firstLines: findings.map(({ evidence }) => evidence[0]?.line ?? 0),
  }
}

const encode = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'))
const plain = new Map(logs.map(({ name, lines }) => [name, findingsIn(encode(lines))]))
let tried = 0

function expectSame(name: string, input: Uint8Array): Said {
  tried++
  const said = findingsIn(input)
  expect({ codes: said.codes, facts: said.facts }).toEqual({ codes: plain.get(name)?.codes, facts: plain.get(name)?.facts })
  return said
}

function expectSameAtSameLines(name: string, input: Uint8Array): void {
  expect(expectSame(name, input).firstLines).toEqual(plain.get(name)?.firstLines)
}

/** A small generator with a seed of its own, so that a failure can be run again. */
function pseudoRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % below
  }
}

describe.each(logs)('$name', ({ name, lines }) => {
  it.each(encodings)('in $name', ({ encode: bytesOf }) => {
    expectSameAtSameLines(name, bytesOf(lines))
  })

  it.each(wrappings)('in $name', ({ line }) => {
    expectSameAtSameLines(name, encode(lines.map(line)))
  })

  it('in twenty random pairs of wrappings', () => {
    const next = pseudoRandom(lines.join().length)
    for (let round = 0; round < 20; round++) {
      const [inner, outer] = [wrappings[next(wrappings.length)], wrappings[next(wrappings.length)]]
      // Nobody types markup in full width.
      if (!inner || !outer || outer.name === 'full width') continue
      const twice = lines.map((line, index) => outer.line(inner.line(line, index), index))
      expect.soft(findingsIn(encode(twice)).codes, `${outer.name} around ${inner.name}`).toEqual(plain.get(name)?.codes)
      tried++
    }
  })

  it.each([
    ['', ''],
    ['    ', ''],
    ['> ', ''],
    ['# ', ''],
    ['2024-11-05T11:10:12.0000000Z ', ''],
    ['', '\n'],
  ])('hard-wrapped at random columns, each piece behind "%s", with "%s" between', (prefix, between) => {
    const next = pseudoRandom(name.length + prefix.length)
    for (let round = 0; round < 4; round++) {
      const width = 20 + next(81)
      const wrapped = hardWrap(lines, width, prefix, between)
      const said = expectSame(name, encode(wrapped.lines))
      plain.get(name)?.firstLines.forEach((line, index) => {
        const at = (said.firstLines[index] ?? 0) - 1
        expect.soft(at, `column ${width}`).toBeGreaterThanOrEqual(wrapped.firstOf[line - 1] ?? 0)
        expect.soft(at, `column ${width}`).toBeLessThan(wrapped.firstOf[line] ?? 0)
      })
    }
  })
})

afterAll(() => console.log(`${tried} combinations of log and wrapping tried`))

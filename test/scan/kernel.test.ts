import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import wabt from 'wabt'
import { createCompiledKernel, createKernel } from '../../src/scan/create-kernel.js'
import { buildTables, type FilterString } from '../../src/scan/filter-tables.js'
import { BLOCK_BYTES, type Kernel } from '../../src/scan/kernel.js'
import { kernelBytes } from '../../src/scan/kernel-bytes.js'
import { ANY_LETTER, letterBeside } from '../../src/scan/letters-beside.js'
import { countWords, FOLD } from '../../src/scan/rarest-word.js'
import { createScriptKernel } from '../../src/scan/script-kernel.js'
import { WordFilter } from '../../src/scan/word-filter.js'

const counts = countWords(new Uint8Array(0))
const compiledFor = (sought: readonly FilterString[]) => createCompiledKernel(buildTables(sought, counts)) as Kernel
const scriptFor = (sought: readonly FilterString[]) => createScriptKernel(buildTables(sought, counts))

const folded = (text: string) => new TextEncoder().encode(text).map((byte) => byte & FOLD)
const anywhere = (text: string): FilterString => ({ bytes: folded(text), isAligned: false, before: ANY_LETTER, behind: ANY_LETTER })

const compiled = compiledFor([anywhere('denied')])
const script = scriptFor([anywhere('denied')])
const kernels = [compiled, script]
for (const kernel of kernels) kernel.restart()

/** Text with many line ends, some of them of Windows, and anything else. */
const texts = fc.array(fc.constantFrom(0x0a, 0x0a, 0x0d, 0x41, 0x00, 0xff), { minLength: 1, maxLength: 600 })

it('kernel-bytes.ts is what kernel.wat compiles to', async () => {
  const { parseWat } = await wabt()
  const source = readFileSync(new URL('../../src/scan/kernel.wat', import.meta.url), 'utf8')
  expect(Buffer.from(kernelBytes())).toEqual(Buffer.from(parseWat('kernel.wat', source, { simd: true }).toBinary({}).buffer))
})

describe('the kernel in WebAssembly and the one in JavaScript', () => {
  it('count the same newlines and blank lines, between any places', () => {
    fc.assert(
      fc.property(texts, fc.nat(600), fc.nat(600), (text, one, other) => {
        const [from, to] = [Math.min(one, other, text.length), Math.min(Math.max(one, other), text.length)]
        const lines = String.fromCharCode(...text).split('\n')
        for (const kernel of kernels) kernel.bytes.set(text)
        for (const kernel of kernels) {
          const blanks = lines.slice(0, -1).filter((line) => line === '' || line === '\r').length
          expect(kernel.countLines(0, text.length)).toEqual({ newlines: lines.length - 1, blanks })
        }
        expect(compiled.countLines(from, to)).toEqual(script.countLines(from, to))
      }),
    )
  })

  it('hold as many candidates as a block has words', () => {
    for (const kernel of [compiledFor([anywhere('aaaaaaa')]), scriptFor([anywhere('aaaaaaa')])]) {
      kernel.bytes.fill(0x61)
      expect(kernel.sift(BLOCK_BYTES, 2 * BLOCK_BYTES)).toBe(BLOCK_BYTES / 4)
      expect(kernel.candidates[BLOCK_BYTES / 4 - 1]).toBe(2 * BLOCK_BYTES - 4)
    }
  })

  it('know what came before the text that was moved to the front', () => {
    for (const kernel of kernels) {
      kernel.bytes.set(Buffer.from('0123456789abcd\r\n\r\nrest'))
      expect(kernel.countLines(16, 18).blanks).toBe(1)
      kernel.moveToFront(16, 22)
      expect([kernel.countLines(0, 2).blanks, Buffer.from(kernel.bytes.subarray(0, 6)).toString()]).toEqual([1, '\r\nrest'])
    }
  })

  it('know that nothing came before another text', () => {
    for (const kernel of kernels) {
      kernel.bytes.set(Buffer.from('0123456789abcdef\nrest'))
      kernel.moveToFront(16, 21)
      expect(kernel.countLines(0, 1).blanks).toBe(0)
      kernel.restart()
      expect(kernel.countLines(0, 1).blanks).toBe(1)
    }
  })
})

/** Strings that overlap, that are each other's beginning, of the shortest and of more than a vector's length. */
const strings = 'abcab bcabc abcabc cabcabcab aabbcc abcabcabcabcabcabcabca a.b c ab,abc abcab, .acr-'
  .split(' ')
  .filter((text) => text.length >= 5)
const notSought = { contexts: [], isFailureWord: false, isServerName: false, isWide: false }
const filterOf = (sought: readonly FilterString[], create = createKernel) =>
  new WordFilter(
    { tables: buildTables(sought, counts), stringAt: (index) => ({ ...(sought[index] as FilterString), ...notSought }) },
    create,
  )
const filters = [
  { name: 'WebAssembly', filter: filterOf(strings.map(anywhere), (tables) => createCompiledKernel(tables) as Kernel) },
  { name: 'JavaScript', filter: filterOf(strings.map(anywhere), createScriptKernel) },
]

function foundIn(text: string, filter: WordFilter): string[] {
  const found: string[] = []
  const bytes = Buffer.from(text, 'latin1')
  filter.kernel.bytes.fill(0, 0, bytes.length + 32)
  filter.kernel.bytes.set(bytes)
  filter.scan(0, (bytes.length + 15) & ~15, (string, at) => found.push(`${at} ${strings[string]}`))
  return found.sort()
}

/** Where each string stands; one of five or six letters only between marks, as a word does. */
function standing(text: string): string[] {
  const places = strings.flatMap((string) =>
    Array.from(text, (_, at) => at)
      .filter((at) => text.toLowerCase().startsWith(string, at))
      .map((at) => `${at} ${string}`),
  )
  return places.sort()
}

describe.each(filters)('the filter in $name', ({ filter }) => {
  const pieces = fc.constantFrom(...strings, ...strings, 'a', 'B', 'c', ' ', '\n', '\xa0', 'ABC', 'xyz', '.')

  it('finds every string as a word, wherever it lies, and nothing that is not there', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (words) => {
        const text = words.join(' ')
        const found = foundIn(text, filter)
        expect(standing(text)).toEqual(expect.arrayContaining(found))
        expect(found).toEqual(expect.arrayContaining(standing(text).filter((place) => isWord(text, place))))
      }),
      { numRuns: 300 },
    )
  })
})

function isWord(text: string, place: string): boolean {
  const [at = '', string = ''] = place.split(' ')
  const before = text[Number(at) - 1] ?? ' '
  const behind = text[Number(at) + string.length] ?? ' '
  return before === ' ' && behind === ' '
}

it('a string is passed over where something stands beside it that may not, and not for what may hide one', () => {
  const denied = filterOf([{ ...anywhere('denied'), before: letterBeside('s') | letterBeside('i'), behind: letterBeside('b') }])
  const passes = (text: string) => foundIn(text, denied).length > 0
  const may = [
    'is denied by',
    's denied',
    ' denied',
    's denied\\u0062',
    'Access\ndenied\nto',
    'S DENIED B',
    '(s) [denied] b',
    'x    denied',
    's denied</b>',
    's denied%20by',
    '→ denied &nbsp;by',
  ]
  expect(may.filter((text) => !passes(text))).toEqual([])
  expect(
    ['a denied by', 'is denied to', 'adenied', 'denied0', 'a [denied] b', 's denied (x)', '  denied  x', '"denied" x', 'denied, x'].filter(
      passes,
    ),
  ).toEqual([])
})

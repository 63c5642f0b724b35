/** What holds for every input, whatever it says. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain, explainAll } from '../src/explain.js'
import { builtCatalog } from './built-catalog.js'

const root = new URL('../fixtures/', import.meta.url)
const logs = readdirSync(root).map((name) => ({ name, bytes: readFileSync(new URL(`${name}/input.txt`, root)) }))
const texts = logs.map(({ name, bytes }) => ({ name, text: bytes.toString('utf8') })).filter(({ text }) => !text.includes('\0'))

const explainBytes = (bytes: Uint8Array | string) => explain(bytes, { catalog: builtCatalog })
const codesOf = (bytes: Uint8Array | string) => explainBytes(bytes).findings.map(({ code, state, facts }) => ({ code, state, facts }))

/** Lines as they come, cut and shuffled: nearer to what is pasted than random letters. */
const shuffledLines = fc
  .array(fc.constantFrom(...texts.flatMap(({ text }) => text.split('\n'))), { maxLength: 40 })
  .map((lines) => lines.join('\n'))

it.each([
  ['any bytes', fc.uint8Array({ maxLength: 2000 })],
  ['any text', fc.string({ unit: 'binary', maxLength: 1000 })],
  ['lines of logs in any order', shuffledLines],
])('nothing is thrown for %s, and every line is counted once', (_, inputs) => {
  fc.assert(
    fc.property(inputs, (input) => {
      const { total, ...classes } = explainBytes(input).accounting.lines
      expect(Object.values(classes).reduce((sum, count) => sum + count, 0)).toBe(total)
    }),
  )
})

describe.each(texts)('$name', ({ text }) => {
  it('gives the same findings with and without a final newline', () => {
    expect(codesOf(text.replace(/\r?\n$/, ''))).toEqual(codesOf(`${text.replace(/\r?\n$/, '')}\n`))
  })

  it('gives the same findings with CRLF, LF and CR', () => {
    const lines = text.split(/\r?\n/)
    expect(codesOf(lines.join('\r\n'))).toEqual(codesOf(lines.join('\n')))
    if (!text.includes('\r')) expect(codesOf(lines.join('\r'))).toEqual(codesOf(lines.join('\n')))
  })

  it('beside itself in another file doubles the runs and not the findings', () => {
    const bytes = new TextEncoder().encode(text)
    const once = explainAll([{ name: 'a', bytes }], { catalog: builtCatalog })
    const twice = explainAll(
      [
        { name: 'a', bytes },
        { name: 'b', bytes },
      ],
      { catalog: builtCatalog },
    )
    expect(twice.runs).toHaveLength(once.runs.length * 2)
    expect(twice.findings.map(({ code, facts }) => ({ code, facts }))).toEqual(once.findings.map(({ code, facts }) => ({ code, facts })))
  })

  it('after itself in one file doubles the runs and not the findings', () => {
    const once = explainBytes(text)
    const twice = explainBytes(`${text}\n${text}`)
    expect(new Set(twice.findings.map(({ code }) => code))).toEqual(new Set(once.findings.map(({ code }) => code)))
    expect(twice.findings).toHaveLength(once.findings.length)
    expect(twice.runs).toHaveLength(once.runs.length * 2)
  })
})

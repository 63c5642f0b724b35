import { describe, expect, it } from 'vitest'
import { contentText, peelLine } from '../../src/text/peel-line.js'
import { squeezeLiteral } from '../../src/text/squeeze.js'
import { type Wrapper, wrappers } from '../../src/text/wrappers.js'

describe('each wrapper by itself', () => {
  it.each(wrappers.map((wrapper) => [wrapper.name, wrapper.example] as const))('%s', (_, { line, content }) => {
    expect(contentText(line)).toBe(content)
  })

  it('begins its example with a character that it says it begins with', () => {
    for (const { begins, example } of wrappers) expect(begins).toContain(example.line[0])
  })
})

describe('wrappers in one another', () => {
  const nestable = wrappers.filter(({ name }) => name !== 'white space')
  const isReal = (outer: Wrapper, inner: Wrapper) =>
    // Of a row of a table export it is enough to know its longest text, and what a program escapes in its own way is its own.
    inner.name !== 'row of comma-separated values' &&
    !(outer.name.startsWith('row') && inner.example.line.includes('"')) &&
    !(outer.name.startsWith('TeamCity') && /['"|]/.test(inner.example.line)) &&
    // A file's line number before a clock looks like one more number.
    !(outer.name.startsWith('line number') && inner.name.startsWith('zerolog'))
  const pairs = nestable.flatMap((outer) => nestable.filter((inner) => isReal(outer, inner)).map((inner) => [outer, inner] as const))
  it.each(pairs.map(([outer, inner]) => [outer.name, inner.name, outer, inner] as const))(
    '%s around %s',
    (_outer, _inner, outer, inner) => {
      const inside = outer.field ? JSON.stringify(inner.example.line).slice(1, -1) : inner.example.line
      const line = outer.example.line.replace(outer.example.content, () => inside)
      expect(squeezeLiteral(contentText(line))).toBe(squeezeLiteral(inner.example.content))
    },
  )
})

describe('what is no wrapper', () => {
  it.each([
    ['a status at the start of a continued line', '403. Please try running'],
    ['a line that is a code', 'CONNECTIVITY_DNS_ERROR'],
    ['a level word, which signatures may hold', 'ERROR: Login failed.'],
    ['a flag', '--expose-token'],
    ['a port at the start of a continued line', '443: connect: connection refused'],
    ['a status at the start of a continued line, and a word', '403 Forbidden'],
    ['a version at the start of a continued line', '2.45.0 is installed'],
    ['an address at the start of a continued line', '10.0.0.4:443: i/o timeout'],
    ['half a word before a bar', 'istry is not reachable|'],
    ['an object of the Azure CLI', '{name} is no registry'],
    ['a placeholder', '<registry-1>.azurecr.io is down'],
    ['a Windows path', 'C:\\Users\\ann\\a.log: not found'],
    ['an error of a shell', './deploy.sh: line 12: az: command not found'],
    ['a Python exception', 'azure.cli.core.azclierror.ValidationError: Registry name'],
    ['the middle of a sentence', 'Error: the registry: it is gone'],
    ['a quoted word', '"contoso" is not a registry, "fabrikam" is'],
    ['a question', 'Is the network of contoso [2]: private'],
    ['an image', 'contoso.azurecr.io/web:v1: not found'],
  ])('%s', (_, line) => {
    expect(peelLine(line)).toEqual({ start: 0, end: line.length })
  })

  it('gives up after a bounded number of layers', () => {
    expect(contentText('> '.repeat(1000)).length).toBeGreaterThan(1000)
  })
})

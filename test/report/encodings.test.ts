import { expect, it } from 'vitest'
import { encodingsOf } from '../../src/report/encodings.js'
import type { ReportInput } from '../../src/report/report.js'

const inputs = (...encodings: string[]): ReportInput[] =>
  encodings.map((encoding, id) => ({ id, name: `${id}.log`, bytes: 9, lines: 1, encoding, problem: null, problemFacts: null }))
const names = (some: readonly ReportInput[]) => encodingsOf(some).map(({ encoding }) => encoding)

it('says nothing of UTF-8 alone', () => {
  expect(names(inputs('utf-8', 'utf-8'))).toEqual([])
})

it('names every encoding where there are others, UTF-8 too', () => {
  expect(names(inputs('utf-8', 'utf-16le', 'utf-16le'))).toEqual(['utf-8', 'utf-16le'])
  expect(names(inputs('gb18030'))).toEqual(['gb18030'])
})

it('leaves out inputs of which nothing was read', () => {
  const [unread, read] = inputs('utf-8', 'utf-16le') as [ReportInput, ReportInput]
  expect(names([{ ...unread, lines: 0 }, read])).toEqual(['utf-16le'])
})

/** A redacted log gives the findings of the original. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explain } from '../../src/explain.js'
import { vocabulary } from '../../src/log/vocabulary.js'
import { keptWordsOf } from '../../src/redact/kept-words.js'
import { createRedactor, type Redactor } from '../../src/redact/redactor.js'
import { redactionBy } from '../../src/report/redact-report.js'
import type { Report } from '../../src/report/report.js'
import { readText } from '../../src/text/read-text.js'
import { builtCatalog } from '../built-catalog.js'

const keptWords = keptWordsOf(
  builtCatalog,
  vocabulary.map(({ says }) => says),
)
const fixtures = new URL('../../fixtures/', import.meta.url)
const pages = new URL('../../kb/', import.meta.url)

const logs = readdirSync(fixtures).map((name) => ({ name, bytes: readFileSync(new URL(`${name}/input.txt`, fixtures)) }))

/** The examples of the catalog's own pages: every wording that it knows. */
const examples = readdirSync(pages, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md') && !name.includes('zh-CN'))
  .map((name) => ({ name, blocks: examplesOf(readFileSync(new URL(name, pages), 'utf8')) }))

function examplesOf(page: string): Uint8Array[] {
  return [...page.matchAll(/^```log .*\n([\s\S]*?)^```$/gm)].map(([, text]) => new TextEncoder().encode(text))
}

/** What a report finds, and on which facts it rests. */
function skeletonOf({ verdict, findings, runs, accounting }: Report) {
  return {
    verdict,
    findings: findings.map(({ code, state, role, facts, causes, evidence }) => ({
      ...{ code, state, role, facts },
      causes: causes.map(({ id, likelihood }) => `${id} ${likelihood}`),
      evidence,
    })),
    runs: runs.map(({ kind, lines, environment, checks }) => ({ kind, lines, environment, checks })),
    accounting,
  }
}

const explainWith = (bytes: Uint8Array, redactor?: Redactor) =>
  explain(bytes, { catalog: builtCatalog, ...(redactor ? { redaction: redactionBy(redactor) } : {}) })

function expectSameFindings(bytes: Uint8Array): void {
  const redactor = createRedactor({ keptWords })
  const reported = explainWith(bytes, redactor)
  const redacted = redactor.redact(readText(bytes).text)
  expect(skeletonOf(explainWith(new TextEncoder().encode(redacted)))).toEqual(skeletonOf(reported))
}

it.each(logs)('$name', ({ bytes }) => {
  expectSameFindings(bytes)
})

describe.each(examples)('$name', ({ blocks }) => {
  it('gives the same findings in each example', () => {
    for (const block of blocks) expectSameFindings(block)
  })
})

/** One runner for all saved inputs: adding a case adds a folder and no code. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../src/catalog/entry.js'
import { toPlainText } from '../src/catalog/prose.js'
import { explain } from '../src/explain.js'
import { renderers } from '../src/render/index.js'
import { toJsonReport } from '../src/render/json.js'
import { reportSchema } from '../src/report/schema.js'
import { builtCatalog } from './built-catalog.js'

const root = new URL('../fixtures/', import.meta.url)
const cases = readdirSync(root)

/** What a report says, without the words: they may be bettered without anybody reading every golden file again. */
function skeletonOf(report: ReturnType<typeof explain>) {
  return {
    verdict: report.verdict,
    summary: toPlainText(report.summary),
    runs: report.runs.map(({ lines, kind, environment, checks }) => ({
      lines: lines.join('-'),
      kind,
      environment,
      checks: Object.fromEntries(
        checks.map(({ id, status, line, because }) => [
          id,
          [status, line === null ? '' : `at line ${line}`, because ? `(${because})` : ''].filter(Boolean).join(' '),
        ]),
      ),
    })),
    findings: report.findings.map(({ code, severity, role, consequenceOf, state, count, facts, evidence, causes, remedies, decide }) => ({
      code,
      is: [severity, role, state, `${count}x`].join(', ') + (consequenceOf ? ` of ${consequenceOf}` : ''),
      facts,
      lines: evidence.map(({ line }) => line).join(' '),
      causes: causes.map(({ id, likelihood, because }) => `${likelihood}: ${id}${because.length > 0 ? ` (${because.join('; ')})` : ''}`),
      firstCommands: remedies[0]?.commands ?? [],
      decide: decide?.command ?? null,
    })),
    lines: report.accounting.lines,
    unexplained: report.unexplained.map(({ line, template }) => `${line}: ${template}`),
  }
}

describe.each(cases)('%s', (name) => {
  const folder = new URL(`${name}/`, root)
  const bytes = readFileSync(new URL('input.txt', folder))
  const explainIn = (locale: 'en' | 'zh-CN') => explain(bytes, { catalog: builtCatalog, locale, name: 'input.txt' })

  it('is told where it comes from', () => {
    expect(readFileSync(new URL('source.md', folder), 'utf8').trim()).not.toBe('')
  })

  it('gives the golden diagnosis', async () => {
    await expect(`${JSON.stringify(skeletonOf(explainIn('en')), null, 2)}\n`).toMatchFileSnapshot(
      new URL('diagnosis.json', folder).pathname,
    )
  })

  it.each(LOCALES)('gives a report in %s that the schema accepts and whose lines add up', (locale) => {
    const report = explainIn(locale)
    expect(reportSchema.safeParse(toJsonReport(report)).error?.issues ?? []).toEqual([])
    const { total, ...classes } = report.accounting.lines
    expect(Object.values(classes).reduce((sum, count) => sum + count, 0)).toBe(total)
  })

  it.each(LOCALES.filter((locale) => existsSync(new URL(`report.${locale}.txt`, folder))))('reads well in %s', async (locale) => {
    const text = await renderers
      .find((renderer) => renderer.name === 'text')
      ?.render(explainIn(locale), { width: 80, colour: false, unicode: true })
    await expect(text).toMatchFileSnapshot(new URL(`report.${locale}.txt`, folder).pathname)
  })
})

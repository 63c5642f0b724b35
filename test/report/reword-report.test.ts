import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseProse } from '../../src/compile/parse-prose.js'
import { explain } from '../../src/explain.js'
import { toJsonReport } from '../../src/render/json.js'
import { readReport } from '../../src/report/read-report.js'
import type { JsonReport, Report } from '../../src/report/report.js'
import { rewordReport } from '../../src/report/reword-report.js'
import { reportSchema } from '../../src/report/schema.js'
import { digestInput, triageDigests } from '../../src/triage-inputs.js'
import { builtCatalog as catalog } from '../built-catalog.js'

const fixtures = new URL('../../fixtures/', import.meta.url)
const logs = readdirSync(fixtures).map((name) => ({ name, bytes: readFileSync(new URL(`${name}/input.txt`, fixtures)) }))

/** As it is once it was written to a file and read again. */
function saved(report: Report): Report {
  const json = reportSchema.parse(JSON.parse(JSON.stringify(toJsonReport(report)))) as JsonReport
  return readReport(json, parseProse)
}

const asJson = (report: Report) => JSON.parse(JSON.stringify(toJsonReport(report)))

describe('a saved report', () => {
  it.each(logs)('of $name is the same when it is read again, and in the other language what it would have been', ({ bytes }) => {
    const english = explain(bytes, { catalog })
    const chinese = explain(bytes, { catalog, locale: 'zh-CN' })
    expect(asJson(rewordReport(saved(english), catalog, 'en'))).toEqual(asJson(english))
    expect(asJson(rewordReport(saved(english), catalog, 'zh-CN'))).toEqual(asJson(chinese))
    expect(asJson(rewordReport(saved(chinese), catalog, 'en'))).toEqual(asJson(english))
  })

  it('of a triage, too', () => {
    const digests = logs.map((log) => digestInput(log, catalog))
    const [english, chinese] = [triageDigests(digests, { catalog }), triageDigests(digests, { catalog, locale: 'zh-CN' })]
    expect(asJson(rewordReport(saved(english), catalog, 'zh-CN'))).toEqual(asJson(chinese))
  })

  it('keeps the words of an entry that the catalog has no more', () => {
    const report = explain('An error occurred: HELM_COMMAND_ERROR', { catalog })
    const [finding] = report.findings as [Report['findings'][number]]
    const old = saved({ ...report, findings: [{ ...finding, code: 'GONE_ERROR' }] })
    expect(rewordReport(old, catalog, 'zh-CN').findings[0]?.title).toEqual(finding.title)
  })
})

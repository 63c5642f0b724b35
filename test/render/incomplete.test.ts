import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../src/catalog/entry.js'
import { annotationsOf } from '../../src/render/annotations.js'
import { renderCsv } from '../../src/render/csv.js'
import { renderers } from '../../src/render/index.js'
import type { Report } from '../../src/report/report.js'
import { wordsFor } from '../../src/report/words.js'
import { digestInput, triageDigests } from '../../src/triage-inputs.js'
import { builtCatalog as catalog } from '../built-catalog.js'

const failure = "An error occurred: CONNECTIVITY_FORBIDDEN_ERROR\nLooks like you don't have access to registry 'contoso.azurecr.io'.\n"
const layout = { width: 80, colour: false, unicode: true }

function reportOf(text: string, isIncomplete: boolean, locale: Report['locale'] = 'en'): Report {
  const digests = [digestInput({ name: 'a.log', bytes: new TextEncoder().encode(text) }, catalog)]
  return triageDigests(digests, { catalog, locale, isIncomplete })
}

/** Programs read a field, people a sentence. */
const fields: Readonly<Record<string, RegExp>> = { json: /"incomplete": true/, ndjson: /"incomplete":true/, csv: /,true\r\n/ }

describe.each(LOCALES)('a report that was cut short, in %s', (locale) => {
  describe.each([
    ['with a finding', failure],
    ['without any', 'all is well\n'],
  ])('%s', (_, text) => {
    it.each(renderers)('is told from a whole one as $name', async ({ name, render }) => {
      const said = fields[name] ?? wordsFor(locale).triage.incomplete
      expect(await render(reportOf(text, true, locale), layout)).toMatch(said)
      expect(await render(reportOf(text, false, locale), layout)).not.toMatch(said)
    })
  })
})

it('keeps the columns of a spreadsheet as they are', () => {
  const widths = [failure, ''].map((text) => renderCsv(reportOf(text, true)).trimEnd().split('\r\n'))
  for (const [header = '', row = ''] of widths) expect(row.replace(/"[^"]*"/g, '').split(',')).toHaveLength(header.split(',').length)
})

it('counts among the ten annotations that a build shows', () => {
  const report = reportOf(failure, true)
  const [finding] = report.findings as [Report['findings'][number]]
  const { annotations, left } = annotationsOf({ ...report, findings: Array.from({ length: 13 }, () => finding) })
  expect(annotations).toHaveLength(10)
  expect(annotations[0]).toMatchObject({ severity: 'warning', code: null })
  expect(left).toBe(4)
})

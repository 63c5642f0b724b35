/** One report with something of everything in it, in every format and language. A new format has its golden files written by the first run. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../src/catalog/entry.js'
import { compileCatalog } from '../../src/compile/compile-catalog.js'
import { formatFault } from '../../src/compile/fault.js'
import { openCompiled } from '../../src/compile/open-compiled.js'
import { readPages } from '../../src/compile/pages-on-disk.js'
import { explainAll } from '../../src/explain.js'
import { renderers } from '../../src/render/index.js'

const folder = new URL('golden/', import.meta.url)
const pages = fileURLToPath(new URL('pages', folder))
const extensions: Readonly<Record<string, string>> = { text: 'txt', markdown: 'md' }

/** The golden catalog is made up, so that bettering a page of the real one changes no golden file. */
function goldenCatalog() {
  const { catalog, faults } = compileCatalog(readPages(pages), { root: pages, translations: 'required' })
  if (!catalog) throw new Error(faults.map(formatFault).join('\n'))
  return openCompiled(catalog, 'sha256:0')
}

const inputs = ['first.log', 'second.log'].map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }))
const catalog = goldenCatalog()

describe.each(LOCALES)('in %s', (locale) => {
  const report = explainAll(inputs, { catalog, locale, version: '1.2.3' })

  it.each(renderers)('the golden report as $name', async ({ name, render }) => {
    const path = fileURLToPath(new URL(`report.${locale}.${extensions[name] ?? name}`, folder))
    await expect(await render(report, { width: 80, colour: false, unicode: true })).toMatchFileSnapshot(path)
  })
})

/** kb/README.md: the catalog at a glance, and what is still weak in it. */
import type { Catalog, CatalogEntry } from '../../../src/catalog/entry.js'
import { compareText } from '../../../src/text/compare-text.js'
import { healthOf } from './health.js'
import { linkTo } from './link-to.js'

const head = `# The catalog

What acr-explain knows, an entry a line. [CONTRIBUTING.md](../CONTRIBUTING.md) says how a page is written.

This page is made from the others: \`npx vitest run test/compile/index-page -u\` writes it anew, and a test fails where it is behind.`

/** @returns Markdown with links relative to kb/ */
export function indexPage(catalog: Catalog): string {
  const { entries } = catalog
  const groups = [...new Set(entries.map(({ group }) => group))].sort(compareText)
  return [
    head,
    `${entries.length} entries, ${catalog.aliases.length} other names, ${groups.length} groups.`,
    ...groups.flatMap((group) => [
      `## ${group}`,
      tableOf(
        entries.filter((entry) => entry.group === group),
        catalog,
      ),
    ]),
    '## Other names',
    otherNames(entries),
    '## Health',
    ...healthOf(catalog).map(({ what, of }) => (of.length > 0 ? `${what}:\n\n${listOf(of)}` : `${what}: none.`)),
  ]
    .join('\n\n')
    .concat('\n')
}

function tableOf(entries: readonly CatalogEntry[], catalog: Catalog): string {
  const rows = entries.map((entry) => {
    const chinese = catalog.words(entry.code, 'zh-CN').title
    return `| ${linkTo(entry)} | ${catalog.words(entry.code, 'en').title} | ${linkTo(entry, chinese, '.zh-CN')} |`
  })
  return ['| Code | What happened | 中文 |', '|---|---|---|', ...rows].join('\n')
}

function otherNames(entries: readonly CatalogEntry[]): string {
  return listOf(entries.flatMap((entry) => entry.aliases.map((alias) => `${alias}: ${linkTo(entry)}`)).sort(compareText))
}

function listOf(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

import type { Catalog, CatalogEntry } from '../catalog/entry.js'
import { toJsonEntry } from '../render/look-up/entry-json.js'
import { renderEntryMarkdown } from '../render/look-up/entry-markdown.js'
import { renderEntryText } from '../render/look-up/entry-text.js'
import { describeEntry } from '../report/describe-entry.js'
import { wordsFor } from '../report/words.js'
import type { Messages } from './messages.js'
import type { Settings } from './settings.js'
import { writeTargets } from './write-output.js'

/** Writes the pages of entries in each wanted format. */
export async function writeEntries(
  entries: readonly CatalogEntry[],
  catalog: Catalog,
  settings: Settings,
  messages: Messages,
): Promise<void> {
  const pages = entries.map((entry) => describeEntry(entry, catalog, settings.locale, settings.asOf))
  const words = wordsFor(settings.locale)
  await writeTargets(settings, messages, (format, layout) => {
    if (format === 'json') return `${JSON.stringify({ results: pages.map(toJsonEntry) }, null, 2)}\n`
    return pages
      .map((page) => (format === 'markdown' ? renderEntryMarkdown(page, words) : renderEntryText(page, layout, words)))
      .join('\n\n')
  })
}

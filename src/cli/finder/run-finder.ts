import process from 'node:process'
import type { Catalog, CatalogEntry, Locale } from '../../catalog/entry.js'
import { firstSentence } from '../../catalog/prose.js'
import type { FoundEntry } from '../../render/look-up/found.js'
import { searchCatalog } from '../../search/search-catalog.js'
import type { CommandCall } from '../command.js'
import type { Outcome } from '../exit-code.js'
import { foundEntries } from '../found-entries.js'
import { entriesByGroup } from '../groups.js'
import { UsageError } from '../usage-error.js'
import { writeEntries } from '../write-entries.js'
import { askFinder, type Findings } from './finder-prompt.js'

/** `search` without words: finds as one types, and shows the entry that is chosen. Esc leaves the terminal as it was. */
export async function runFinder({ settings, messages }: CommandCall, catalog: Catalog): Promise<Outcome> {
  const terminal = [process.stderr, process.stdout].find(({ isTTY }) => isTTY)
  if (terminal === undefined) throw new UsageError(messages.noOperands('search', 'acr-explain search firewall 403'))
  const all = entriesByGroup(catalog, settings.group)
  const find = (query: string, limit: number): Findings => {
    if (query.trim() === '') return { found: unsearched(all.slice(0, limit), catalog, settings.locale), total: all.length, nearest: [] }
    const result = searchCatalog(query, catalog, { ...settings, limit, isTyping: true })
    const found = foundEntries(result, catalog, settings.locale, messages)
    return { found, total: result.total, nearest: result.nearest.map(({ code }) => code) }
  }
  const answer = await askFinder({ find, settings, messages }, terminal)
  if (answer.kind === 'interrupted') return answer
  if (answer.kind === 'left') return { kind: 'done' }
  await writeEntries([catalog.entry(answer.code) as CatalogEntry], catalog, settings, messages)
  return { kind: 'look-up', found: true }
}

function unsearched(entries: readonly CatalogEntry[], catalog: Catalog, locale: Locale): FoundEntry[] {
  const unmarked = (text: string) => [{ text, isMarked: false }]
  return entries.map(({ code, group, aliases }) => {
    const { title, meaning } = catalog.words(code, locale)
    return {
      code,
      group,
      aliases,
      score: 1,
      title: unmarked(title),
      summary: unmarked(firstSentence(meaning)),
      why: [],
      origin: catalog.originOf(code),
    }
  })
}

/** A catalog of a few made-up entries, each written down as far as its test needs it. */
import type { Catalog, CatalogEntry, EntryWords } from '../../src/catalog/entry.js'
import { openCatalog } from '../../src/catalog/open-catalog.js'
import { evidenceOf } from './evidence.js'

export interface SmallEntry extends Partial<Omit<CatalogEntry, 'signatures' | 'causes' | 'foundWhen'>> {
  readonly code: string
  /** What the log says; for an entry found by conditions, left out. */
  readonly says?: readonly string[]
  /** Lines of evidence by the ids of causes, as pages write them: `likely: fact status is 401`. */
  readonly causes?: Readonly<Record<string, readonly string[]>>
  /** Conditions, each line enough by itself. */
  readonly foundWhen?: readonly string[]
  /** Commands of a remedy for all causes. */
  readonly commands?: readonly string[]
}

export function smallCatalog(...written: readonly SmallEntry[]): Catalog {
  const entries = new Map(written.map((entry) => [entry.code, entryOf(entry)]))
  const words = new Map(written.map((entry) => [entry.code, wordsOf(entry)]))
  return openCatalog({
    digest: 'sha256:0',
    codes: [...entries.keys()].sort(),
    inferable: [...entries.values()].filter(({ foundWhen }) => foundWhen.length > 0).map(({ code }) => code),
    signatures: null,
    aliases: [],
    readSearchIndex: () => null,
    readScanPlan: () => null,
    readEntry: (code) => JSON.stringify(entries.get(code)),
    readWords: (code) => JSON.stringify(words.get(code)),
  })
}

function entryOf({ says = [], causes = {}, foundWhen = [], commands: _commands, ...rest }: SmallEntry): CatalogEntry {
  return {
    ...{ group: 'made-up', layer: 'registry', severity: 'error', check: null, blocks: [], since: null, until: null, aliases: [] },
    ...{ scope: 'registry', consequenceOf: [], links: [], seeAlso: [] },
    ...rest,
    signatures: says.map((text) => ({ text, weak: false })),
    foundWhen: foundWhen.map((line) => evidenceOf(`likely: ${line}`).all),
    causes: Object.entries(causes).map(([id, lines]) => ({ id, evidence: lines.map(evidenceOf) })),
  }
}

function wordsOf({ code, causes = {}, commands = [] }: SmallEntry): EntryWords {
  return {
    title: `title of ${code}`,
    keywords: [],
    meaning: [['What it means.']],
    causes: Object.keys(causes).map((id) => ({ title: id, text: [[id]] })),
    remedies: commands.length > 0 ? [{ for: null, text: [['Do this.']], commands }] : [],
    deciding: null,
  }
}

/** Every line of every example of the catalog, with what the matcher finds on it by itself. */
import { fileURLToPath } from 'node:url'
import { compileCatalog } from '../../src/compile/compile-catalog.js'
import { readPages } from '../../src/compile/pages-on-disk.js'
import { buildCatalogTable } from '../../src/match/compiled-signatures.js'
import { findMatches } from '../../src/match/find-matches.js'
import { standsAlone } from '../../src/match/talk.js'
import { readText } from '../../src/text/read-text.js'
import { builtCatalog } from '../built-catalog.js'

/** Lines of plain text, each once: neither escaped nor JSON, whose quotes and white space a signature writes otherwise. */
export function plainLines(): string[] {
  const root = fileURLToPath(new URL('../../kb', import.meta.url))
  const { examples } = compileCatalog(readPages(root), { root, translations: 'optional' })
  const lines = examples.flatMap(({ text }) => text.split('\n')).map((line) => line.trim())
  return [...new Set(lines)].filter((line) => /^[^{[\\][^\\]*$/.test(line))
}

const table = buildCatalogTable(builtCatalog, [])

/** The codes whose signatures stand on a line, those inside longer ones and those that are only talked about too; sorted. */
export function codesOnLine(line: string): string[] {
  const source = readText(new TextEncoder().encode(line))
  const codes = findMatches(source, table).flatMap(({ signature, stretch }) => {
    if (signature.owner.kind !== 'entry' || signature.owner.entry.severity === 'noise') return []
    return signature.isBareCode && !standsAlone(source, stretch) ? [] : [signature.owner.entry.code]
  })
  return [...new Set(codes)].sort()
}

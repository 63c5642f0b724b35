/**
 * The catalog's signature table as bytes. The build makes it, so that a start costs the same however many entries there
 * are: what a log does not say is never parsed.
 */
import type { Catalog, CatalogEntry } from '../catalog/entry.js'
import { PRINTED_CODES } from '../catalog/groups.js'
import { joinBytes } from '../text/join-bytes.js'
import { ViewReader } from '../text/view-reader.js'
import { conditionTextsOf } from './condition-texts.js'
import {
  BUCKETS,
  buildSignatureTable,
  type GramTable,
  type OwnedSignature,
  openSignatureTable,
  type SignatureTable,
} from './signature-table.js'

/** Something that a log may say, and what it is to the reader of runs. */
export interface Says {
  readonly says: string
  /** It tells what kind of text this is, and leaves it to others to explain the line. */
  readonly isHint?: boolean
}

export type Owner<Saying> =
  | { readonly kind: 'saying'; readonly saying: Saying }
  | { readonly kind: 'entry'; readonly entry: CatalogEntry }
  | { readonly kind: 'text'; readonly text: string }

/** Where a signature stands: a saying of the vocabulary, a signature of an entry, or a text that its evidence asks for. */
interface Reference {
  readonly kind: Owner<unknown>['kind']
  /** Index in the catalog's codes; 0 for a saying. */
  readonly entryIndex: number
  readonly ordinal: number
}

/** Makes the table from the whole catalog. */
export function buildCatalogTable<Saying extends Says>(catalog: Catalog, vocabulary: readonly Saying[]): SignatureTable<Owner<Saying>> {
  return buildSignatureTable(referencesOf(catalog, vocabulary).map((reference) => resolve(reference, catalog, vocabulary)))
}

/** The texts that are looked for in a log, signatures and others, as they are written. */
export function soughtTexts(catalog: Catalog, vocabulary: readonly Says[]): string[] {
  return referencesOf(catalog, vocabulary).map((reference) => resolve(reference, catalog, vocabulary).text)
}

/** Every signature's place: sayings first, then entries, then texts, of which each stands once. */
function referencesOf(catalog: Catalog, vocabulary: readonly Says[]): Reference[] {
  const sayings = vocabulary.map((_, ordinal) => ({ kind: 'saying' as const, entryIndex: 0, ordinal }))
  const signatures = catalog.entries.flatMap((entry, entryIndex) =>
    signaturesOf(entry).map((_, ordinal) => ({ kind: 'entry' as const, entryIndex, ordinal })),
  )
  const seen = new Set<string>()
  const texts = catalog.entries.flatMap((entry, entryIndex) =>
    conditionTextsOf(entry).flatMap((text, ordinal) => {
      if (seen.has(text)) return []
      seen.add(text)
      return [{ kind: 'text' as const, entryIndex, ordinal }]
    }),
  )
  return [...sayings, ...signatures, ...texts]
}

function resolve<Saying extends Says>(
  { kind, entryIndex, ordinal }: Reference,
  catalog: Catalog,
  vocabulary: readonly Saying[],
): OwnedSignature<Owner<Saying>> {
  if (kind === 'saying') {
    const saying = vocabulary[ordinal] as Saying
    return { owner: { kind, saying }, text: saying.says, weak: false }
  }
  const entry = catalog.entry(catalog.codes[entryIndex] as string) as CatalogEntry
  if (kind === 'text') {
    const text = conditionTextsOf(entry)[ordinal] as string
    return { owner: { kind, text }, text, weak: false }
  }
  return { owner: { kind, entry }, ...(signaturesOf(entry)[ordinal] as { text: string; weak: boolean }) }
}

/** An entry's signatures, and its code where that counts bare. */
export function signaturesOf(entry: CatalogEntry): CatalogEntry['signatures'] {
  return entry.group === PRINTED_CODES ? [...entry.signatures, { text: entry.code, weak: false }] : entry.signatures
}

/** Read back on a machine of the other byte order it is another number: then the table is built anew. */
const MARK = 0x41435231
const HEADER_WORDS = 5

/** The table in the byte order of the machine: header, 32-bit numbers, 16-bit numbers. */
export function compileSignatures(catalog: Catalog, vocabulary: readonly Says[]): Uint8Array {
  const references = referencesOf(catalog, vocabulary)
  const { grams } = buildCatalogTable(catalog, vocabulary)
  const kinds = references.map(({ kind }) => kind)
  const header = [MARK, references.length, vocabulary.length, kinds.filter((kind) => kind !== 'text').length, grams.anchors.length]
  const words = Uint32Array.from([...header, ...grams.anchorStarts])
  const halves = Uint16Array.from([
    ...grams.buckets,
    ...grams.next,
    ...grams.gramOffsets,
    ...references.map(({ entryIndex }) => entryIndex),
    ...references.map(({ ordinal }) => ordinal),
    ...grams.anchors,
  ])
  return joinBytes([new Uint8Array(words.buffer), new Uint8Array(halves.buffer)])
}

/** The compiled table; undefined where another machine's byte order made it. */
export function openCompiledSignatures<Saying extends Says>(
  bytes: Uint8Array,
  catalog: Catalog,
  vocabulary: readonly Saying[],
): SignatureTable<Owner<Saying>> | undefined {
  const reader = new ViewReader(bytes)
  const [mark, count, sayings, firstText, anchorLetters] = reader.take(Uint32Array, HEADER_WORDS) as unknown as number[]
  if (mark !== MARK || count === undefined || sayings === undefined || firstText === undefined) return undefined
  const anchorStarts = reader.take(Uint32Array, count + 1)
  const nextHalves = (length: number) => reader.take(Uint16Array, length)
  const [buckets, next, gramOffsets] = [nextHalves(BUCKETS), nextHalves(count), nextHalves(count)]
  const [entryIndexes, ordinals, anchors] = [nextHalves(count), nextHalves(count), nextHalves(anchorLetters ?? 0)]
  const grams: GramTable = { buckets, next, gramOffsets, anchorStarts, anchors }
  return openSignatureTable(grams, (index) => {
    const kind = index < sayings ? 'saying' : index < firstText ? 'entry' : 'text'
    const reference = { kind, entryIndex: entryIndexes[index] as number, ordinal: ordinals[index] as number } as const
    return resolve(reference, catalog, vocabulary)
  })
}

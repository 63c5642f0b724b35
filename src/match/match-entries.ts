/** Text × catalog → matches. The vocabulary of the log and the texts that evidence asks for are looked up in the same pass. */
import type { Catalog, CatalogEntry } from '../catalog/entry.js'
import { lineIndexAt, type SourceText } from '../text/read-text.js'
import { buildCatalogTable, type Owner, openCompiledSignatures, type Says } from './compiled-signatures.js'
import { findMatches } from './find-matches.js'
import type { Match, Stretch } from './match.js'
import type { SignatureTable } from './signature-table.js'
import { isMention, standsAlone } from './talk.js'

export interface Matches<Saying> {
  /** What counts for the catalog, in order of place. */
  readonly entries: readonly Match<CatalogEntry>[]
  readonly sayings: readonly Match<Saying>[]
  /** The texts of conditions, by their wording. */
  readonly texts: readonly Match<string>[]
  /** Codes that are only talked about, in order of place. */
  readonly mentioned: readonly string[]
}

export function matchEntries<Saying extends Says>(source: SourceText, catalog: Catalog, vocabulary: readonly Saying[]): Matches<Saying> {
  const found = findMatches(source, tableFor(catalog, vocabulary))
  const entries: Match<CatalogEntry>[] = []
  const sayings: Match<Saying>[] = []
  const texts: Match<string>[] = []
  for (const match of found) {
    const { owner } = match.signature
    if (owner.kind === 'entry') entries.push(ownedBy(match, owner.entry))
    else if (owner.kind === 'saying') sayings.push(ownedBy(match, owner.saying))
    else texts.push(ownedBy(match, owner.text))
  }
  const said = sayings.filter((match) => !isMention(source, match))
  const counting = matchesThatCount(source, entries, said)
  return { entries: counting, sayings: said, texts, mentioned: mentionedIn(entries, counting) }
}

function ownedBy<Owner>(match: Match<unknown>, owner: Owner): Match<Owner> {
  return { ...match, signature: { ...match.signature, owner } }
}

const tables = new WeakMap<Catalog, SignatureTable<Owner<never>>>()

function tableFor<Saying extends Says>(catalog: Catalog, vocabulary: readonly Saying[]): SignatureTable<Owner<Saying>> {
  const known = tables.get(catalog) as SignatureTable<Owner<Saying>> | undefined
  if (known) return known
  const compiled = catalog.signatures && openCompiledSignatures(catalog.signatures, catalog, vocabulary)
  const table = compiled ?? buildCatalogTable(catalog, vocabulary)
  tables.set(catalog, table as SignatureTable<Owner<never>>)
  return table
}

function mentionedIn(entries: readonly Match<CatalogEntry>[], counting: readonly Match<CatalogEntry>[]): string[] {
  const counted = new Set(counting.map(({ signature }) => signature.owner.code))
  const codes = entries.filter(({ signature }) => !signature.weak).map(({ signature }) => signature.owner.code)
  return [...new Set(codes.filter((code) => !counted.has(code)))]
}

function matchesThatCount(
  source: SourceText,
  entries: readonly Match<CatalogEntry>[],
  sayings: readonly Match<Says>[],
): Match<CatalogEntry>[] {
  const said = entries.filter((match) => (match.signature.isBareCode ? standsAlone(source, match.stretch) : !isMention(source, match)))
  const uncovered = withoutCovered(said)
  const explaining = sayings.filter(({ signature }) => !signature.owner.isHint)
  const strong = uncovered.filter((match) => !match.signature.weak)
  const strongLines = new Set([...strong, ...explaining].flatMap((match) => linesOf(source, match.stretch)))
  const weak = uncovered.filter((match) => match.signature.weak && !ownLines(source, match).some((line) => strongLines.has(line)))
  return [...strong, ...weak].sort((a, b) => a.stretch.start - b.stretch.start)
}

/** The lines in which a match's literals begin and end: between them something else may stand. */
function ownLines(source: SourceText, { literals }: Match<unknown>): number[] {
  return literals.flatMap(({ start, end }) => [lineIndexAt(source, start), lineIndexAt(source, Math.max(start, end - 1))])
}

/** The 0-based lines that a stretch touches. */
function linesOf(source: SourceText, stretch: Stretch): number[] {
  const first = lineIndexAt(source, stretch.start)
  const last = lineIndexAt(source, Math.max(stretch.start, stretch.end - 1))
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** Drops every match whose literals all lie inside those of a longer one: two entries may share a sentence, and the one that says more of it is meant. */
function withoutCovered<Owner>(matches: readonly Match<Owner>[]): Match<Owner>[] {
  return matches.filter((match, index) => !overlapping(matches, index).some((other) => covers(other, match)))
}

/** A stretch longer than any signature can make. */
const FARTHEST_OVERLAP = 4096

function overlapping<Owner>(matches: readonly Match<Owner>[], index: number): Match<Owner>[] {
  const { start, end } = (matches[index] as Match<Owner>).stretch
  const near: Match<Owner>[] = []
  for (let before = index - 1; before >= 0; before--) {
    const other = matches[before] as Match<Owner>
    if (other.stretch.start < start - FARTHEST_OVERLAP) break
    if (other.stretch.end > start) near.push(other)
  }
  for (let after = index + 1; after < matches.length; after++) {
    const other = matches[after] as Match<Owner>
    if (other.stretch.start >= end) break
    near.push(other)
  }
  return near
}

function covers(long: Match<unknown>, short: Match<unknown>): boolean {
  if (literalLength(long) <= literalLength(short)) return false
  return short.literals.every((inner) => long.literals.some((outer) => outer.start <= inner.start && inner.end <= outer.end))
}

function literalLength(match: Match<unknown>): number {
  return match.literals.reduce((sum, { start, end }) => sum + end - start, 0)
}

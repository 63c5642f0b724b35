/** Catalog → rules for other engines: what of a signature any engine can look for on a line. */
import type { Catalog, CatalogEntry, Locale, Severity } from '../catalog/entry.js'
import { signaturesOf } from '../match/compiled-signatures.js'
import { isFreeText } from '../match/gaps.js'
import { bareCode, parseSignature } from '../match/signature.js'

/** One signature: its literals, in their order on the line. */
export interface LinePattern {
  readonly literals: readonly string[]
  /** For each gap between two literals whether it holds one word alone, rather than anything. */
  readonly areWords: readonly boolean[]
  /** A code that counts where it is all that a line says, or all that it says behind a colon. */
  readonly isBareCode: boolean
}

export interface ExportRule {
  readonly code: string
  readonly title: string
  readonly severity: Severity
  /** Weak patterns are too general to decide alone. */
  readonly strength: 'strong' | 'weak'
  readonly patterns: readonly LinePattern[]
}

/** The rules of all entries that can be findings, sorted by code, an entry's strong patterns before its weak ones. */
export function exportRules(catalog: Catalog, locale: Locale): ExportRule[] {
  return catalog.entries.flatMap((entry) => {
    const { severity } = entry
    if (severity === 'noise') return []
    const { title } = catalog.words(entry.code, locale)
    return (['strong', 'weak'] as const).flatMap((strength): ExportRule[] => {
      const patterns = patternsOf(entry, strength === 'weak')
      return patterns.length === 0 ? [] : [{ code: entry.code, title, severity, strength, patterns }]
    })
  })
}

function patternsOf(entry: CatalogEntry, weak: boolean): LinePattern[] {
  const patterns = signaturesOf(entry)
    .filter((signature) => signature.weak === weak)
    .map(({ text }) => patternOf(text))
  return patterns.filter((pattern, at) => !patterns.some((other, place) => place !== at && isInside(other, pattern, place < at)))
}

function patternOf(signature: string): LinePattern {
  const literals: string[] = []
  const areWords: boolean[] = []
  for (const part of parseSignature(signature).parts) {
    // White space beside a gap belongs to nobody; a literal of nothing else joins two gaps.
    const literal = 'literal' in part ? part.literal.trim() : ''
    if (literal !== '') literals.push(literal)
    else if (literals.length > 0)
      areWords[literals.length - 1] = 'gap' in part && !isFreeText(part.type) && areWords.length < literals.length
  }
  return { literals, areWords: areWords.slice(0, literals.length - 1), isBareCode: bareCode.test(signature) }
}

/** Whether a pattern finds every line that another finds, so that the other is not needed; of two alike the first stays. */
function isInside(short: LinePattern, long: LinePattern, isFirst: boolean): boolean {
  if (JSON.stringify(short).toLowerCase() === JSON.stringify(long).toLowerCase()) return isFirst
  const [literal = '', ...others] = short.literals
  const within = (text: string) => text.toLowerCase().includes(literal.toLowerCase())
  return others.length === 0 && !short.isBareCode && long.literals.some(within)
}

/** The literal of a pattern that says most of it. */
export function longestLiteral({ literals }: LinePattern): string {
  return literals.reduce((longest, literal) => (literal.length > longest.length ? literal : longest), '')
}

/** The compiled catalog as files: a small index to load whole, and entries and words of which one is read without the others. */
import { aliasesOf } from '../catalog/aliases.js'
import { type Catalog, LOCALES, type Locale } from '../catalog/entry.js'
import type { CompiledCatalog } from './compile-catalog.js'
import { inferableCodes } from './open-compiled.js'

/** The files by name, all but signatures.bin and search.bin: match/ and search/ make those of the whole. */
export type CatalogFiles = Readonly<Record<'index.json' | 'entries.json' | 'en.json' | 'zh-CN.json' | 'built-in-data.js', string>>

/** What index.json holds. */
export interface CatalogIndex {
  /** `sha256:` and 64 hexadecimal digits over entries and words. */
  readonly digest: string
  /** Sorted. */
  readonly codes: readonly string[]
  readonly aliases: Catalog['aliases']
  readonly inferable: readonly string[]
  /** For each code, in their order, the length of its line in entries.json, in bytes of UTF-8 with the line's end. */
  readonly entries: readonly number[]
  /** The same for the words of each language; 1 where it lacks them: an empty line. */
  readonly words: Readonly<Record<Locale, readonly number[]>>
}

/**
 * Writes a catalog as text; the same catalog always gives the same bytes.
 *
 * @param sha256 the hash of a text's UTF-8 bytes, as 64 hexadecimal digits
 */
export function serializeCatalog(
  { entries, words }: CompiledCatalog,
  sha256: (text: string) => string,
): { readonly digest: string; readonly files: CatalogFiles } {
  const codes = entries.map(({ code }) => code)
  const entryTexts = entries.map((entry) => JSON.stringify(entry))
  const wordTexts = (locale: Locale) => codes.map((code) => (words[locale].has(code) ? JSON.stringify(words[locale].get(code)) : ''))
  const texts = { en: wordTexts('en'), 'zh-CN': wordTexts('zh-CN') }
  const digest = `sha256:${sha256([entryTexts, ...LOCALES.map((locale) => texts[locale])].map(joinLines).join(''))}`
  const index: CatalogIndex = {
    digest,
    codes,
    aliases: aliasesOf(entries),
    inferable: inferableCodes(entries),
    entries: entryTexts.map(lineLength),
    words: { en: texts.en.map(lineLength), 'zh-CN': texts['zh-CN'].map(lineLength) },
  }
  const byCode = (lines: readonly string[]) =>
    Object.fromEntries(codes.map((code, at) => [code, lines[at]]).filter(([, line]) => line !== ''))
  const inMemory = {
    ...{ digest, codes, aliases: index.aliases, inferable: index.inferable },
    entries: byCode(entryTexts),
    words: { en: byCode(texts.en), 'zh-CN': byCode(texts['zh-CN']) },
  }
  return {
    digest,
    files: {
      'index.json': `${JSON.stringify(index)}\n`,
      'entries.json': joinLines(entryTexts),
      'en.json': joinLines(texts.en),
      'zh-CN.json': joinLines(texts['zh-CN']),
      'built-in-data.js': `export const data = ${JSON.stringify(inMemory)}\n`,
    },
  }
}

function joinLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

function lineLength(line: string): number {
  return new TextEncoder().encode(line).length + 1
}

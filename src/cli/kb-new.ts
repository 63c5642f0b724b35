import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Catalog } from '../catalog/entry.js'
import { overlayCatalog } from '../catalog/overlay-catalog.js'
import { compileCatalog } from '../compile/compile-catalog.js'
import { draftPages, type EntryDraft, toWrite } from '../compile/draft/draft-pages.js'
import { draftSignature } from '../compile/draft/draft-signature.js'
import { explainTextWith } from '../compile/explain-text.js'
import { openCompiled } from '../compile/open-compiled.js'
import { codeShape } from '../compile/page-path.js'
import { readPages } from '../compile/pages-on-disk.js'
import type { Page } from '../compile/source-page.js'
import { explain, type NamedInput } from '../explain.js'
import { quoteLine } from '../report/quote-line.js'
import { contentText } from '../text/peel-line.js'
import { lineText, readText } from '../text/read-text.js'
import { openCatalog } from './catalog.js'
import type { CommandCall } from './command.js'
import type { Outcome } from './exit-code.js'
import type { Messages } from './messages.js'
import { printable } from './printable.js'
import { readInputs } from './read-inputs.js'
import type { Settings } from './settings.js'
import { codeOf, writeStderr, writeStdout } from './streams.js'
import { UsageError } from './usage-error.js'

const DEFAULT_FOLDER = 'kb'
const DEFAULT_GROUP = 'own'

/**
 * `kb new [[group/]CODE] [folder] --from-log FILE[:LINE]`: the pages of an entry for a line that nothing explains, all that
 * a line tells filled in. Nothing is written over.
 */
export async function startEntry(call: CommandCall): Promise<Outcome> {
  const { settings, messages } = call
  if (settings.fromLog === null) throw new UsageError(messages.newNeedsLog)
  const { name, folder: root } = readOperands(call.operands, messages)
  const catalog = await wholeCatalog(root, messages)
  const place = await readPlace(settings.fromLog, call)
  if (place === null) return { kind: 'unusable' }
  const line = pickLine(place, catalog, messages)
  if (line === null) {
    writeStderr(messages.nothingUnexplained(place.name))
    return { kind: 'look-up', found: false }
  }
  const where = `${place.name}:${line.number}`
  const signature = draftSignature(line.text)
  if (signature === null) throw new UsageError(messages.lineTooPlain(where))
  const month = new Date().toISOString().slice(0, 'yyyy-mm'.length)
  const draft = { root, ...readName(name, signature.code, catalog, messages), signature, month }
  writePages(draftPages(settle(draft, catalog, where, messages)), messages)
  writeStderr(messages.entryStarted(where, `acr-explain kb check ${printable(root)}`))
  return { kind: 'done' }
}

/** The built-in catalog with the pages of the folder over it, as far as those are whole: a line that they explain needs no entry. */
async function wholeCatalog(root: string, messages: Messages): Promise<Catalog> {
  const builtIn = await openCatalog([], messages)
  if (!isFolder(root)) return builtIn
  const { catalog } = compileCatalog(readPages(root), { root, translations: 'optional', base: builtIn.entries })
  return catalog ? overlayCatalog(builtIn, openCompiled(catalog, '', root), '') : builtIn
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

interface Place extends NamedInput {
  /** 1-based; null where the line is ours to choose. */
  readonly line: number | null
}

/** Reads FILE or FILE:LINE; null, and a complaint on stderr, where the file cannot be read. */
async function readPlace(spec: string, { settings, messages }: CommandCall): Promise<Place | null> {
  const [, file = spec, line] = existsSync(spec) ? [] : (/^(.+):(\d{1,9})$/.exec(spec) ?? [])
  const input = (await readMember(file, settings, messages)) ?? (await readOne(file, settings, messages))
  return input ? { ...input, line: line === undefined ? null : Number(line) } : null
}

async function readOne(file: string, settings: Settings, messages: Messages): Promise<NamedInput | undefined> {
  const { inputs, isLarge } = await readInputs([file], settings, messages)
  if (isLarge) writeStderr(messages.tooLarge(printable(file)))
  return inputs[0]
}

/**
 * What triage calls `bundle.zip!/logs/a.log`, or `a.log.gz`; undefined where that is a file as it is.
 *
 * @throws UsageError where it is an archive and names nothing in it
 */
async function readMember(name: string, { readAs }: Settings, messages: Messages): Promise<NamedInput | undefined> {
  const path = existsSync(name) ? name : (name.split('!/')[0] as string)
  if (!isFile(path)) return undefined
  const { openFile } = await import('./inputs/open-members.js')
  const { withGuess } = await import('../text/guess-encoding.js')
  const { size, mtimeMs } = statSync(path)
  for await (const member of openFile({ name: path, path, byteLength: size, modified: mtimeMs })) {
    if (member.name !== name || 'problem' in member) continue
    const chunks: Uint8Array[] = []
    for await (const chunk of member.chunks) chunks.push(new Uint8Array(chunk))
    return withGuess({ name: printable(name), bytes: Buffer.concat(chunks), readAs: readAs ?? undefined })
  }
  throw new UsageError(messages.noMember(printable(name)))
}

interface Line {
  /** 1-based. */
  readonly number: number
  readonly text: string
}

/** The wanted line, or the one that looks most like a failure among those that nothing explains; null where there is none. */
function pickLine({ name, bytes, readAs, line }: Place, catalog: Catalog, messages: Messages): Line | null {
  const source = readText(bytes, readAs)
  const number = line ?? explain(bytes, { catalog, readAs }).unexplained[0]?.line
  if (number === undefined) return null
  if (number < 1 || number > source.lineStarts.length) throw new UsageError(messages.noSuchLine(name, number, source.lineStarts.length))
  return { number, text: quoteLine(contentText(lineText(source, number - 1))).trim() }
}

interface Operands {
  readonly name: string | null
  readonly folder: string
}

const groupAndCode = /^[a-z0-9-]+\/[A-Z][A-Z0-9_]*$/

/** A code and a folder, either of which may be left out. */
function readOperands(operands: readonly string[], messages: Messages): Operands {
  const folders = operands.filter((operand) => isFolder(operand) || (/[./\\]/.test(operand) && !groupAndCode.test(operand)))
  const names = operands.filter((operand) => !folders.includes(operand))
  const surplus = names[1] ?? folders[1]
  if (surplus !== undefined) throw new UsageError(messages.operandsNotTaken('kb new', printable(surplus)))
  return { name: names[0] ?? null, folder: (folders[0] ?? DEFAULT_FOLDER).replace(/(?<=.)[/\\]+$/, '') }
}

/** The group and the code of the entry: those that were given, else such as no entry has. */
function readName(name: string | null, suggested: string, catalog: Catalog, messages: Messages): Pick<EntryDraft, 'group' | 'code'> {
  if (name === null) return { group: DEFAULT_GROUP, code: freeCode(suggested, catalog) }
  const [group = DEFAULT_GROUP, written = ''] = name.includes('/') ? name.split('/') : [DEFAULT_GROUP, name]
  const code = written.toUpperCase().replace(/[\s-]+/g, '_')
  if (!codeShape.test(code)) throw new UsageError(messages.noCode(printable(name)))
  const owner = ownerOf(code, catalog)
  if (owner !== undefined) throw new UsageError(messages.codeTaken(code, owner))
  return { group, code }
}

function freeCode(suggested: string, catalog: Catalog): string {
  for (let number = 1; ; number++) {
    const code = number === 1 ? suggested : `${suggested}_${number}`
    if (ownerOf(code, catalog) === undefined) return code
  }
}

function ownerOf(code: string, catalog: Catalog): string | undefined {
  return catalog.entries.find((entry) => entry.code === code || entry.aliases.includes(code))?.code
}

/**
 * Tries the draft as if its author had filled it in: what else its example gives goes into the example's fence, and where
 * the log names no registry of Azure, the entry counts for any host.
 */
function settle(draft: Omit<EntryDraft, 'scope' | 'after' | 'beside'>, catalog: Catalog, where: string, messages: Messages): EntryDraft {
  const tries = (['registry', 'any'] as const).map((scope) => ({ ...draft, scope, after: [], beside: [] }))
  for (const attempt of tries) {
    const codes = codesOf(attempt, catalog)
    const place = codes.indexOf(draft.code)
    if (place >= 0) return { ...attempt, after: codes.slice(0, place), beside: codes.slice(place + 1) }
    if (codes[0] !== undefined) throw new UsageError(messages.explainedAlready(where, codes[0]))
  }
  // Nothing gives it, as the line reads like talk about a failure: the author sees that from `kb check`.
  return tries[0] as EntryDraft
}

/** What the example gives with the draft over the catalog. */
function codesOf(draft: EntryDraft, catalog: Catalog): readonly string[] {
  const pages = draftPages(draft).map(({ path, text }): Page => ({ path, text: filledIn(text) }))
  const compiled = compileCatalog(pages, { root: draft.root, translations: 'optional', base: catalog.entries }).catalog
  const whole = compiled ? overlayCatalog(catalog, openCompiled(compiled, ''), '') : catalog
  return explainTextWith(whole)(draft.signature.example).codes
}

function filledIn(text: string): string {
  return Object.values(toWrite).reduce((filled, mark) => filled.replaceAll(mark, ''), text)
}

function writePages(pages: readonly Page[], messages: Messages): void {
  const present = pages.find(({ path }) => existsSync(path))
  if (present) throw new UsageError(messages.pageExists(printable(present.path)))
  for (const { path, text } of pages) {
    try {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text, { flag: 'wx' })
    } catch (error) {
      if (codeOf(error) === '') throw error
      throw new UsageError(messages.notWritable(printable(path), codeOf(error)))
    }
    writeStdout(`${printable(path)}\n`)
  }
}

import { readFileSync, statSync } from 'node:fs'
import type { Catalog } from '../catalog/entry.js'
import { overlayCatalog } from '../catalog/overlay-catalog.js'
import { compileCatalog } from '../compile/compile-catalog.js'
import { type Fault, formatFault } from '../compile/fault.js'
import { layLearnPage } from '../compile/learn/lay-learn-page.js'
import { readLearnPage } from '../compile/learn/read-learn-page.js'
import { openCompiled } from '../compile/open-compiled.js'
import { readPages, sha256 } from '../compile/pages-on-disk.js'
import { serializeCatalog } from '../compile/serialize-catalog.js'
import { readText } from '../text/read-text.js'
import type { Messages } from './messages.js'
import { printable } from './printable.js'
import { codeOf } from './streams.js'
import { FaultyPages, UsageError } from './usage-error.js'

/**
 * Lays pages over the catalog, in turn: a folder of entries, or a file that is a Microsoft Learn page on the codes.
 *
 * @throws UsageError for a path that leads nowhere, FaultyPages for pages with mistakes: all of them, a line each.
 */
export function overlayPages(builtIn: Catalog, paths: readonly string[], messages: Messages): Catalog {
  return paths.reduce(
    (lower, path) => (isFolder(path, messages) ? overlayFolder(lower, path, messages) : overlayLearnPage(lower, path, messages)),
    builtIn,
  )
}

function isFolder(path: string, messages: Messages): boolean {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) throw new UsageError(messages.pagesMissing(printable(path)))
  return stats.isDirectory()
}

function overlayFolder(lower: Catalog, folder: string, messages: Messages): Catalog {
  const root = checkedFolder(folder, messages)
  const { catalog, faults } = compileCatalog(readPages(root), { root, translations: 'optional', base: lower.entries })
  if (catalog === null) throw faultyPages(faults)
  const { digest } = serializeCatalog(catalog, sha256)
  return overlayCatalog(lower, openCompiled(catalog, digest, printable(root)), `sha256:${sha256(`${lower.digest} ${digest}`)}`)
}

function overlayLearnPage(lower: Catalog, path: string, messages: Messages): Catalog {
  const { text, problem } = readText(readFile(path, messages))
  const name = printable(path)
  if (problem?.kind === 'binary') throw faultyPages([{ path: name, line: 1, column: 1, reason: 'the file is no text' }])
  const page = readLearnPage({ path: name, text }, lower.codes)
  if ('faults' in page) throw faultyPages(page.faults)
  return layLearnPage(lower, page, `sha256:${sha256(`${lower.digest} ${sha256(text)}`)}`)
}

function readFile(path: string, messages: Messages): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    if (codeOf(error) === '') throw error
    throw new UsageError(messages.notReadable(printable(path), codeOf(error)))
  }
}

/** All mistakes of some pages. */
export function faultyPages(faults: readonly Fault[]): FaultyPages {
  return new FaultyPages(faults.map((fault) => printable(formatFault(fault))).join('\n'))
}

/** The folder's name without a final slash. */
export function checkedFolder(folder: string, messages: Messages): string {
  const stats = statSync(folder, { throwIfNoEntry: false })
  if (stats === undefined) throw new UsageError(messages.pagesMissing(printable(folder)))
  if (!stats.isDirectory()) throw new UsageError(messages.notAFolder(printable(folder)))
  return folder.replace(/(?<=.)[/\\]+$/, '')
}

import { statSync } from 'node:fs'
import type { Catalog } from '../catalog/entry.js'
import { overlayCatalog } from '../catalog/overlay-catalog.js'
import { compileCatalog } from '../compile/compile-catalog.js'
import { formatFault } from '../compile/fault.js'
import { openCompiled } from '../compile/open-compiled.js'
import { readPages, sha256 } from '../compile/pages-on-disk.js'
import { serializeCatalog } from '../compile/serialize-catalog.js'
import type { Messages } from './messages.js'
import { printable } from './printable.js'
import { UsageError } from './usage-error.js'

/**
 * Lays the pages of each folder over the catalog, in turn.
 *
 * @throws UsageError for a folder that is none, and for one with mistakes: all of them, a line each.
 */
export function overlayFolders(builtIn: Catalog, folders: readonly string[], messages: Messages): Catalog {
  return folders.reduce((lower, folder) => overlayFolder(lower, folder, messages), builtIn)
}

function overlayFolder(lower: Catalog, folder: string, messages: Messages): Catalog {
  const root = checkedFolder(folder, messages)
  const { catalog, faults } = compileCatalog(readPages(root), { root, translations: 'optional', base: lower.entries })
  if (catalog === null) throw new UsageError(faults.map((fault) => printable(formatFault(fault))).join('\n'))
  const { digest } = serializeCatalog(catalog, sha256)
  return overlayCatalog(lower, openCompiled(catalog, digest), `sha256:${sha256(`${lower.digest} ${digest}`)}`)
}

/** The folder's name without a final slash. */
export function checkedFolder(folder: string, messages: Messages): string {
  const stats = statSync(folder, { throwIfNoEntry: false })
  if (stats === undefined) throw new UsageError(messages.fileMissing(printable(folder)))
  if (!stats.isDirectory()) throw new UsageError(messages.notAFolder(printable(folder)))
  return folder.replace(/(?<=.)[/\\]+$/, '')
}

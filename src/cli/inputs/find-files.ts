/** What a call names → the files to read: folders with all that is in them, patterns, files, standard input. */
import { lstatSync, readdirSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import ignore from 'ignore'
import picomatch from 'picomatch'

export interface FoundFile {
  /** As the report calls it: the path as the user would type it. */
  readonly name: string
  readonly path: string
  readonly byteLength: number
  /** Milliseconds since 1970. */
  readonly modified: number
}

/** Something that was named, or met in a folder, and is not read. */
export interface Passed {
  readonly name: string
  readonly because: 'missing' | 'link' | 'special' | 'excluded' | 'no match' | { readonly unreadable: string }
}

export interface FoundInputs {
  readonly files: readonly FoundFile[]
  readonly passed: readonly Passed[]
}

/**
 * Lists the files behind operands, each folder's in the order of their names; links met in folders are not followed.
 *
 * @param excludes patterns as in .gitignore, relative to each folder or pattern named
 */
export function findFiles(operands: readonly string[], excludes: readonly string[]): FoundInputs {
  const found: { files: FoundFile[]; passed: Passed[] } = { files: [], passed: [] }
  const excluded = ignore().add([...excludes])
  for (const operand of new Set(operands)) addOperand(operand)
  return found

  function addOperand(operand: string): void {
    const stats = statOf(operand)
    if (stats?.isDirectory()) walk(operand, '', () => true)
    else if (stats) addFile(operand, stats)
    else if (picomatch.scan(operand).isGlob) addPattern(operand)
    else found.passed.push({ name: operand, because: 'missing' })
  }

  function addPattern(pattern: string): void {
    const { base, glob } = picomatch.scan(pattern)
    const before = found.files.length
    if (statOf(base || '.')?.isDirectory()) walk(base, '', picomatch(glob, { dot: true }))
    if (found.files.length === before) found.passed.push({ name: pattern, because: 'no match' })
  }

  function walk(root: string, inner: string, isWanted: (path: string) => boolean): void {
    const folder = join(root, inner)
    for (const entry of listFolder(folder)) {
      const relative = inner === '' ? entry.name : `${inner}/${entry.name}`
      const name = root === '' ? relative : join(root, relative)
      if (excluded.ignores(entry.isDirectory() ? `${relative}/` : relative)) found.passed.push({ name, because: 'excluded' })
      else if (entry.isDirectory()) walk(root, relative, isWanted)
      else if (!isWanted(relative)) continue
      else if (entry.isSymbolicLink()) found.passed.push({ name, because: 'link' })
      else addMember(name)
    }
  }

  function listFolder(folder: string) {
    try {
      const entries = readdirSync(folder === '' ? '.' : folder, { withFileTypes: true })
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    } catch (error) {
      found.passed.push({ name: folder, because: { unreadable: (error as NodeJS.ErrnoException).code ?? 'EIO' } })
      return []
    }
  }

  function addMember(path: string): void {
    const stats = lstatSync(path, { throwIfNoEntry: false })
    if (stats) addFile(path, stats)
  }

  function addFile(path: string, stats: Stats): void {
    if (stats.isFile()) found.files.push({ name: path, path, byteLength: stats.size, modified: stats.mtimeMs })
    else found.passed.push({ name: path, because: 'special' })
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

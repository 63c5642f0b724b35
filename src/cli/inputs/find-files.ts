/** What a call names → the files to read: folders with all that is in them, patterns, files, standard input. */
import { type Dirent, lstatSync, readdirSync, type Stats, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import ignore from 'ignore'
import picomatch from 'picomatch'
import { compareText } from '../../text/compare-text.js'
import { codeOf } from '../streams.js'

type Path = string | Buffer

export interface FoundFile {
  /** As the report calls it: the path as the user would type it. */
  readonly name: string
  /** Bytes where its name is no UTF-8. */
  readonly path: Path
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
  const met = new Set<string>()
  const excluded = ignore().add([...excludes])
  for (const operand of new Set(operands)) addOperand(operand)
  return found

  function addOperand(operand: string): void {
    const pattern = process.platform === 'win32' ? operand.replaceAll('\\', '/') : operand
    try {
      const stats = statSync(operand, { throwIfNoEntry: false })
      if (stats?.isDirectory()) walk(operand, '', () => true)
      else if (stats) addFile(operand, operand, stats)
      else if (picomatch.scan(pattern).isGlob) addPattern(pattern)
      else found.passed.push({ name: operand, because: 'missing' })
    } catch (error) {
      pass(operand, operand, unreadable(error))
    }
  }

  function addPattern(pattern: string): void {
    const { base, glob } = picomatch.scan(pattern)
    const matches = picomatch(glob, { dot: true })
    let isMatched = false
    const isWanted = (path: string) => {
      const isMatch = matches(path)
      isMatched ||= isMatch
      return isMatch
    }
    if (statSync(base || '.', { throwIfNoEntry: false })?.isDirectory()) walk(base, '', isWanted)
    if (!isMatched) found.passed.push({ name: pattern, because: 'no match' })
  }

  function walk(root: string, inner: string, isWanted: (path: string) => boolean, folder: Path = join(root, inner)): void {
    for (const { name: own, path, entry } of listFolder(folder, join(root, inner))) {
      const relative = inner === '' ? own : `${inner}/${own}`
      const name = root === '' ? relative : join(root, relative)
      if (excluded.ignores(entry.isDirectory() ? `${relative}/` : relative)) pass(name, path, 'excluded')
      else if (entry.isDirectory()) walk(root, relative, isWanted, path)
      else if (!isWanted(relative)) continue
      else if (entry.isSymbolicLink()) pass(name, path, 'link')
      else addMember(name, path)
    }
  }

  function listFolder(folder: Path, name: string): FolderEntry[] {
    try {
      return entriesOf(folder).sort((a, b) => compareText(a.name, b.name))
    } catch (error) {
      pass(name, folder, unreadable(error))
      return []
    }
  }

  function addMember(name: string, path: Path): void {
    try {
      addFile(name, path, lstatSync(path))
    } catch (error) {
      // It was there when the folder was listed.
      pass(name, path, unreadable(error))
    }
  }

  function addFile(name: string, path: Path, stats: Stats): void {
    if (!stats.isFile()) pass(name, path, 'special')
    else if (isNew('file', path)) found.files.push({ name, path, byteLength: stats.size, modified: stats.mtimeMs })
  }

  function pass(name: string, path: Path, because: Passed['because']): void {
    if (isNew('passed', path)) found.passed.push({ name, because })
  }

  /** Operands may overlap, and be spelt in several ways. */
  function isNew(as: 'file' | 'passed', path: Path): boolean {
    const whole = `${as} ${typeof path === 'string' ? resolve(path) : path.toString('latin1')}`
    const { size } = met
    return met.add(whole).size > size
  }
}

/** @throws what is no failure to read */
function unreadable(error: unknown): Passed['because'] {
  const code = codeOf(error)
  if (code === '') throw error
  return { unreadable: code }
}

interface FolderEntry {
  /** To be read. */
  readonly name: string
  readonly path: Path
  readonly entry: Pick<Dirent, 'isDirectory' | 'isSymbolicLink'>
}

function entriesOf(folder: Path): FolderEntry[] {
  const entries = readdirSync(folder, { withFileTypes: true })
  if (typeof folder === 'string' && !entries.some(({ name }) => name.includes('\ufffd')))
    return entries.map((entry) => ({ name: entry.name, path: join(folder, entry.name), entry }))
  const raw = readdirSync(folder, { withFileTypes: true, encoding: 'buffer' })
  const before = Buffer.concat([Buffer.from(folder), Buffer.from('/')])
  return raw.map((entry) => ({ name: legible(entry.name), path: Buffer.concat([before, entry.name]), entry }))
}

/** A name with its bytes that are no UTF-8 as `\xff`. */
function legible(name: Buffer): string {
  return name.toString('latin1').replace(/[\xc2-\xf4][\x80-\xbf]{1,3}|[\x80-\xff]/g, (sequence) => {
    const bytes = Buffer.from(sequence, 'latin1')
    const text = bytes.toString()
    return text.includes('\ufffd') ? [...bytes].map((byte) => `\\x${byte.toString(16)}`).join('') : text
  })
}

/** The pages of a folder, read for the compiler. Beside main.ts the one file here that touches the disk. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Page } from './source-page.js'

/** Every file below a folder, by its path with slashes; none that is hidden, or that an editor keeps beside another (`page.md~`). */
export function readPages(folder: string): Page[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  const paths = files.map((file) => relative(folder, join(file.parentPath, file.name)).split(sep))
  const shown = paths.filter((parts) => parts.every((part) => !/^\.|~$/.test(part)))
  return shown.map((parts) => ({ path: [folder, ...parts].join('/'), text: readFileSync(join(folder, ...parts), 'utf8') }))
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

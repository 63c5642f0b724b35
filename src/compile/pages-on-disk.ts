/** The pages of a folder, read for the compiler. Beside main.ts the one file here that touches the disk. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Page } from './source-page.js'

/** Every file below a folder, by its path with slashes. */
export function readPages(folder: string): Page[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  return files.map((file) => {
    const path = join(file.parentPath, file.name)
    return { path: `${folder}/${relative(folder, path).split(sep).join('/')}`, text: readFileSync(path, 'utf8') }
  })
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The names that the files of a catalog may have. */
import { LOCALES, type Locale } from '../catalog/entry.js'

export interface PageName {
  readonly group: string
  readonly code: string
  readonly locale: Locale
}

/** What an entry's code looks like: `CMK_ERROR`, `AADSTS7000222`. */
export const codeShape = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/

const pagePath = /^(?<group>[a-z0-9]+(?:-[a-z0-9]+)*)\/(?<code>[A-Z0-9_]+)(?:\.(?<locale>[A-Za-z-]+))?\.md$/

/** Files that explain a folder to a reader and are no entries. */
export function isReadme(path: string): boolean {
  return /(?:^|\/)README(?:\.[A-Za-z-]+)?\.md$/.test(path)
}

/**
 * Reads group, code and language off a path such as `kb/check-health/CMK_ERROR.zh-CN.md`.
 *
 * @param root the catalog's folder, `kb`
 * @returns what is wrong and what is right where the path names no page
 */
export function parsePagePath(path: string, root: string): PageName | { readonly reason: string; readonly expected: string } {
  const inside = path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path
  const { group, code, locale = 'en' } = pagePath.exec(inside)?.groups ?? {}
  const known = LOCALES.find((candidate) => candidate === locale)
  if (group === undefined || code === undefined || known === undefined || !codeShape.test(code)) {
    return {
      reason: 'the file is no page of the catalog',
      expected: `Pages are named ${root}/<group>/<CODE>.md and ${translationPath(`${root}/<group>/<CODE>.md`)}; README.md may stand beside them.`,
    }
  }
  return { group, code, locale: known }
}

/** The path of the Chinese page beside an English one. */
export function translationPath(englishPath: string): string {
  return englishPath.replace(/\.md$/, '.zh-CN.md')
}

/** The path of the English page beside a Chinese one. */
export function englishPath(path: string): string {
  return path.replace(/\.zh-CN\.md$/, '.md')
}

/** Where a relative link leads: `a/b/C.md` and `../d/E.md` give `a/d/E.md`. */
export function resolveLink(fromPath: string, link: string): string {
  const segments = fromPath.split('/').slice(0, -1)
  for (const segment of link.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '.') segments.push(segment)
  }
  return segments.join('/')
}

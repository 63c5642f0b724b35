import type { CatalogEntry } from '../../../src/catalog/entry.js'

/** A code as a link from kb/README.md to its page; `suffix` as in `.zh-CN`. */
export function linkTo({ code, group }: CatalogEntry, text = code, suffix = ''): string {
  return `[${text}](${group}/${code}${suffix}.md)`
}

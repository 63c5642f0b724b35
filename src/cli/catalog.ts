import type { Catalog } from '../catalog/entry.js'
import { openCatalogFiles } from './catalog-files.js'
import type { Messages } from './messages.js'
import { shippedPath } from './shipped-path.js'

/** The built-in catalog, with the pages of each path laid over it in turn. The compiler is loaded only where there are such. */
export async function openCatalog(kbPaths: readonly string[], messages: Messages): Promise<Catalog> {
  const builtIn = openCatalogFiles(shippedPath('catalog'))
  if (kbPaths.length === 0) return builtIn
  const { overlayPages } = await import('./overlay-pages.js')
  return overlayPages(builtIn, kbPaths, messages)
}

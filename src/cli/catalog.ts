import type { Catalog } from '../catalog/entry.js'
import { openCatalogFiles } from './catalog-files.js'
import type { Messages } from './messages.js'
import { shippedPath } from './shipped-path.js'

/** The built-in catalog, with the pages of each folder laid over it in turn. The compiler is loaded only where there are such. */
export async function openCatalog(kbFolders: readonly string[], messages: Messages): Promise<Catalog> {
  const builtIn = openCatalogFiles(shippedPath('catalog'))
  if (kbFolders.length === 0) return builtIn
  const { overlayFolders } = await import('./overlay-folders.js')
  return overlayFolders(builtIn, kbFolders, messages)
}

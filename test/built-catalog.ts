/** The catalog as the build compiled it, for tests that need the real one. */
import { fileURLToPath } from 'node:url'
import { openCatalogFiles } from '../src/cli/catalog-files.js'

export const builtCatalog = openCatalogFiles(fileURLToPath(new URL('../dist/catalog', import.meta.url)))

/** The catalog with its search index, which a worker of its own makes: another one may be busy with a large file. */
import { useEffect, useState } from 'preact/hooks'
import { builtInCatalog } from '../../catalog/built-in-catalog.js'
import type { Catalog } from '../../catalog/entry.js'
import type { Explainer } from '../worker/explainer.js'

let made: Promise<Catalog> | undefined

async function make(startExplainer: () => Explainer): Promise<Catalog> {
  const worker = startExplainer()
  try {
    const searchIndex = await worker.call('searchIndex', {})
    return { ...builtInCatalog, searchIndex }
  } finally {
    worker.close()
  }
}

/** Null until the index is there. Where no worker can be had, the page makes it itself. */
export function useSearchCatalog(startExplainer: () => Explainer): Catalog | null {
  const [catalog, setCatalog] = useState<Catalog | null>(null)
  useEffect(() => {
    made ??= make(startExplainer).catch(() => builtInCatalog)
    made.then(setCatalog)
  }, [])
  return catalog
}

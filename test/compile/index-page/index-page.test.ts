import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { compileCatalog } from '../../../src/compile/compile-catalog.js'
import { openCompiled } from '../../../src/compile/open-compiled.js'
import { builtCatalog } from '../../built-catalog.js'
import { pagesWith } from '../pages.js'
import { healthOf } from './health.js'
import { indexPage } from './index-page.js'

it('kb/README.md lists the catalog as it is; -u writes it anew', async () => {
  await expect(indexPage(builtCatalog)).toMatchFileSnapshot(fileURLToPath(new URL('../../../kb/README.md', import.meta.url)))
})

it('a cause that nothing can make likely is a weakness, and so are causes between which nothing decides', () => {
  const pages = pagesWith(
    (page) => page.replace(/## Deciding.*?(?=## Examples)/s, '').replace('- ruled out: check docker-pull passed\n', ''),
    (page) => page.replace(/## 如何判断.*/s, ''),
  )
  const { catalog } = compileCatalog(pages, { root: 'kb', translations: 'required' })
  const weak = healthOf(openCompiled(catalog as NonNullable<typeof catalog>, '')).filter(({ of }) => of.length > 0)
  expect(weak).toEqual([
    { what: 'Several causes and no command that decides between them', of: ['[DISK_FULL](client/DISK_FULL.md)'] },
    {
      what: 'Causes that no evidence can make likely',
      of: ['[DISK_FULL](client/DISK_FULL.md): not-cleaned', '[PULL_SLOW](client/PULL_SLOW.md): not-cleaned'],
    },
  ])
})

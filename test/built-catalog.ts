/** The catalog as the build compiled it, for tests that need the real one. */
import { readFileSync } from 'node:fs'
import type { Locale } from '../src/catalog/entry.js'
import { openCatalog } from '../src/catalog/open-catalog.js'

const read = (file: string) => readFileSync(new URL(`../dist/catalog/${file}`, import.meta.url))
const index = JSON.parse(read('index.json').toString('utf8'))
const words: Record<Locale, Buffer> = { en: read('en.json'), 'zh-CN': read('zh-CN.json') }

export const builtCatalog = openCatalog(index, (code, locale) => {
  const place = index.words[locale]?.[code]
  return place ? words[locale].subarray(place[0], place[0] + place[1]).toString('utf8') : null
})

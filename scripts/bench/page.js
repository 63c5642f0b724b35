/** What opening the page costs, beside a page that holds a heading alone; and what a key press costs with 2,000 entries. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { launchBrowser } from '../browser.js'
import { buildPage } from '../build-page.js'
import { writeMadeUpPages } from './made-up-pages.js'
import { median } from './measure.js'

const PAIRS = 15
const page = new URL('../../dist/web/acr-explain.html', import.meta.url).href
const emptyPage = 'data:text/html,<!doctype html><title>a</title><h1>a</h1>'

export async function benchPage() {
  const bytes = readFileSync(new URL(page))
  const browser = await launchBrowser()
  await millisecondsToOpen(browser, page)
  const opened = []
  for (let pair = 0; pair < PAIRS; pair++) {
    const base = await millisecondsToOpen(browser, emptyPage)
    opened.push({ base, own: await millisecondsToOpen(browser, page) })
  }
  const keys = await withLargePage((address) => millisecondsPerKey(browser, address))
  await browser.close()
  const ratio = median(opened.map(({ own, base }) => own / base))
  const own = median(opened.map((pair) => pair.own))
  const megabytes = (size) => (size / 1e6).toFixed(2)
  console.log(
    `page: ${megabytes(bytes.length)} MB, gzipped ${megabytes(gzipSync(bytes, { level: 9 }).length)} MB; ` +
      `opened from disk and usable in ${ratio.toFixed(1)} × the time of an empty page (${own.toFixed(0)} ms here)`,
  )
  const share = (part) => keys[Math.floor(keys.length * part)].toFixed(1)
  console.log(
    `page with ${ENTRIES} entries: a key press in the search, half of them under ${share(0.5)} ms, 99 of 100 under ${share(0.99)} ms here`,
  )
}

const ENTRIES = 2000

/** The page with the catalog and as many made-up entries as are missing. */
async function withLargePage(use) {
  const folder = mkdtempSync(join(tmpdir(), 'acr-explain-bench-'))
  try {
    const pages = join(folder, 'kb')
    cpSync('kb', pages, { recursive: true })
    writeMadeUpPages(pages, ENTRIES - readdirSync(pages, { recursive: true }).filter((name) => /(?<!zh-CN)\.md$/.test(name)).length)
    const { status, stderr } = spawnSync(process.execPath, ['.cache/compile.js', pages, join(folder, 'catalog')], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`the pages of the bench do not compile: ${stderr.slice(0, 2000)}`)
    const file = join(folder, 'page.html')
    await buildPage({ define: { ACR_EXPLAIN_VERSION: '"0"' }, onLog: () => {}, catalog: join(folder, 'catalog'), file })
    return await use(pathToFileURL(file).href)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const queries = [
  'connectivity dns',
  '403 firewall',
  'unauthorized: authentication required',
  'certificate signed by unknown',
  '证书 代理',
  'zzz qqq',
]

/** Types queries letter by letter; what each costs until its results are laid out, in order of size. */
async function millisecondsPerKey(browser, address) {
  const context = await browser.newContext()
  const tab = await context.newPage()
  await tab.goto(`${address}#/look-up`)
  await tab.getByRole('combobox').fill('firewall')
  await tab.getByRole('option').first().waitFor({ timeout: 60_000 })
  const times = await tab.evaluate(typeAll, queries)
  await context.close()
  return times.sort((a, b) => a - b)
}

/** Runs in the page. */
async function typeAll(texts) {
  const box = document.querySelector('[role=combobox]')
  const { port1, port2 } = new MessageChannel()
  const turn = () =>
    new Promise((done) => {
      port1.onmessage = done
      port2.postMessage(0)
    })
  const times = []
  for (const text of texts) {
    for (let length = 1; length <= text.length; length++) {
      const begin = performance.now()
      box.value = text.slice(0, length)
      box.dispatchEvent(new InputEvent('input', { bubbles: true }))
      await turn()
      box.getBoundingClientRect()
      times.push(performance.now() - begin)
    }
  }
  return times
}

/** From the call to a heading that can be seen: by then all scripts have run. */
async function millisecondsToOpen(browser, address) {
  const context = await browser.newContext()
  const tab = await context.newPage()
  const begin = performance.now()
  await tab.goto(address)
  await tab.locator('h1').waitFor()
  const time = performance.now() - begin
  await context.close()
  return time
}

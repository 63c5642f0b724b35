/** What opening the page costs, beside a page that holds a heading alone. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { launchBrowser } from '../browser.js'
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
  await browser.close()
  const ratio = median(opened.map(({ own, base }) => own / base))
  const own = median(opened.map((pair) => pair.own))
  const megabytes = (size) => (size / 1e6).toFixed(2)
  console.log(
    `page: ${megabytes(bytes.length)} MB, gzipped ${megabytes(gzipSync(bytes, { level: 9 }).length)} MB; ` +
      `opened from disk and usable in ${ratio.toFixed(1)} × the time of an empty page (${own.toFixed(0)} ms here)`,
  )
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

/** A large file is read beside the page, which answers all the while. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser.js'
import { openPage, paste } from './open-page.js'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
}, 60_000)
afterAll(() => browser.close())

const MEGABYTES = 200
const LONGEST_TASK_MILLISECONDS = 100

/** Drops a file of 200 MB with one failure in its middle. */
async function dropLargeFile(page: Page): Promise<void> {
  await page.evaluate((megabytes) => {
    const line = '2024-05-06T10:11:12.862Z INFO worker 17 served /v2/app/manifests/latest in 23 ms with status 200\n'
    const megabyte = new Blob([line.repeat(Math.ceil(1e6 / line.length))])
    const half = Array.from({ length: megabytes / 2 }, () => megabyte)
    const failure = 'An error occurred: HELM_COMMAND_ERROR\nPlease verify if Helm is installed.\n'
    const data = new DataTransfer()
    data.items.add(new File([...half, failure, ...half], 'large.log'))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
  }, MEGABYTES)
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** The processor's time in microseconds: what other programs had of it in between does not count. */
  readonly tdur?: number
  readonly args: { readonly name?: string }
}

/** The longest task of the thread that answers the reader. */
function longestTask(trace: Buffer): number {
  const events: readonly TraceEvent[] = JSON.parse(trace.toString('utf8')).traceEvents
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
  const tasks = events.filter(
    ({ name, pid, tid }) => name === 'RunTask' && threads.some((thread) => thread.pid === pid && thread.tid === tid),
  )
  expect(tasks.length).toBeGreaterThan(100)
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000
}

it('200 MB are explained while the page is used, and nothing keeps it from answering within a tenth of a second', async () => {
  const { page } = await openPage(browser)
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline'] })
  await dropLargeFile(page)
  await page.getByRole('button', { name: 'Cancel' }).waitFor()
  await page.getByRole('link', { name: 'Look up' }).click()
  await page.getByRole('combobox').fill('firewall')
  await page.getByRole('option').first().click()
  await page.locator('.entry').waitFor()
  await page.getByRole('link', { name: 'Explain', exact: true }).click()
  await page.getByRole('button', { name: 'Cancel' }).waitFor()
  await page.locator('.verdict').waitFor({ timeout: 100_000 })
  expect(longestTask(await browser.stopTracing())).toBeLessThan(LONGEST_TASK_MILLISECONDS)
  expect(await page.locator('.lines li.warning').count()).toBeGreaterThan(0)
}, 120_000)

it('is given up at once when it is cancelled, and the next paste is explained', async () => {
  const { page } = await openPage(browser)
  await dropLargeFile(page)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('Cancelled. Nothing is kept of it.').waitFor()
  await page.getByRole('textbox').focus()
  await paste(page, 'An error occurred: HELM_COMMAND_ERROR')
  await page.locator('.verdict').waitFor()
})

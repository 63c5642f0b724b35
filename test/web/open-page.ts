/** The built page in a browser, opened from disk, and what a person does to it. */
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

export const pageFile = fileURLToPath(new URL('../../dist/web/acr-explain.html', import.meta.url))

export interface OpenedPage {
  readonly page: Page
  /** Everything the page asked of a network or a disk, the page itself left out. */
  readonly requests: string[]
  /** Errors of scripts, and refusals of the page's own policy. */
  readonly complaints: string[]
}

/** @param fragment of the address, such as `#/CMK_ERROR` */
export async function openPage(
  browser: Browser,
  fragment = '',
  options: BrowserContextOptions = {},
  address = `file://${pageFile}`,
): Promise<OpenedPage> {
  const context = await browser.newContext({ locale: 'en-US', permissions: ['clipboard-read', 'clipboard-write'], ...options })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  await page.goto(`${address}${fragment}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  requests.shift()
  return { page, requests, complaints }
}

/** Pastes a text where the focus is. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.keyboard.press('Control+V')
}

export interface DroppedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Drops files on the page, or on the element that a selector names. */
export async function drop(page: Page, files: readonly DroppedFile[], selector = 'body'): Promise<void> {
  const sent = files.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes).toString('base64') }))
  await page.evaluate(
    ([dropped, target]) => {
      const data = new DataTransfer()
      for (const { name, bytes } of dropped) data.items.add(new File([Uint8Array.from(atob(bytes), (unit) => unit.charCodeAt(0))], name))
      document.querySelector(target)?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    },
    [sent, selector] as const,
  )
}

/** The text of the file that a click saves. */
export async function downloaded(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

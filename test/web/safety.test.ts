/** A log is a stranger's text: it stays text, and the page can tell nobody of it. */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser.js'
import { drop, openPage, pageFile, paste } from './open-page.js'

let browser: Browser
/** A host that the page is opened from, and would reach if anything could. */
let server: Server
let host: string
const asked: string[] = []
beforeAll(async () => {
  browser = await launchBrowser()
  const body = readFileSync(pageFile)
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(200, { 'content-type': 'text/html' }).end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
}, 60_000)
afterAll(async () => {
  server.close()
  await browser.close()
})

const attack = '<img src=x onerror=pwned()><script>pwned()</script><svg onload=pwned()></svg><iframe src="javascript:pwned()"></iframe>'
const hostileLogs = {
  'as a line of evidence': `An error occurred: CONNECTIVITY_DNS_ERROR\nFailed to reach DNS for registry '${attack}'. ${attack}`,
  'as a failure that nobody explains': `ERROR: something failed ${attack}`,
  'where names and addresses stand': `Docker version: '${attack}'\nAzure CLI version: ${attack}\nDNS lookup to ${attack}.azurecr.io at IP ${attack} : OK\nAn error occurred: CONNECTIVITY_FORBIDDEN_ERROR\nLooks like you don't have access to registry '${attack}.azurecr.io'.`,
  'as the end of a field, a script and a comment': `</textarea></script></style>-->${attack}\nAn error occurred: HELM_COMMAND_ERROR`,
  'as Markdown': `[a](javascript:pwned()) ![a](http://127.0.0.1:9/a.png) \`\`\`${attack}\nAn error occurred: HELM_COMMAND_ERROR`,
  'as a name of an object':
    '__proto__ constructor toString\nAn error occurred: __proto__\nAn error occurred: CONSTRUCTOR\nAn error occurred: HELM_COMMAND_ERROR',
}

/** Elements that a log could have brought in. */
const foreignElements = (page: Page) =>
  page.locator('body :is(img, svg, iframe, script:not([data-own]), object, embed, video, form, base)').count()

describe('a hostile log', () => {
  it.each(Object.entries(hostileLogs))('%s stays text', async (_, log) => {
    const { page, requests, complaints } = await openPage(browser)
    const own = await foreignElements(page)
    await paste(page, log)
    await page.locator('.verdict').waitFor()
    for (const line of log.split('\n')) expect(await page.locator('.lines code').allInnerTexts()).toContain(line)
    await page.getByRole('button', { name: 'Edit' }).click()
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: '中文' }).click()
    expect(await foreignElements(page)).toBe(own)
    expect({ complaints, requests: requests.filter((url) => !url.startsWith('blob:')) }).toEqual({ complaints: [], requests: [] })
  })

  it('may have a hostile name', async () => {
    const { page, complaints } = await openPage(browser)
    const own = await foreignElements(page)
    const bytes = new TextEncoder().encode('An error occurred: HELM_COMMAND_ERROR')
    await drop(page, [
      { name: `${attack}.log`, bytes },
      { name: '../../etc/passwd', bytes },
    ])
    await page.locator('.verdict').waitFor()
    expect(await foreignElements(page)).toBe(own)
    expect(complaints).toEqual([])
  })

  it('shows no control characters, no turned text and no live credential', async () => {
    const { page } = await openPage(browser)
    await paste(
      page,
      'ERROR: \u001b[31mfailed\u0007 \u202eevil\u2066\n"accessToken": "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln"\nAuthorization: Bearer abcdefghijklmnop',
    )
    await page.locator('.verdict').waitFor()
    const shown = (await page.locator('.lines code').allInnerTexts()).join('\n')
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]|eyJ|abcdefgh/)
  })

  it('as an address or a search stays text', async () => {
    const { page, complaints } = await openPage(browser, `#/${encodeURIComponent(attack)}`)
    await page.getByText('There is no entry').waitFor()
    await page.keyboard.press('/')
    await page.getByRole('combobox').fill(attack)
    await page.getByText('Nothing resembles').waitFor()
    expect(complaints).toEqual([])
  })
})

describe('the policy of the page', () => {
  it.each([
    ['fetches nothing', "fetch('http://HOST/').then(() => done('fetched'), () => done('refused'))"],
    [
      'loads no picture',
      "const image = new Image(); image.onload = () => done('loaded'); image.onerror = () => done('refused'); image.src = 'http://HOST/a.png'",
    ],
    ['opens no socket', "new WebSocket('ws://HOST/').onerror = () => done('refused')"],
    ['sends no beacon', "addEventListener('securitypolicyviolation', () => done('refused')); navigator.sendBeacon('http://HOST/', 'a')"],
    ['takes no text for HTML', "document.body.innerHTML = '<b>a</b>'; done('taken')"],
    ['takes no text for a script', "done(globalThis.eval('1 + 1'))"],
    ['makes no second worker', "new Worker(URL.createObjectURL(new Blob(['']))); done('made')"],
  ])('%s', async (_, attempt) => {
    const { page } = await openPage(browser)
    const before = asked.length
    // In a timer of the page's own, where its policy holds: what a test evaluates is above it.
    const outcome = await page.evaluate(
      `new Promise((done) => setTimeout(() => { try { ${attempt.replaceAll('HOST', host)} } catch { done('refused') } }))`,
    )
    expect(outcome).toBe('refused')
    expect(asked.slice(before)).toEqual([])
  })
})

it('from a host it is the same page, and asks for itself alone', async () => {
  const before = asked.length
  const { page, complaints } = await openPage(browser, '', {}, `http://${host}/acr-explain.html`)
  await page.getByRole('button', { name: 'a proxy in a build' }).click()
  await page.locator('.verdict').waitFor()
  expect({ asked: asked.slice(before), complaints }).toEqual({ asked: ['/acr-explain.html'], complaints: [] })
})

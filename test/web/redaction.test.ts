/** With the switch on nothing private is on the page, in the clipboard or in a file that is saved. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser.js'
import { runCli } from '../cli/run-cli.js'
import { downloaded, drop, openPage, paste } from './open-page.js'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
}, 60_000)
afterAll(() => browser.close())

const planted = [
  'quillonacr',
  '203.0.113.77',
  '10.44.3.9',
  '3f2b8c1d-5e6a-4b7c-8d9e-0f1a2b3c4d5e',
  'rg-orchard-prod',
  'marisol',
  'build-7.orchard.example.com',
  'marisol.quill@orchard.example.com',
  'Sup3r-S3cret!pw',
]
const [registry, publicIp, privateIp, subscription, group, user, host, mail, password] = planted
const log = [
  `${user}@laptop-14:~$ az acr check-health --name ${registry} --yes`,
  "Docker version: 'Docker version 28.0.4, build b8034c0, platform linux/amd64'",
  'Azure CLI version: 2.65.0',
  `DNS lookup to ${registry}.azurecr.io at IP ${privateIp} : OK`,
  'An error occurred: CONNECTIVITY_FORBIDDEN_ERROR',
  `Looks like you don't have access to registry '${registry}.azurecr.io'. Are firewall rules and virtual networks set up correctly?`,
  `denied: {"errors":[{"code":"DENIED","message":"client with IP '${publicIp}' is not allowed access."}]}`,
  `ERROR: (AuthorizationFailed) The client '${mail}' does not have authorization over scope '/subscriptions/${subscription}/resourceGroups/${group}'`,
  `ERROR: cannot read /home/${user}/.docker/config.json on ${host}`,
  `docker login ${registry}.azurecr.io -u ${registry} -p ${password}`,
  ...Array.from({ length: 900 }, (_, index) => `step ${index} of ${registry} goes on at ${host}`),
  'An error occurred: HELM_COMMAND_ERROR',
].join('\n')

/** All that a reader, a screen reader or a copying hand could take from the page. */
const everythingOn = (page: Page) =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLTextAreaElement>('textarea, input')].map(({ value }) => value)
    const script = document.querySelector('body > script, head > script')?.textContent ?? ''
    return [document.title, location.href, document.documentElement.outerHTML.replace(script, ''), ...fields].join('\n')
  })
const leaksIn = (text: string) => planted.filter((value) => text.toLowerCase().includes((value as string).toLowerCase()))
const switchOf = (page: Page) => page.getByRole('switch', { name: 'Hide private values' })

async function hide(page: Page): Promise<void> {
  await switchOf(page).click()
  await page.locator('[role=switch][aria-checked=true]').waitFor()
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

describe('with the switch on', () => {
  it('no planted value is on the page, whatever is opened and unfolded, nor in its language or its title', async () => {
    const { page } = await openPage(browser)
    await drop(page, [{ name: `${registry}-${host}.log`, bytes: new TextEncoder().encode(log) }])
    await page.locator('.verdict').waitFor()
    expect(leaksIn(await everythingOn(page))).not.toEqual([])
    await hide(page)
    expect(leaksIn(await everythingOn(page))).toEqual([])
    const closed = page.locator('.finding [aria-expanded=false]')
    while ((await closed.count()) > 0) await closed.first().click()
    for (let folds = 0; folds < 3; folds++) await page.locator('.fold').first().click()
    await page.getByText('step 250 of').waitFor()
    expect(leaksIn(await everythingOn(page))).toEqual([])
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('heading', { name: '日志' }).waitFor()
    expect(leaksIn(await everythingOn(page))).toEqual([])
  })

  it('no planted value is copied or saved, and what is saved is what --redact writes', async () => {
    const { page } = await openPage(browser)
    await drop(page, [{ name: 'check.log', bytes: new TextEncoder().encode(log) }])
    await hide(page)
    await page.getByRole('button', { name: 'Copy as Markdown' }).click()
    await page.getByText('Copied').waitFor()
    expect(leaksIn(await clipboard(page))).toEqual([])
    for (const command of await page.locator('.command').all()) {
      if (!(await command.isVisible())) continue
      await command.getByRole('button').click()
      await expect.poll(() => clipboard(page)).toBe(await command.locator('code').innerText())
      expect(leaksIn(await clipboard(page))).toEqual([])
    }
    const buttons = await page.getByRole('button', { name: /^Download/ }).allInnerTexts()
    for (const button of buttons) expect(leaksIn(await downloaded(page, button))).toEqual([])
    const { stdout } = runCli(['--redact', '--format', 'json', '--stdin-name', 'check.log'], { input: log })
    expect(JSON.parse(await downloaded(page, 'Download JSON'))).toEqual(JSON.parse(stdout))
  })

  it('the next log is hidden, too; what was cleared leaves the page with the switch', async () => {
    const { page } = await openPage(browser)
    await paste(page, log)
    await hide(page)
    await drop(page, [{ name: `${user}.log`, bytes: new TextEncoder().encode(`${log}\nAn error occurred: NOTARY_COMMAND_ERROR`) }])
    await page.getByRole('link', { name: 'NOTARY_COMMAND_ERROR', exact: true }).waitFor()
    expect(leaksIn(await everythingOn(page))).toEqual([])
    await page.getByRole('button', { name: 'Clear' }).click()
    await paste(page, log)
    await page.locator('.verdict').waitFor()
    expect(await switchOf(page).getAttribute('aria-checked')).toBe('false')
  })

  it('a paste cannot be edited, as the field would show it', async () => {
    const { page } = await openPage(browser)
    await page.getByRole('textbox').fill(log)
    await page.locator('.verdict').waitFor()
    await hide(page)
    expect(await page.getByRole('textbox').count()).toBe(0)
    expect(leaksIn(await everythingOn(page))).toEqual([])
    await switchOf(page).click()
    await page.getByRole('button', { name: /Edit|Done/ }).waitFor()
  })

  it('a comparison is hidden, fields and all, with one placeholder for a value on both sides', async () => {
    const { page } = await openPage(browser, '#/compare')
    await page.locator('[data-side=before] textarea').fill(log)
    await page.locator('[data-side=after] textarea').fill(log.replaceAll(publicIp as string, '203.0.113.78'))
    await page.locator('.difference').waitFor()
    expect(leaksIn(await everythingOn(page))).not.toEqual([])
    await hide(page)
    expect(leaksIn(await everythingOn(page))).toEqual([])
    expect(await page.locator('.difference .facts').allInnerTexts()).toEqual([expect.stringMatching(/<public-ip-1>[\s\S]*<public-ip-2>/)])
  })
})

it('leaves the reader where he was: the same findings open, the same lines unfolded, the same place on the page', async () => {
  const { page } = await openPage(browser)
  await drop(page, [{ name: 'check.log', bytes: new TextEncoder().encode(log) }])
  await page.locator('.finding [aria-expanded=false]').first().click()
  await page.locator('.fold').first().click()
  await page.getByText('step 50 of').waitFor()
  const state = async () => ({
    open: await page.locator('.finding [aria-expanded=true]').count(),
    lines: await page.locator('.lines [data-line]').count(),
    focus: await page.evaluate(() => document.activeElement?.getAttribute('role')),
    scroll: await page.evaluate(() => Math.round(scrollY)),
  })
  await switchOf(page).focus()
  await page.evaluate(() => scrollTo(0, 120))
  const before = await state()
  await page.keyboard.press('Space')
  await page.locator('[role=switch][aria-checked=true]').waitFor()
  await page.getByText('step 50 of').waitFor()
  expect(await state()).toEqual(before)
  await page.keyboard.press('Space')
  await page.locator('[role=switch][aria-checked=false]').waitFor()
  expect(await state()).toEqual(before)
})

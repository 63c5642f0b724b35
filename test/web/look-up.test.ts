import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser.js'
import { builtCatalog } from '../built-catalog.js'
import { openPage } from './open-page.js'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
}, 60_000)
afterAll(() => browser.close())

const title = (code: string, locale: 'en' | 'zh-CN' = 'en') => builtCatalog.words(code, locale).title
const waitForTitle = (page: Page, code: string, locale: 'en' | 'zh-CN' = 'en') =>
  page.getByRole('heading', { level: 1, name: title(code, locale) }).waitFor()

describe('search', () => {
  it('is worked by the keyboard alone: / leads to it, arrows choose, Enter opens', async () => {
    const { page } = await openPage(browser)
    await page.keyboard.press('/')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.type('403 firewall')
    const options = page.getByRole('option')
    await options.nth(1).waitFor()
    const second = await options.nth(1).locator('.code').innerText()
    await page.keyboard.press('ArrowDown')
    expect(await options.nth(1).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Enter')
    await waitForTitle(page, second)
    expect(new URL(page.url()).hash).toBe(`#/${second}`)
  })

  it('finds again what was looked for when the reader goes back, and keeps it out of the address', async () => {
    const { page } = await openPage(browser, '#/look-up')
    await page.keyboard.type('防火墙')
    await page.getByRole('option').first().click()
    await page.locator('.entry').waitFor()
    await page.goBack()
    expect(await page.getByRole('combobox').inputValue()).toBe('防火墙')
    expect(decodeURIComponent(page.url())).not.toContain('防火墙')
    await page.goForward()
    await page.locator('.entry').waitFor()
  })

  it('says so where nothing is found, and lists everything where nothing is asked', async () => {
    const { page } = await openPage(browser, '#/look-up')
    await page
      .getByRole('link', { name: title('CONNECTIVITY_FORBIDDEN_ERROR'), exact: false })
      .first()
      .waitFor()
    await page.keyboard.type('zzzzqqqq')
    await page.getByText('Nothing resembles “zzzzqqqq”').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'Kubernetes' }).waitFor()
  })
})

describe('an entry', () => {
  it('is a page with an address of its own', async () => {
    const { page, complaints } = await openPage(browser, '#/CONNECTIVITY_FORBIDDEN_ERROR')
    await waitForTitle(page, 'CONNECTIVITY_FORBIDDEN_ERROR')
    expect(await page.title()).toContain('CONNECTIVITY_FORBIDDEN_ERROR')
    await page.getByText('az acr network-rule add --name <registry>').first().waitFor()
    await page.getByRole('button', { name: '中文' }).click()
    await waitForTitle(page, 'CONNECTIVITY_FORBIDDEN_ERROR', 'zh-CN')
    expect(complaints).toEqual([])
  })

  it.each(['connectivity-forbidden', 'CONNECTIVITY_FORBIDDEN'])('is found as %s too, and gets its usual address', async (name) => {
    const { page } = await openPage(browser, `#/${name}`)
    await waitForTitle(page, 'CONNECTIVITY_FORBIDDEN_ERROR')
    await page.waitForURL(/#\/CONNECTIVITY_FORBIDDEN_ERROR$/)
  })

  it('that does not exist is said not to, with those it may be', async () => {
    const { page } = await openPage(browser, '#/CONNECTIVITY_FROBIDDEN_EROR')
    await page.getByRole('heading', { name: 'There is no entry CONNECTIVITY_FROBIDDEN_EROR' }).waitFor()
    await page
      .getByRole('link', { name: title('CONNECTIVITY_FORBIDDEN_ERROR'), exact: false })
      .first()
      .click()
    await page.waitForURL(/#\/CONNECTIVITY_FORBIDDEN_ERROR$/)
  })

  it('is where a finding leads, and back is the report', async () => {
    const { page } = await openPage(browser)
    await page.getByRole('button', { name: 'before and after a fix' }).click()
    await page.getByRole('link', { name: 'CONNECTIVITY_FORBIDDEN_ERROR', exact: true }).click()
    await waitForTitle(page, 'CONNECTIVITY_FORBIDDEN_ERROR')
    await page.goBack()
    await page.locator('.verdict').waitFor()
  })
})

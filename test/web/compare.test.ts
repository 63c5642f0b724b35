import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser.js'
import { fixture } from '../cli/run-cli.js'
import { drop, openPage, paste } from './open-page.js'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
}, 60_000)
afterAll(() => browser.close())

const failing = readFileSync(fixture('bad-challenge-private-address'))
const healthy = readFileSync(fixture('ok-terminal'), 'utf8')

it('tells of a paste and a dropped file what was fixed, with both ways to the registry', async () => {
  const { page, complaints } = await openPage(browser, '#/compare')
  await drop(page, [{ name: 'before.log', bytes: failing }], '[data-side=before]')
  await page.getByRole('textbox', { name: 'After' }).focus()
  await paste(page, healthy)
  await page.locator('.changes.cleared').getByText('CONNECTIVITY_CHALLENGE_ERROR').waitFor()
  expect(await page.getByRole('list', { name: 'The way to the registry' }).count()).toBe(2)
  expect(complaints).toEqual([])
})

it('leaves alone what is being explained, and is left alone by it', async () => {
  const { page } = await openPage(browser)
  await page.getByRole('button', { name: 'a proxy in a build' }).click()
  await page.locator('.verdict').waitFor()
  await page.getByRole('link', { name: 'Compare' }).click()
  await page.getByRole('button', { name: 'before and after a fix' }).click()
  await page.getByRole('heading', { name: '1 fixed' }).waitFor()
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('heading', { name: '已修复 1 项' }).waitFor()
  await page.getByRole('link', { name: '解释', exact: true }).click()
  await page.getByRole('heading', { name: '处理办法' }).first().waitFor()
})

/** axe-core finds nothing to complain of, in any view, appearance or language; what it cannot see is tested by the keyboard. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser.js'
import { fixture } from '../cli/run-cli.js'
import { drop, openPage } from './open-page.js'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
}, 60_000)
afterAll(() => browser.close())

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe has to say, a line each. */
async function complaintsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(
    (tags) => (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({ runOnly: tags }),
    standards,
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`))
}

async function showReport(page: Page): Promise<void> {
  await drop(
    page,
    ['bad-debug-prints-three-times', 'bad-offline-host'].map((name) => ({ name, bytes: readFileSync(fixture(name)) })),
  )
  await page.locator('.verdict').waitFor()
  const closed = page.locator('.finding [aria-expanded=false]')
  while ((await closed.count()) > 0) await closed.first().click()
}

const views: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the opening': async () => {},
  'a report with every finding open': showReport,
  'the log being edited': async (page) => {
    await page.getByRole('textbox').fill('An error occurred: HELM_COMMAND_ERROR')
    await page.locator('.verdict').waitFor()
  },
  'an empty comparison': (page) => page.evaluate(() => location.assign('#/compare')),
  'a comparison': async (page) => {
    await page.evaluate(() => location.assign('#/compare'))
    await page.locator('.samples button').click()
    await page.locator('.difference').waitFor()
  },
  'the catalog': (page) => page.evaluate(() => location.assign('#/look-up')),
  'search results': async (page) => {
    await page.evaluate(() => location.assign('#/look-up'))
    await page.getByRole('combobox').fill('403')
    await page.getByRole('option').first().waitFor()
  },
  'an entry': (page) => page.evaluate(() => location.assign('#/CONNECTIVITY_FORBIDDEN_ERROR')),
  'an entry that does not exist': (page) => page.evaluate(() => location.assign('#/CONNECTIVITY_FROBIDDEN')),
}

const appearances = [
  { colorScheme: 'light', locale: 'en-US', viewport: { width: 1360, height: 900 } },
  { colorScheme: 'dark', locale: 'zh-CN', viewport: { width: 1360, height: 900 } },
  { colorScheme: 'dark', locale: 'en-US', viewport: { width: 360, height: 780 } },
  { colorScheme: 'light', locale: 'zh-CN', viewport: { width: 360, height: 780 } },
] as const

describe.each(appearances)('$colorScheme, $locale, $viewport.width wide', (appearance) => {
  it.each(Object.keys(views))('%s', async (name) => {
    const { page } = await openPage(browser, '', { ...appearance, bypassCSP: true })
    await views[name]?.(page)
    await page.waitForTimeout(100)
    expect(await complaintsOf(page)).toEqual([])
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(isWider).toBe(false)
  })
})

it('is usable at the width of 320 pixels, which a zoom to 400 % gives', async () => {
  const { page } = await openPage(browser, '', { viewport: { width: 320, height: 600 } })
  await showReport(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})

it('can be worked by Tab and Enter alone, from the sample to the line of the log', async () => {
  const { page } = await openPage(browser)
  const tabTo = async (text: string) => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate((wanted) => document.activeElement?.textContent?.includes(wanted), text)) return
    }
    throw new Error(`Tab does not come to ${text}`)
  }
  await tabTo('a login server at a private address')
  await page.keyboard.press('Enter')
  await page.locator('.verdict').waitFor()
  await tabTo('line 6')
  await page.keyboard.press('Enter')
  await page.locator('.lines [data-line="6"][aria-current=true]').waitFor()
})

it('lets a reader skip what is the same in every view', async () => {
  const { page } = await openPage(browser)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
})

it('shows where the focus is, at every stop of Tab', async () => {
  const { page } = await openPage(browser)
  await showReport(page)
  for (let stop = 0; stop < 25; stop++) {
    await page.keyboard.press('Tab')
    const outline = await page.evaluate(() => {
      const focused = document.activeElement ?? document.body
      const { outlineStyle, outlineWidth } = getComputedStyle(focused)
      return { focused: focused.outerHTML.slice(0, 80), isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 1 }
    })
    expect(outline).toMatchObject({ isSeen: true })
  }
})

it('moves nothing', async () => {
  const { page } = await openPage(browser)
  await showReport(page)
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(element)
        const isAnimated = animationName !== 'none' && animationDuration !== '0s'
        return isAnimated || transitionDuration.split(', ').some((duration) => duration !== '0s') || scrollBehavior === 'smooth'
      })
      .map(({ className }) => className),
  )
  expect(moving).toEqual([])
})

it('prints every finding with its commands, and no buttons that paper has no use for', async () => {
  const { page } = await openPage(browser)
  await drop(page, [{ name: 'check.log', bytes: readFileSync(fixture('bad-offline-host')) }])
  await page.locator('.verdict').waitFor()
  const closed = await page.locator('.finding .body[hidden]').count()
  expect(closed).toBeGreaterThan(0)
  await page.emulateMedia({ media: 'print' })
  for (const body of await page.locator('.finding .body').all()) expect(await body.isVisible()).toBe(true)
  expect(await page.locator('.actions').first().isVisible()).toBe(false)
  expect(await page.locator('.command .copy').first().isVisible()).toBe(false)
  expect(await page.locator('.lines li').first().isVisible()).toBe(true)
})

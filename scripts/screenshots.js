/**
 * `npm run screenshots`: every view of the built page, wide and on a phone, light and dark, in both languages, in
 * .cache/screenshots/; those that the README shows in docs/. To be looked at: no test says whether a page is pleasant.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { launchBrowser } from './browser.js'

const page = new URL('../dist/web/acr-explain.html', import.meta.url)
const fixture = (name) => readFileSync(new URL(`../fixtures/${name}/input.txt`, import.meta.url))

const drop = (name) => (tab) =>
  tab.evaluate(
    ([bytes, file]) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(bytes)], file))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    },
    [[...fixture(name)], 'check-health.log'],
  )
const at = (address) => (tab) => tab.evaluate((fragment) => location.assign(fragment), address)

/** What is shown, how to come there, and what to wait for. */
const views = [
  { name: 'opening', show: async () => {}, shown: 'textarea' },
  { name: 'failing', show: drop('bad-forbidden-powershell-utf16'), shown: '.verdict' },
  { name: 'fixed', show: drop('ok-before-and-after'), shown: '.verdict' },
  { name: 'nothing-known', show: drop('odd-nothing-known'), shown: '.verdict' },
  { name: 'look-up', show: at('#/look-up'), shown: '[role=combobox]' },
  {
    name: 'search',
    show: async (tab) => {
      await at('#/look-up')(tab)
      await tab.getByRole('combobox').fill('403 firewall')
    },
    shown: '[role=option]',
  },
  { name: 'entry', show: at('#/CONNECTIVITY_REFRESH_TOKEN_ERROR'), shown: '.entry' },
]

const appearances = ['light', 'dark'].flatMap((colorScheme) =>
  ['en', 'zh-CN'].flatMap((locale) => [
    { label: `wide-${colorScheme}-${locale}`, colorScheme, locale, viewport: { width: 1360, height: 900 } },
    { label: `phone-${colorScheme}-${locale}`, colorScheme, locale, viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  ]),
)

const inReadme = { 'failing-wide-light-en': 'docs/page.png', 'failing-phone-dark-zh-CN': 'docs/page-phone.png' }

if (spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim() === '') {
  process.stderr.write('No font here has Chinese characters: they will be boxes. On Debian: apt-get install fonts-noto-cjk\n')
}
mkdirSync('.cache/screenshots', { recursive: true })
mkdirSync('docs', { recursive: true })
const browser = await launchBrowser()
for (const { label, ...appearance } of appearances) {
  const context = await browser.newContext(appearance)
  for (const { name, show, shown } of views) {
    const tab = await context.newPage()
    await tab.goto(page.href)
    await tab.locator('h1').waitFor()
    await show(tab)
    await tab.locator(shown).first().waitFor()
    await tab.waitForTimeout(100)
    await tab.screenshot({ path: `.cache/screenshots/${name}-${label}.png`, fullPage: true })
    const file = inReadme[`${name}-${label}`]
    if (file) await tab.screenshot({ path: file })
    await tab.close()
  }
  await context.close()
}
await browser.close()
process.stdout.write(
  `${views.length * appearances.length} pictures in ${fileURLToPath(new URL('../.cache/screenshots/', import.meta.url))}\n`,
)

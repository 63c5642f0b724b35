/**
 * `npm run screenshots`: every view of the built page and every HTML report, wide and on a phone, light and dark, in both
 * languages, in .cache/screenshots/; those that the README shows in docs/. To be looked at: no test says whether a page is pleasant.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
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
  {
    name: 'compare',
    show: async (tab) => {
      await at('#/compare')(tab)
      await tab.locator('.samples button').click()
    },
    shown: '.difference',
  },
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

/** A browser draws no more at once. */
const LONGEST_PICTURE = 8000

/** HTML reports, and the arguments that make them. */
const fixturePath = (name) => `fixtures/${name}/input.txt`
const reports = {
  'report-explain': ['explain', fixturePath('bad-forbidden-powershell-utf16')],
  'report-triage': ['triage', 'fixtures'],
  'report-diff': ['diff', fixturePath('bad-debug-prints-three-times'), fixturePath('bad-challenge-private-address')],
}

function makeReport(args, locale, file) {
  const { status, stderr } = spawnSync(process.execPath, ['dist/cli.cjs', ...args, '--format', 'html', '--lang', locale, '--output', file])
  if (status === null || status > 3) throw new Error(`${args.join(' ')}: ${stderr}`)
  return pathToFileURL(file).href
}

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
  // Their own policy would refuse the style that has all of them drawn at once.
  const lenient = await browser.newContext({ ...appearance, bypassCSP: true })
  for (const [name, args] of Object.entries(reports)) {
    const tab = await lenient.newPage()
    await tab.goto(makeReport(args, appearance.locale, `.cache/screenshots/${name}.html`))
    await tab.addStyleTag({ content: '.finding { content-visibility: visible !important }' })
    const height = Math.min(LONGEST_PICTURE, await tab.evaluate(() => document.documentElement.scrollHeight))
    const clip = { x: 0, y: 0, width: appearance.viewport.width, height }
    await tab.screenshot({ path: `.cache/screenshots/${name}-${label}.png`, fullPage: true, clip })
    await tab.close()
  }
  await lenient.close()
}
await browser.close()
process.stdout.write(
  `${(views.length + Object.keys(reports).length) * appearances.length} pictures in ${fileURLToPath(new URL('../.cache/screenshots/', import.meta.url))}\n`,
)

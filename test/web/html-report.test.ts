/** The HTML report in a browser: nothing of a log becomes markup, it asks for nothing, and it reads without scripts. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser.js'
import type { Locale } from '../../src/catalog/entry.js'
import { type DifferenceReport, reportDifference } from '../../src/diff/report-difference.js'
import { explain } from '../../src/explain.js'
import { renderDifferenceHtml } from '../../src/render/difference/difference-html.js'
import { renderHtml } from '../../src/render/html/html-report.js'
import type { Report } from '../../src/report/report.js'
import { digestInput, triageDigests } from '../../src/triage-inputs.js'
import { builtCatalog } from '../built-catalog.js'
import { fixture } from '../cli/run-cli.js'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
}, 60_000)
afterAll(() => browser.close())

const folder = mkdtempSync(join(tmpdir(), 'acr-explain-html-'))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function open(html: Promise<string>, options: BrowserContextOptions = {}) {
  const file = join(folder, `${Math.random()}.html`)
  writeFileSync(file, await html)
  const page = await (await browser.newContext(options)).newPage()
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('dialog', (dialog) => complaints.push(dialog.message()))
  await page.goto(`file://${file}`)
  return { page, requests: requests.slice(1), complaints }
}

const explained = (name: string, locale: Locale = 'en') =>
  explain(readFileSync(fixture(name)), { catalog: builtCatalog, locale, name: 'a.log' })

function triaged(locale: Locale = 'en'): Report {
  const names = [
    'bad-forbidden-powershell-utf16',
    'bad-challenge-private-address',
    'ok-terminal',
    'bad-ssl-github-actions',
    'ok-before-and-after',
  ]
  const digests = names.map((name) => digestInput({ name: `${name}.log`, bytes: readFileSync(fixture(name)) }, builtCatalog))
  return triageDigests(digests, { catalog: builtCatalog, locale })
}

function compared(before: string, after: string, locale: Locale = 'en'): DifferenceReport {
  return reportDifference(explained(before, locale), explained(after, locale), builtCatalog)
}

const hostile = `</title></script></style><script>alert(1)</script><img src=x onerror=alert(2)><svg/onload=alert(3)> "'&lt; {{x}} javascript:alert(4)`

describe('text of a log', () => {
  const log = `DNS lookup to contoso.azurecr.io at IP 20.62.128.40 : OK
An error occurred: CONNECTIVITY_FORBIDDEN_ERROR ${hostile}
Looks like you don't have access to registry 'contoso.azurecr.io'.
${hostile} request failed: error
`

  it('stays text, wherever in the report it stands', async () => {
    const report = explain(log, { catalog: builtCatalog, name: `${hostile}.log` })
    const { page, requests, complaints } = await open(renderHtml({ ...report, summary: [[hostile]] }))
    expect(await page.locator('body').innerText()).toContain(hostile.trim())
    expect(await page.locator('img').count()).toBe(0)
    expect(await page.locator('script').count()).toBe(1)
    expect(await page.locator('[onload], [onerror]').count()).toBe(0)
    expect(requests).toEqual([])
    expect(complaints).toEqual([])
  })
})

it('text of either log stays text in a comparison, too, which needs no script', async () => {
  const log = (code: string) =>
    `An error occurred: ${code} ${hostile}\nLooks like you don't have access to registry 'contoso.azurecr.io'.\n`
  const side = (code: string) => ({ ...explain(log(code), { catalog: builtCatalog, name: `${hostile}.log` }), summary: [[hostile]] })
  const difference = reportDifference(side('CONNECTIVITY_FORBIDDEN_ERROR'), side('NOTARY_COMMAND_ERROR'), builtCatalog)
  const facts = [{ name: hostile, before: hostile, after: `${hostile}!` }]
  const { page, requests, complaints } = await open(renderDifferenceHtml({ ...difference, facts }), { javaScriptEnabled: false })
  const text = await page.locator('body').innerText()
  expect(text.split(hostile.trim()).length).toBeGreaterThan(6)
  expect(await page.locator('img, script, [onload], [onerror]').count()).toBe(0)
  expect(requests).toEqual([])
  expect(complaints).toEqual([])
})

describe('a comparison', () => {
  const dns = 'DNS lookup to contoso.azurecr.io at IP 20.62.128.40 : OK'
  const forbidden = "An error occurred: CONNECTIVITY_FORBIDDEN_ERROR\nLooks like you don't have access to registry 'contoso.azurecr.io'."
  const notary = 'An error occurred: NOTARY_COMMAND_ERROR\nPlease verify if notary is installed.'
  const passed = 'Challenge endpoint https://contoso.azurecr.io/v2/ : OK'
  const report = (...lines: string[]) => explain(lines.join('\n'), { catalog: builtCatalog, name: 'a.log' })
  const difference = reportDifference(report(dns, forbidden, notary), report(dns, passed, notary), builtCatalog)

  it('shows without scripts what became of each finding and each check, and what to do about what is left', async () => {
    const { page } = await open(renderDifferenceHtml(difference), { javaScriptEnabled: false })
    expect(await page.locator('h2').allInnerTexts()).toEqual(['Before', 'After', 'Still there', 'Fixed', 'Checks'])
    expect(await page.locator('tr', { hasText: 'challenge endpoint' }).locator('td').allInnerTexts()).toEqual(['failed', 'passed'])
    expect(await page.locator('.finding.warning').innerText()).toContain('What to do')
    expect(await page.locator('.finding.cleared').innerText()).not.toContain('What to do')
  })

  it('explains a code once and can be searched where it is long', async () => {
    const [one] = difference.remaining as [DifferenceReport['remaining'][number]]
    const added = Array.from({ length: 9 }, (_, at) => ({ ...one, registry: `registry${at}` }))
    const { page, complaints } = await open(renderDifferenceHtml({ ...difference, new: added }))
    expect(await page.locator('.steps').count()).toBe(1)
    expect(await page.locator('a[href="#f0"]').count()).toBe(9)
    await page.keyboard.press('/')
    await page.keyboard.type('registry7')
    await expect.poll(() => page.locator('.finding:not([hidden])').count()).toBe(1)
    expect(complaints).toEqual([])
  })
})

it('takes no link that leads anywhere but to the web', async () => {
  const report = explained('bad-offline-host')
  const links = ['javascript:alert(1)', 'data:text/html,x', 'https://aka.ms/acr/errors']
  const { page } = await open(renderHtml({ ...report, findings: report.findings.map((finding) => ({ ...finding, links })) }))
  const hrefs = await page.locator('a').evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')))
  expect(hrefs.filter((href) => !/^(?:#|https:\/\/)/.test(href ?? ''))).toEqual([])
})

describe.each(['en', 'zh-CN'] as const)('in %s', (locale) => {
  const reports = {
    explain: explained('bad-forbidden-powershell-utf16', locale),
    triage: triaged(locale),
    healthy: explained('ok-terminal', locale),
  }
  const pages = {
    ...Object.fromEntries(Object.entries(reports).map(([name, report]) => [name, () => renderHtml(report)])),
    difference: () => renderDifferenceHtml(compared('bad-forbidden-powershell-utf16', 'bad-challenge-private-address', locale)),
    'large difference': () => renderDifferenceHtml(reportDifference(triaged(locale), reports.explain, builtCatalog)),
  }
  const appearances = [
    { colorScheme: 'light', viewport: { width: 1360, height: 900 } },
    { colorScheme: 'dark', viewport: { width: 360, height: 780 } },
  ] as const

  it.each(Object.entries(pages))('%s: axe has nothing to complain of, and nothing is wider than the window', async (_, render) => {
    for (const appearance of appearances) {
      const { page, complaints } = await open(render(), { ...appearance, bypassCSP: true })
      expect(await complaintsOf(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
      expect(complaints).toEqual([])
    }
  })

  it('reads without scripts: every finding with its evidence, and the rest behind a summary', async () => {
    const { page } = await open(renderHtml(reports.triage), { javaScriptEnabled: false })
    expect(await page.locator('.filter').isVisible()).toBe(false)
    const text = await page.locator('main').innerText()
    for (const { code } of reports.triage.findings) expect(text.replaceAll('\u200b', '')).toContain(code)
    await page.locator('.finding summary').last().click()
    expect(await page.locator('.finding details').last().getAttribute('open')).not.toBeNull()
  })
})

it('finds by words and by severity, from the keyboard', async () => {
  const { page } = await open(renderHtml(triaged()))
  const shown = () => page.locator('.finding:not([hidden])').count()
  const all = await shown()
  await page.keyboard.press('/')
  await page.keyboard.type('certificate ssl')
  await expect.poll(shown).toBe(1)
  await page.keyboard.press('Escape')
  await expect.poll(shown).toBe(all)
  await page.locator('select').selectOption('warning')
  expect(await page.locator('.finding.error:not([hidden])').count()).toBe(0)
  expect(await page.locator('output').innerText()).toMatch(/^\d+ of \d+ findings$/)
})

it('shows ten thousand findings, and searches them', async () => {
  const report = explained('bad-forbidden-powershell-utf16')
  const [first] = report.findings as [Report['findings'][number]]
  const findings = Array.from({ length: 10_000 }, (_, at) => ({
    ...first,
    facts: { registry: `registry${at}`, loginServer: `registry${at}.azurecr.io` },
  }))
  const { page } = await open(renderHtml({ ...report, findings }))
  expect(await page.locator('.finding').count()).toBe(10_000)
  await page.keyboard.press('/')
  await page.keyboard.type('registry9876')
  await expect.poll(() => page.locator('.finding:not([hidden])').count()).toBe(1)
  await page.locator('.finding:not([hidden])').isVisible()
})

async function complaintsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run())
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`))
}

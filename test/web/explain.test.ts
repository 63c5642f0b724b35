import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser.js'
import { fixture, runCli } from '../cli/run-cli.js'
import { downloaded, drop, openPage, paste } from './open-page.js'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
}, 60_000)
afterAll(() => browser.close())

const utf16 = readFileSync(fixture('bad-forbidden-powershell-utf16'))
const pasted = readFileSync(fixture('ok-before-and-after'), 'utf8')

describe('what arrives', () => {
  it('is explained when it is pasted, and the report is what the reader comes to', async () => {
    const { page, requests, complaints } = await openPage(browser)
    await page.getByRole('textbox').focus()
    await paste(page, pasted)
    await page.locator('.verdict').waitFor()
    await expect(page.evaluate(() => document.activeElement?.id)).resolves.toBe('verdict')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('CONNECTIVITY_FORBIDDEN_ERROR')
    expect({ requests, complaints }).toEqual({ requests: [expect.stringMatching(/^blob:/)], complaints: [] })
  })

  it('is explained while it is typed, and can be edited', async () => {
    const { page } = await openPage(browser)
    await page.getByRole('textbox').pressSequentially('An error occurred: HELM_COMMAND_ERROR')
    await page.getByRole('link', { name: 'HELM_COMMAND_ERROR', exact: true }).waitFor()
    expect(await page.getByRole('textbox').inputValue()).toBe('An error occurred: HELM_COMMAND_ERROR')
    await page.getByRole('textbox').fill('hello')
    await page.getByText('inconclusive').first().waitFor()
  })

  it('loses no letter that is typed while the report is made', async () => {
    const { page } = await openPage(browser)
    await page.evaluate(() => {
      const { postMessage } = Worker.prototype
      Worker.prototype.postMessage = function (this: Worker, ...message: unknown[]) {
        Worker.prototype.postMessage = postMessage
        Reflect.apply(postMessage, this, message)
        document.execCommand('insertText', false, ' more')
        document.addEventListener('focusin', () => setTimeout(() => document.execCommand('insertText', false, '!')), { once: true })
      }
    })
    await page.getByRole('textbox').pressSequentially('An error occurred: HELM_COMMAND_ERROR')
    await page.getByRole('link', { name: 'HELM_COMMAND_ERROR', exact: true }).waitFor()
    expect(await page.getByRole('textbox').inputValue()).toBe('An error occurred: HELM_COMMAND_ERROR more!')
  })

  it('is explained when it is pasted on the page, outside any field', async () => {
    const { page } = await openPage(browser)
    await paste(page, pasted)
    await page.locator('.verdict').waitFor()
  })

  it('is explained when it is dropped, in any encoding, to the same report as on the command line', async () => {
    const { page } = await openPage(browser)
    await drop(page, [{ name: 'check.log', bytes: utf16 }])
    await page.locator('.verdict').waitFor()
    const { stdout } = runCli(['--format', 'json', '--stdin-name', 'check.log'], { input: utf16 })
    expect(JSON.parse(await downloaded(page, 'Download JSON'))).toEqual(JSON.parse(stdout))
  })

  it('may be several files in one report', async () => {
    const { page } = await openPage(browser)
    await drop(page, [
      { name: 'one.log', bytes: utf16 },
      { name: 'two.log', bytes: readFileSync(fixture('ok-terminal')) },
    ])
    await page.locator('.verdict').waitFor()
    expect(JSON.parse(await downloaded(page, 'Download JSON')).inputs.map(({ name }: { name: string }) => name)).toEqual([
      'one.log',
      'two.log',
    ])
  })

  it('may be a zip, whose members are explained as files', async () => {
    const { page } = await openPage(browser)
    const deep = zipSync({ 'check.log': utf16 })
    await drop(page, [
      { name: 'bundle.zip', bytes: zipSync({ 'logs/': new Uint8Array(), 'logs/fixed.log': strToU8(pasted), 'in.zip': deep }) },
    ])
    await page.locator('.verdict').waitFor()
    expect(JSON.parse(await downloaded(page, 'Download JSON')).inputs.map(({ name }: { name: string }) => name)).toEqual([
      'bundle.zip!/logs/fixed.log',
      'bundle.zip!/in.zip!/check.log',
    ])
  })

  it('is named where it cannot be read, and the others are explained', async () => {
    const { page } = await openPage(browser)
    await drop(page, [
      { name: 'broken.zip', bytes: strToU8('PK\u0003\u0004 broken') },
      { name: 'check.log', bytes: utf16 },
    ])
    await page.getByText('broken.zip: not read: damaged.').waitFor()
    await page.getByRole('link', { name: 'CONNECTIVITY_FORBIDDEN_ERROR', exact: true }).waitFor()
  })

  it('is gone when it is cleared', async () => {
    const { page } = await openPage(browser)
    await paste(page, pasted)
    await page.getByRole('button', { name: 'Clear' }).click()
    expect(await page.getByRole('textbox').inputValue()).toBe('')
  })
})

describe('the report', () => {
  it('draws the way to the registry with the point where it broke', async () => {
    const { page } = await openPage(browser)
    await drop(page, [{ name: 'check.log', bytes: utf16 }])
    const path = page.getByRole('list', { name: 'The way to the registry' })
    await path.waitFor()
    const steps = await path.getByRole('listitem').allInnerTexts()
    expect(steps.find((step) => step.includes('challenge endpoint'))).toContain('CONNECTIVITY_FORBIDDEN_ERROR')
    expect(steps.find((step) => step.includes('refresh token'))).toContain('not run')
  })

  it('leads from the evidence to its line, and from the line to its finding', async () => {
    const { page } = await openPage(browser)
    await drop(page, [{ name: 'check.log', bytes: utf16 }])
    const evidence = page.getByRole('list', { name: 'Evidence' }).first().getByRole('button').first()
    const line = (await evidence.innerText()).replace(/\D/g, '')
    await evidence.click()
    expect(await page.locator('.lines [aria-current=true]').getAttribute('data-line')).toBe(line)

    const finding = page.locator('.finding').first().getByRole('button').first()
    await finding.click()
    expect(await finding.getAttribute('aria-expanded')).toBe('false')
    await page.getByRole('button', { name: new RegExp(`^Line ${line},`) }).press('Enter')
    expect(await finding.getAttribute('aria-expanded')).toBe('true')
    await expect(finding.evaluate((button) => button === document.activeElement)).resolves.toBe(true)
  })

  it('copies a command, and itself as Markdown', async () => {
    const { page } = await openPage(browser)
    await drop(page, [{ name: 'check.log', bytes: utf16 }])
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
    const command = page.locator('.command').first()
    await command.getByRole('button').click()
    await command.getByText('Copied').waitFor()
    expect(await clipboard()).toBe(await command.locator('code').innerText())
    await page.getByRole('button', { name: 'Copy as Markdown' }).click()
    await page.getByText('Copied').nth(1).waitFor()
    expect(await clipboard()).toBe(runCli(['--format', 'markdown', '--stdin-name', 'check.log'], { input: utf16 }).stdout)
  })

  it('copies where the browser gives plain pages no clipboard', async () => {
    const { page } = await openPage(browser)
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await page.getByRole('button', { name: 'a proxy in a build' }).click()
    const command = page.locator('.command').first()
    const text = await command.locator('code').innerText()
    await command.getByRole('button').click()
    await command.getByText('Copied').waitFor()
    await page.getByRole('button', { name: 'Clear' }).click()
    await page.getByRole('textbox').focus()
    await page.keyboard.press('Control+V')
    expect((await page.locator('.lines code').allInnerTexts()).join('\n')).toBe(text)
  })

  it('changes its language in place, and the choice is kept', async () => {
    const { page } = await openPage(browser)
    await paste(page, pasted)
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('heading', { name: '日志' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await page.reload()
    await page.getByRole('heading', { name: '把报错贴进来' }).waitFor()
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('elmwoodacr')
    expect(page.url()).not.toContain('elmwoodacr')
  })

  it('follows the language of the browser', async () => {
    const { page } = await openPage(browser, '', { locale: 'zh-TW' })
    await page.getByRole('heading', { name: '把报错贴进来' }).waitFor()
  })
})

/** `--kb` with a Microsoft Learn page: its words stand in for the catalog's own. The page is made up. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyFolder, runCli } from './run-cli.js'

const folder = emptyFolder()
const page = join(folder, 'fehler.md')
writeFileSync(
  page,
  `---
title: Fehler der Prüfung
ms.contentlocale: de-DE
---

# Fehler der Prüfung

## <a name="connectivity_dns_error"></a>CONNECTIVITY_DNS_ERROR

Niemand kennt den Namen der Registrierung. Sie ist also nicht erreichbar.

*Was hilft*: Die Schreibweise prüfen.

## CONNECTIVITY_MOONLIGHT_ERROR

Der Mond scheint zu hell.
`,
)
const log = `An error occurred: CONNECTIVITY_DNS_ERROR
Failed to reach DNS for registry 'contoso.azurecr.io'.
`
const json = (args: readonly string[], input = '') => JSON.parse(runCli([...args, '--kb', page, '--format', 'json'], { input }).stdout)

describe.each(['en', 'zh-CN'])('with --lang %s', (lang) => {
  it('show has the page’s words first, and says where they come from', () => {
    const [entry] = json(['show', 'connectivity dns', '--lang', lang]).results
    expect(entry).toMatchObject({
      title: 'Niemand kennt den Namen der Registrierung',
      meaning: 'Niemand kennt den Namen der Registrierung. Sie ist also nicht erreichbar.',
      origin: `${page}:8`,
    })
    expect(entry.remedies[0].text).toBe('Die Schreibweise prüfen.')
    expect(entry.causes.length).toBeGreaterThan(1)
    expect(runCli(['show', 'CONNECTIVITY_DNS_ERROR', '--kb', page, '--lang', lang]).stdout).toContain(`${page}:8`)
  })

  it('explain has them too', () => {
    const { findings, summary } = json(['explain', '--lang', lang], log)
    expect(findings[0]).toMatchObject({ code: 'CONNECTIVITY_DNS_ERROR', origin: `${page}:8` })
    expect(findings[0].meaning).toContain('Niemand kennt den Namen')
    expect(summary).toContain('Niemand kennt den Namen')
  })

  it('list and search know them, and the words of the catalog still lead there', () => {
    expect(json(['list', '--lang', lang]).results).toContainEqual(
      expect.objectContaining({ code: 'CONNECTIVITY_DNS_ERROR', title: 'Niemand kennt den Namen der Registrierung', origin: `${page}:8` }),
    )
    for (const words of ['Namen der Registrierung', 'resolve host']) {
      expect(json(['search', words, '--lang', lang]).results.map(({ code }: { code: string }) => code)).toContain('CONNECTIVITY_DNS_ERROR')
    }
  })
})

it('a code that the catalog lacks is found and explained', () => {
  const { findings } = json([], 'An error occurred: CONNECTIVITY_MOONLIGHT_ERROR\n')
  expect(findings[0]).toMatchObject({ code: 'CONNECTIVITY_MOONLIGHT_ERROR', meaning: 'Der Mond scheint zu hell.', causes: [] })
})

it('what the page does not have stays, and has no origin', () => {
  expect(json(['list']).results.filter(({ origin }: { origin: unknown }) => origin !== null).length).toBe(2)
})

describe('a page that cannot be read as one is refused with its place', () => {
  it.each([
    ['notes.md', '# Notes\n', /^\S*notes\.md:1:1 {2}no heading/],
    ['binary.md', Buffer.from([0, 1, 2, 3, 0, 255, 254, 0]), /^\S*binary\.md:1:1 {2}the file is no text/],
    ['empty.md', '## CMK_ERROR\n\nGone.\n\n## CMK_ERROR\n', /^\S*empty\.md:5:1 {2}CMK_ERROR stands here twice/],
  ])('%s', (name, text, complaint) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    const { stdout, stderr, code } = runCli(['show', 'CMK_ERROR', '--kb', path])
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
    expect(stderr).toMatch(complaint)
  })

  it('as is a path that leads nowhere', () => {
    const { stderr, code } = runCli(['list', '--kb', join(folder, 'nowhere.md')])
    expect(code).toBe(2)
    expect(stderr).toContain('nowhere.md: there is no such folder or file')
  })
})

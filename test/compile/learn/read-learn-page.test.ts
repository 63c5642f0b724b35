/** Pages as Learn's translations have them, quirks included; the words are made up. */
import { describe, expect, it } from 'vitest'
import { toCommonMark } from '../../../src/catalog/prose.js'
import { formatFault } from '../../../src/compile/fault.js'
import { readLearnPage } from '../../../src/compile/learn/read-learn-page.js'

const codes = ['CMK_ERROR', 'CONNECTIVITY_DNS_ERROR', 'DOCKER_COMMAND_ERROR']

function read(text: string) {
  const page = readLearnPage({ path: 'reference.md', text }, codes)
  if ('faults' in page) throw new Error(page.faults.map(formatFault).join('\n'))
  const sections = page.sections.map(({ code, line, title, meaning, remedies }) => ({
    ...{ code, line, title },
    meaning: toCommonMark(meaning),
    remedies: remedies.map((remedy) => toCommonMark(remedy.text)),
  }))
  return { ...page, sections, first: sections[0] }
}

function faultsOf(text: string): readonly string[] {
  const page = readLearnPage({ path: 'reference.md', text }, codes)
  return 'faults' in page ? page.faults.map(formatFault) : []
}

describe('a page as Learn writes it', () => {
  const page = `---
title: 健康检查错误
ms.contentlocale: zh-CN
---
# <a name="reference"></a>错误一览

本页逐个说明错误。

## <a name="docker_command_error"></a>DOCKER_COMMAND_ERROR

这台机器上没有 \`docker\` 程序。 所以后面几项没有检查。

*解决办法*：装上 Docker；把它加进 \`PATH\`。

## <a name="next-steps"></a>接下来

看看[别的页面](other-page.md)。
`

  it('gives meaning and remedies of each code, and where it stands', () => {
    expect(read(page).sections).toEqual([
      {
        code: 'DOCKER_COMMAND_ERROR',
        line: 9,
        title: '这台机器上没有 docker 程序',
        meaning: '这台机器上没有 `docker` 程序。 所以后面几项没有检查。',
        remedies: ['装上 Docker；把它加进 `PATH`。'],
      },
    ])
  })

  it('is in the language that its front matter names', () => {
    expect(read(page).locale).toBe('zh-CN')
    expect(read(page.replace('zh-CN', 'de-DE')).locale).toBe(null)
  })

  it('may have a byte order mark and line ends of Windows', () => {
    expect(read(`\uFEFF${page.replaceAll('\n', '\r\n')}`)).toEqual(read(page))
  })
})

it.each([
  ['## CMK_ERROR', 'plain'],
  ['## <a name="cmk_error"></a>CMK_ERROR', 'with an anchor'],
  ['### CMK\\_ERROR', 'escaped, on another level'],
  ['## `CMK_ERROR`', 'as code'],
  ['## **CMK_ERROR**', 'in bold'],
  ['##CMK_ERROR', 'without its space'],
  ['## CMK_ ERROR', 'with a space in it'],
  ['## ＣＭＫ＿ＥＲＲＯＲ', 'in full-width letters'],
  ['## Der Fehler CMK_ERROR', 'with words around it'],
  ['## <a name="cmk_error"></a>Schlüsselfehler', 'translated, the anchor left'],
  ['## Schlüsselfehler {#cmk_error}', 'translated, with an id'],
  ['CMK_ERROR\n---', 'underlined'],
])('takes %j for the heading of a code: %s', (heading) => {
  expect(read(`${heading}\n\nSomething is wrong.\n`).first?.code).toBe('CMK_ERROR')
})

it.each([
  ['*Was hilft*: Neu starten.', 'plain'],
  ['*Was hilft:* Neu starten.', 'the colon inside'],
  ['**Was hilft**: Neu starten.', 'in bold'],
  ['_Solution possible_\u00a0: Neu starten.', 'a space before the colon, as in French'],
  ['*怎么办*：Neu starten.', 'a full-width colon'],
  ['**怎么办：**Neu starten.', 'emphasis that CommonMark does not see'],
  ['* 怎么办*：Neu starten.', 'a space behind the asterisk, which makes a list of it'],
  ['*Was hilft*:\n\n- Neu starten.', 'alone, before a list'],
  ['### Was hilft\n\nNeu starten.', 'a heading'],
  ['**Was hilft**\n\nNeu starten.', 'alone, without a colon'],
])('begins the remedies at %j: %s', (leadIn) => {
  expect(read(`## CMK_ERROR\n\nDer Schlüssel fehlt.\n\n${leadIn}\n`).first).toMatchObject({
    meaning: 'Der Schlüssel fehlt.',
    remedies: ['Neu starten.'],
  })
})

describe('a section', () => {
  it('may have its lead-in in the middle of a paragraph', () => {
    expect(read('## CMK_ERROR\n\nThe key is gone. *What helps*: make another.\n').first).toMatchObject({
      meaning: 'The key is gone.',
      remedies: ['make another.'],
    })
  })

  it('without a lead-in has no remedies, and all of it is the meaning', () => {
    expect(read('## CMK_ERROR\n\nThe key is *gone*.\n\nMake another.\n').first).toMatchObject({
      meaning: 'The key is *gone*.\n\nMake another.',
      remedies: [],
    })
  })

  it('has a remedy for each item of a list, with the commands below it', () => {
    const page = readLearnPage(
      { path: 'p.md', text: '## CMK_ERROR\n\nGone.\n\n*Do*:\n\n1. Look.\n2. Act.\n\n```azurecli\naz acr show\naz acr update\n```\n' },
      codes,
    )
    expect('sections' in page && page.sections[0]?.remedies).toEqual([
      { for: null, text: [['Look.']], commands: [] },
      { for: null, text: [['Act.']], commands: ['az acr show', 'az acr update'] },
    ])
  })

  it('ends its title with the first sentence, whether or not a space follows', () => {
    expect(read('## CMK_ERROR\n\n密钥没了。再做一个。\n').first?.title).toBe('密钥没了')
    expect(read('## CMK_ERROR\n\nVersion 2.0 is gone. Update.\n').first?.title).toBe('Version 2.0 is gone')
  })

  it('keeps notes, without the mark that makes them one', () => {
    expect(read('## CMK_ERROR\n\nGone.\n\n> [!NOTE]\n> Not for long.\n').first?.meaning).toBe('Gone.\n\nNot for long.')
  })

  it('keeps a placeholder that lost its backticks, and drops tags and comments', () => {
    expect(read('## CMK_ERROR\n\nRun it with <registry>,<br> now.<!-- x -->\n').first?.meaning).toBe('Run it with `<registry>`, now.')
  })
})

it('leads links to Learn where they are relative, and by their definitions', () => {
  const text =
    '## CMK_ERROR\n\nSee [a](page.md#part), [b](/cli/azure/x), [c][ref] and [d](javascript:alert).\n\n[ref]: https://aka.ms/acr/issues\n'
  expect(read(text).first?.meaning).toBe(
    'See [a](https://learn.microsoft.com/azure/container-registry/page#part), [b](https://learn.microsoft.com/cli/azure/x), [c](https://aka.ms/acr/issues) and d.',
  )
})

it('keeps a code that the catalog lacks, beside one that it has', () => {
  expect(read('## CMK_ERROR\n\nGone.\n\n## BRAND_NEW_ERROR\n\nNew.\n').sections.map(({ code }) => code)).toEqual([
    'CMK_ERROR',
    'BRAND_NEW_ERROR',
  ])
})

describe('what is no such page is refused', () => {
  it.each([
    ['', 'reference.md:1:1  no heading of this page is an error code. '],
    ['# Notes\n\nNothing here.\n', 'reference.md:1:1  no heading of this page is an error code. '],
    ['# CMK_ERROR: the key is gone\n\n- layer: encryption\n', 'reference.md:1:1  this is a page of a catalog. '],
    ['# Notes\n\n## OTHER_PRODUCT_FAULT\n\nGone.\n', 'reference.md:3:1  none of the headings is a code of the catalog. '],
    ['## CMK_ERROR\n\n## DOCKER_COMMAND_ERROR\n\nGone.\n', 'reference.md:1:1  CMK_ERROR has no paragraph that says what it means. '],
    ['## CMK_ERROR\n\n*Do*: something.\n', 'reference.md:1:1  CMK_ERROR has no paragraph that says what it means. '],
    ['## CMK_ERROR\n\nGone.\n\n## CMK_ERROR\n\nAgain.\n', 'reference.md:5:1  CMK_ERROR stands here twice. Line 1 has it already.'],
    [
      '## CMK_ERROR\n\nGone.\n\n## CONECTIVITY_DNS_ERROR\n\nX.\n',
      'reference.md:5:1  the code CONECTIVITY_DNS_ERROR is not known here. Did you mean CONNECTIVITY_DNS_ERROR?',
    ],
    ['---\ntitle: x\n\n## CMK_ERROR\n\nGone.\n', 'reference.md:1:1  the front matter that begins here has no end. '],
  ])('%j', (text, start) => {
    expect(faultsOf(text)[0]).toMatch(new RegExp(`^${start.replace(/[.*+?()]/g, '\\$&')}`))
  })
})

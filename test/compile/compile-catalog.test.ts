/** Every kind of mistake that a page can have: what the build says, word for word, read by a person once. */
import { describe, expect, it } from 'vitest'
import { compileCatalog } from '../../src/compile/compile-catalog.js'
import { formatFault } from '../../src/compile/fault.js'
import type { Page } from '../../src/compile/source-page.js'
import { pagesWith } from './pages.js'

const faultsOf = (pages: readonly Page[]) => compileCatalog(pages, { root: 'kb', translations: 'required' }).faults.map(formatFault)
const inEnglish = (from: string | RegExp, to: string) => faultsOf(pagesWith((page) => page.replace(from, to)))
const inChinese = (from: string | RegExp, to: string) =>
  faultsOf(
    pagesWith(
      (page) => page,
      (page) => page.replace(from, to),
    ),
  )

it('a catalog without mistakes compiles, sorted by code, each page in both languages', () => {
  const { catalog, faults, examples } = compileCatalog(pagesWith().reverse(), { root: 'kb', translations: 'required' })
  expect(faults).toEqual([])
  expect(catalog?.entries.map(({ code }) => code)).toEqual(['DISK_FULL', 'PULL_SLOW'])
  expect([...(catalog?.words['zh-CN'].keys() ?? [])]).toEqual(['DISK_FULL', 'PULL_SLOW'])
  expect(examples.length).toBe(4)
})

const mistakes: readonly (readonly [kind: string, faults: readonly string[]])[] = [
  ['a section is missing', inEnglish(/## Meaning\n\nThe layers did not fit\.\n\n/, '')],
  ['a section is unknown', inEnglish('## Remedies', '## Remedy')],
  ['a section stands twice', inEnglish('## Causes', '## Meaning\n\nAgain.\n\n## Causes')],
  ['a section stands too late', inEnglish(/(## Deciding[\s\S]*?)(## Examples[\s\S]*?)(?=## See also)/, '$2$1')],
  ['a fact is unknown', inEnglish('- layer: client', '- layr: client')],
  ['a fact is missing', inEnglish('- layer: client\n', '')],
  ['a fact has a value that it cannot have', inEnglish('severity: error', 'severity: eror')],
  ['a fact stands twice', inEnglish('- severity: error', '- severity: error\n- severity: warning')],
  ['a fact of the English page stands on the Chinese one', inChinese('- keywords', '- layer: client\n- keywords')],
  ['the title has another code', inEnglish('# DISK_FULL', '# DISC_FULL')],
  ['the title has no words', inEnglish(': the disk is full', '')],
  ['a signature is too short to mean anything', inEnglish('no space left on device {device:word} while writing', 'no {device:word} space')],
  ['a gap has no such type', inEnglish('{device:word} while', '{device:wrod} while')],
  ['two gaps touch', inEnglish('{device:word} while', '{device:word}{more} while')],
  ['a command names a gap that no signature has', inEnglish('df -h {device}', 'df -h {devise}')],
  ['evidence names a fact that no signature gives', inEnglish('fact device is', 'fact devise is')],
  ['evidence is in unknown words', inEnglish('likely: fact device is sda', 'likely: device sda')],
  ['evidence asks for a text too short to be found', inEnglish('likely: fact device is sda', 'likely: text "nginx"')],
  ['evidence has an unknown likelihood', inEnglish('- likely:', '- surely:')],
  ['evidence names a check that there is not', inEnglish('check docker-pull passed', 'check docker-push passed')],
  ['evidence names an entry that there is not', inEnglish('fact device is sda', 'finding PULL_SLO')],
  ['a cause has no text', inEnglish('It was never large enough.\n\n', '')],
  ['a cause stands twice', inEnglish('### not-cleaned', '### too-small')],
  ['a remedy is for a cause that there is not', inEnglish('`too-small`:', '`to-small`:')],
  ['a command begins with a prompt', inEnglish('   df -h {device}', '   $ df -h {device}')],
  ['a block is fenced as something unknown', inEnglish('```text\nno', '```txt\nno')],
  ['there is no example that must not match', inEnglish(/```log ignores\n.*\n```\n/, '')],
  ['an example declares an entry that there is not', inEnglish('log matches', 'log matches with PULL_FAST')],
  ['a link leads nowhere', inEnglish('(PULL_SLOW.md)', '(PULL_SLO.md)')],
  ['a consequence goes in a circle', inEnglish('- severity: error', '- severity: error\n- consequence of: DISK_FULL')],
  ['prose holds HTML', inEnglish('The layers did not fit.', 'The <b>layers</b> did not fit.')],
  ['prose holds a list', inEnglish('The layers did not fit.', '- The layers\n- did not fit.')],
  ['an alias is taken', inEnglish('aliases: ENOSPC', 'aliases: SLOW')],
  [
    'a signature belongs to two entries',
    inEnglish('no space left on device {device:word} while writing', 'This pull from {place:word} has taken  VERY long'),
  ],
  ['the translation lacks a cause', inChinese(/### not-cleaned[\s\S]*?(?=## 处理办法)/, '')],
  ['the translation has a cause of its own', inChinese('### not-cleaned', '### never-cleaned')],
  ['the translation lacks a remedy', inChinese(/2\. [\s\S]*?(?=## 如何判断)/, '')],
  ['the translation has another command', inChinese('docker system prune', 'docker image prune')],
  ['the translation has evidence', inChinese('### too-small：磁盘太小\n', '### too-small：磁盘太小\n\n- likely: fact device\n')],
  ['the translation is missing', faultsOf(pagesWith().filter(({ path }) => path !== 'kb/client/DISK_FULL.zh-CN.md'))],
  [
    'the English page is missing',
    faultsOf([...pagesWith(), { path: 'kb/client/LOST.zh-CN.md', text: pagesWith()[1]?.text.replace('DISK_FULL', 'LOST') ?? '' }]),
  ],
  ['a file is no page', faultsOf([...pagesWith(), { path: 'kb/client/notes.md', text: 'notes' }])],
]

describe.each(mistakes)('where %s', (_, faults) => {
  it('the build says where, what is wrong, and what would be right', () => {
    expect(faults.length).toBeGreaterThan(0)
    for (const fault of faults) expect(fault).toMatch(/^kb\/client\/\S+\.md:\d+:\d+ {2}\S.*[.?:]/)
    expect(faults.join('\n')).toMatchSnapshot()
  })
})

it('all mistakes of all pages are told in one go', () => {
  const faults = faultsOf(
    pagesWith(
      (page) => page.replace('## Remedies', '## Remedy').replace('- layer: client', '- layr: client'),
      (page) => page.replace('## 含义', '## 意思'),
    ),
  )
  expect(faults.length).toBeGreaterThanOrEqual(4)
})

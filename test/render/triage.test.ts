/** A triage for people: what nobody reads in the middle of other things, or in a narrow window. */
import { describe, expect, it } from 'vitest'
import type { Locale } from '../../src/catalog/entry.js'
import { renderers } from '../../src/render/index.js'
import { unreadDigest } from '../../src/triage/digest.js'
import { digestInput, triageDigests } from '../../src/triage-inputs.js'
import { builtCatalog as catalog } from '../built-catalog.js'

const failure = 'An error occurred: NOTARY_COMMAND_ERROR\nPlease verify if notary is installed.\n'
const strange = 'fatal: the widget for the eleventh floor could not be opened by anybody\n'
const digest = (name: string, text: string) => digestInput({ name, bytes: new TextEncoder().encode(text) }, catalog)

function rendered(format: string, locale: Locale = 'en', width = 60) {
  const digests = [
    digest('a.log', failure),
    digest('customers/northern-branch/build-agent-11.log', strange),
    unreadDigest('customers/northern-branch/bundle.zip', 0, { kind: 'encrypted' }),
  ]
  const renderer = renderers.find(({ name }) => name === format)
  return renderer?.render(triageDigests(digests, { catalog, locale }), { width, colour: false, unicode: true })
}

describe('an unexplained line', () => {
  it('stands below its place where that is long, so that it is not cut to nothing', async () => {
    expect(await rendered('text')).toContain(
      [
        '  customers/northern-branch/build-agent-11.log:1',
        '    fatal: the widget for the eleventh floor could not be',
        '    opened by anybody',
      ].join('\n'),
    )
  })
})

describe.each(['text', 'markdown', 'html'])('as %s', (format) => {
  it('what was piped in has a name that one can read', async () => {
    const renderer = renderers.find(({ name }) => name === format)
    const report = triageDigests([digest('-', failure)], { catalog })
    expect(await renderer?.render(report, { width: 60, colour: false, unicode: true })).toContain('standard input')
  })

  it('what was not read is named in a section of its own', async () => {
    expect(await rendered(format)).toMatch(/Not read, or not in full[\s\S]*bundle\.zip[^\n]*Encrypted; not read/)
  })

  it('inputs are counted by what they show', async () => {
    expect(await rendered(format)).toContain('1 with warnings')
    expect(await rendered(format, 'zh-CN')).toContain('1 个有警告')
  })
})

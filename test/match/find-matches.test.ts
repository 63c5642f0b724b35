import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMatches } from '../../src/match/find-matches.js'
import { buildSignatureTable } from '../../src/match/signature-table.js'
import { lineIndexAt, readText } from '../../src/text/read-text.js'

function find(text: string, ...signatures: string[]) {
  const source = readText(new TextEncoder().encode(text))
  const table = buildSignatureTable(signatures.map((signature) => ({ owner: signature, text: signature, weak: false })))
  return findMatches(source, table).map((match) => ({
    signature: match.signature.owner,
    line: lineIndexAt(source, match.stretch.start) + 1,
    facts: match.facts,
  }))
}

const denied = "Access to registry '{registry}' was denied. Response code: {status}."

describe('gaps', () => {
  it('become facts', () => {
    expect(find("Access to registry 'contoso.azurecr.io' was denied. Response code: 403.", denied)).toEqual([
      { signature: denied, line: 1, facts: { registry: 'contoso.azurecr.io', status: '403' } },
    ])
  })

  it('take a placeholder, and make no fact of it', () => {
    expect(find("Access to registry '<acr-name>.azurecr.io' was denied. Response code: ***.", denied)[0]?.facts).toEqual({})
  })

  it('refuse a value of another type', () => {
    expect(find("Access to registry 'contoso' was denied. Response code: none of your business.", denied)).toEqual([])
  })

  it('keep the letters as the log writes them', () => {
    expect(find('pulling image "Contoso.azurecr.io/App:V1" failed', 'pulling image "{image}" failed')[0]?.facts).toEqual({
      image: 'Contoso.azurecr.io/App:V1',
    })
  })

  it('at the end take what belongs to the value', () => {
    expect(find('Azure CLI version: 2.45.0, all good', 'Azure CLI version: {azureCli:version}')[0]?.facts).toEqual({ azureCli: '2.45.0' })
  })

  it('at the end find a value that was wrapped to the next line', () => {
    expect(find('Response code of the registry was\n  > 403', 'Response code of the registry was {status}')[0]?.facts).toEqual({
      status: '403',
    })
  })

  it('do not run on into the next message', () => {
    const far = 'x'.repeat(200)
    expect(find(`Access to registry '${far}' was denied. Response code: 403.`, "Access to registry '{name}' was denied.")).toEqual([])
    expect(find(`Access to registry '\n${'x '.repeat(80)}\n' was denied.`, "Access to registry '{name}' was denied.")).toEqual([])
  })
})

describe('edges', () => {
  it('hold a code apart from one that it is the head of', () => {
    expect(find('AADSTS530035: blocked', 'AADSTS53003', 'AADSTS530035').map(({ signature }) => signature)).toEqual(['AADSTS530035'])
  })

  it('let a message be glued to what is no word', () => {
    expect(find('}]}An error occurred: X', 'An error occurred').length).toBe(1)
  })
})

describe('places', () => {
  it('are lines of the original, whatever was taken off', () => {
    const log =
      "\n\n2024-01-01T00:00:00.0000000Z ##[error]Access to reg\n2024-01-01T00:00:00.0000000Z istry 'contoso' was denied. Response code: 401.\n"
    expect(find(log, denied)).toEqual([{ signature: denied, line: 3, facts: { registry: 'contoso', status: '401' } }])
  })

  it('survive a hard wrap at any column', () => {
    const message = "Access to registry 'contoso.azurecr.io' was denied. Response code: 403."
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 100 }), fc.constantFrom('', '> ', '# ', '    '), (width, prefix) => {
        const wrapped =
          message
            .match(new RegExp(`.{1,${width}}`, 'g'))
            ?.map((piece) => prefix + piece)
            .join('\n') ?? ''
        expect(find(wrapped, denied)[0]?.facts).toEqual({ registry: 'contoso.azurecr.io', status: '403' })
      }),
    )
  })

  it('are found once where two blocks of a long text overlap', () => {
    const filler = `${'nothing to see here '.repeat(50)}\n`.repeat(300)
    const found = find(
      `${filler}An error occurred: SOMETHING\n${filler}An error occurred: SOMETHING\n${filler}`,
      'An error occurred: SOMETHING',
    )
    expect(found.map(({ line }) => line)).toEqual([301, 602])
  })

  it('are found in one line that is longer than a block', () => {
    const long = 'a b c d '.repeat(100_000)
    expect(find(`${long}An error occurred: SOMETHING ${long}`, 'An error occurred: SOMETHING').length).toBe(1)
  })
})

it('finds every one of many signatures in one pass', () => {
  const signatures = Array.from({ length: 500 }, (_, index) => `failure number ${index} of the test`)
  expect(find(signatures.join('\n'), ...signatures).map(({ line }) => line)).toEqual(signatures.map((_, index) => index + 1))
})

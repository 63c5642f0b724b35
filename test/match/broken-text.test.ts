/** Messages that were broken on their way still count; text that only resembles one does not. */
import { describe, expect, it } from 'vitest'
import { explain } from '../../src/explain.js'
import { builtCatalog } from '../built-catalog.js'

const findingsIn = (text: string) => explain(text, { catalog: builtCatalog }).findings
const codesIn = (text: string) => findingsIn(text).map(({ code }) => code)

const record = `
At line:1 char:1
+ az acr check-health -n contoso --ignore-errors --yes 2>&1 > health ...
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : NotSpecified: (Access to regist...was denied. :String) [], RemoteException
    + FullyQualifiedErrorId : NativeCommandError

`

describe('a message is found', () => {
  it.each([
    ['with blank lines in it', "Failed to reach DNS for\n\nregistry 'contoso.azurecr.io'. Please check if the\n\nspelling is correct"],
    ['glued to what stands around it', "}]}Failed to reach DNS for registry 'contoso.azurecr.io'. Please check##[error]Bash exited"],
    ['in capitals', "FAILED TO REACH DNS FOR REGISTRY 'CONTOSO.AZURECR.IO'."],
    ['as a scan of a screen reads it', 'Ｆailed to reach ＤＮＳ for registry＇contoso．azurecr．io＇．Please check'],
    ['with a soft hyphen in a word', "Failed to rea\u00adch DNS for registry 'contoso.azurecr.io'."],
    ['with NULs in it', "Failed to\0 reach DNS\0 for registry 'contoso.azurecr.io'."],
    ['with quotes in the wrong encoding', 'Failed to reach DNS for registry â€˜contoso.azurecr.ioâ€™.'],
    ['of a registry that somebody blotted out', "Failed to reach DNS for registry '***'. Please check"],
    ['of a registry that stands for any', "Failed to reach DNS for registry '<acr-name>'. Please check"],
    ['with a word in place of the time', 'ERROR: <timestamp> An error occurred: CONNECTIVITY_DNS_ERROR'],
  ])('%s', (_, text) => {
    expect(codesIn(text)).toEqual(['CONNECTIVITY_DNS_ERROR'])
  })

  it("with PowerShell's record in the middle of it", () => {
    const text = `az : Access to registry 'contoso.azurecr.io' was denied.${record}Response code: 403. Please try running 'az login' again to refresh permissions.`
    const [finding] = findingsIn(text)
    expect(finding?.facts).toMatchObject({ status: '403', registry: 'contoso' })
    expect(finding?.evidence[0]?.line).toBe(1)
  })
})

describe('nothing is found in', () => {
  it.each([
    'Failed to reach the DNS server of registry contoso, but the retry worked',
    'The registry contoso was accessed. Response code: 200',
    "Looks like you have access to registry 'contoso'",
    'MY_CONNECTIVITY_DNS_ERROR_HANDLER started',
    'no CONNECTIVITY_DNS_ERROR',
    '2024-01-01 Failed to reach DNS. Retrying... ok',
  ])('%s', (text) => {
    expect(codesIn(text)).toEqual([])
  })
})

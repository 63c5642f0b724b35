/** Talk is not failure: pages, tables, lists, code and search results mention codes and quote messages; a bare code or message does count. */
import { describe, expect, it } from 'vitest'
import { explain } from '../../src/explain.js'
import { builtCatalog } from '../built-catalog.js'

const codesIn = (text: string) => explain(text, { catalog: builtCatalog }).findings.map(({ code }) => code)

const talk: Readonly<Record<string, string>> = {
  'a change log': `# Release history

**ACR**

* Fix #12345: \`az acr check-health\`: Fix the \`CONNECTIVITY_DNS_ERROR\` that was raised in a sovereign cloud
* \`az acr login\`: Show "Failed to reach DNS for registry 'contoso.azurecr.io'." only once
* [BREAKING CHANGE] \`az acr check-health\`: An error occurred: NOTARY_COMMAND_ERROR is no longer printed without --vnet
`,
  'a table in columns': `Error code                          HTTP  Description
----------------------------------  ----  -----------------------------------------
CONNECTIVITY_DNS_ERROR              -     DNS lookup of the login server failed
DOCKER_COMMAND_ERROR                -     Please verify if Docker client is installed and running.
`,
  'a table of comma-separated values': `code,http,description
CONNECTIVITY_DNS_ERROR,,DNS lookup failed
CONNECTIVITY_FORBIDDEN_ERROR,403,"Looks like you don't have access to registry 'contoso.azurecr.io'."
DOCKER_COMMAND_ERROR,,Please verify if Docker client is installed and running.
`,
  'source code in Python': `CONNECTIVITY_DNS_ERROR = ErrorClass(
    "CONNECTIVITY_DNS_ERROR",
    "Failed to reach DNS for registry '{}'. Please check if the spelling is correct"
)
def fail():
    raise CLIError("Unable to get AAD authorization tokens with message: CONNECTIVITY_REFRESH_TOKEN_ERROR")
`,
  'an enumeration': `public enum HealthError
{
    CONNECTIVITY_DNS_ERROR,
    CONNECTIVITY_FORBIDDEN_ERROR,
    DOCKER_COMMAND_ERROR,
}
`,
  'a list of codes': `The command may report these codes:

- CONNECTIVITY_DNS_ERROR
- CONNECTIVITY_FORBIDDEN_ERROR
- CONNECTIVITY_SSL_ERROR
- DOCKER_COMMAND_ERROR
`,
  'lines found in sources and documents': `azure/cli/command_modules/acr/_errors.py:12:CONNECTIVITY_DNS_ERROR = ErrorClass(
azure/cli/command_modules/acr/_errors.py:13:    "CONNECTIVITY_DNS_ERROR",
azure/cli/command_modules/acr/_errors.py:14:    "Failed to reach DNS for registry '{}'. Please check if the spelling is correct"
docs/errors.md:40:### CONNECTIVITY_FORBIDDEN_ERROR
`,
  'search results': `az acr login - CONNECTIVITY_REFRESH_TOKEN_ERROR · Issue #1234 · Azure/acr
Mar 3, 2021 — Hi, when I run az acr login I get An error occurred: CONNECTIVITY_REFRESH_TOKEN_ERROR Access to registry 'x.azurecr.io' was denied. Response code: 401 ...
`,
  'a script that looks for codes': `if echo "$out" | grep -q "CONNECTIVITY_DNS_ERROR"; then
  echo "Failed to reach DNS for registry"
fi
case "$out" in *CONNECTIVITY_FORBIDDEN_ERROR*) exit 3 ;; esac
`,
  'a page in Chinese': `## CONNECTIVITY_DNS_ERROR
此错误表示已 ping 给定注册表登录服务器的 DNS，但未响应。
如果看到“An error occurred: CONNECTIVITY_FORBIDDEN_ERROR”，请检查防火墙。
`,
}

describe('nothing has happened in', () => {
  it.each(Object.entries(talk))('%s', (_, text) => {
    expect(codesIn(text)).toEqual([])
  })

  it.each(Object.entries(talk))('%s of many pages', (_, text) => {
    expect(codesIn(`${'Nothing to see in this line of the page.\n'.repeat(4000)}${text}`)).toEqual([])
  })
})

describe('somebody asks about', () => {
  it.each([
    'CONNECTIVITY_DNS_ERROR',
    '`CONNECTIVITY_DNS_ERROR`?',
    'help: CONNECTIVITY_DNS_ERROR!!',
    '"An error occurred: CONNECTIVITY_DNS_ERROR"',
    'An error occurred: CONNECTIVITY_DNS_ERROR',
    "Failed to reach DNS for registry 'contoso.azurecr.io'.",
  ])('%s', (text) => {
    expect(codesIn(text)).toEqual(['CONNECTIVITY_DNS_ERROR'])
  })

  it('two codes at once', () => {
    expect(codesIn('CONNECTIVITY_DNS_ERROR\nDOCKER_COMMAND_ERROR').sort()).toEqual(['CONNECTIVITY_DNS_ERROR', 'DOCKER_COMMAND_ERROR'])
  })
})

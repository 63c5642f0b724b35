import { expect, it } from 'vitest'
import { explain } from '../../src/explain.js'
import { smallCatalog } from './small-catalog.js'

const catalog = smallCatalog({ code: 'STRANGE_ADDRESS', foundWhen: ['fact loginServerIp private'] })

function run(registry: string) {
  return `Azure CLI version: 2.60.0
DNS lookup to ${registry}.azurecr.io at IP 10.1.2.3 : OK

Please refer to https://aka.ms/acr/health-check for more information.
`
}

it('what several runs of a registry show is one finding, and another registry has its own', () => {
  const { findings } = explain(run('contoso') + run('contoso') + run('fabrikam'), { catalog })
  expect(findings.map(({ code, facts, runs, count }) => [code, facts.registry, runs, count])).toEqual([
    ['STRANGE_ADDRESS', 'contoso', [0, 1], 2],
    ['STRANGE_ADDRESS', 'fabrikam', [2], 1],
  ])
})

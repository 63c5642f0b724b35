import { expect, it } from 'vitest'
import { toJsonReport } from '../../src/render/json.js'
import { recordsOf } from '../../src/report/records.js'
import { digestInput, triageDigests } from '../../src/triage-inputs.js'
import { builtCatalog } from '../built-catalog.js'

const secrets = ['Tr0ub4dor3xK', 'Zx9Qw8Er7Ty6', 'hunter2Zz9']
const log = [
  `$ docker login contoso.azurecr.io -u svc_push -p '${secrets[0]}'`,
  `password=${secrets[1]} Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required`,
  `ERROR frobnicate failed with exit code 9, password=${secrets[2]}`,
].join('\n')

const digest = digestInput({ name: 'a.log', bytes: new TextEncoder().encode(log) }, builtCatalog)
const report = triageDigests([digest], { catalog: builtCatalog })

it('keeps no live credential in what is there to be merged', () => {
  expect(secrets.filter((secret) => JSON.stringify(digest).includes(secret))).toEqual(secrets)
  const records = JSON.stringify(recordsOf(toJsonReport(report), report.digests ?? []))
  expect(secrets.filter((secret) => records.includes(secret))).toEqual([])
})

it('keeps the place of the message in a line that a credential was taken out of', () => {
  const records = recordsOf(toJsonReport(report), report.digests ?? []) as unknown as { type: string; findings: typeof digest.findings }[]
  const [line] = records.find(({ type }) => type === 'digest')?.findings[0]?.evidence ?? []
  const [start, end] = line?.columns ?? [0, 0]
  expect(line?.text.slice(start - 1, end - 1)).toMatch(/^unauthorized: authentication required/)
})

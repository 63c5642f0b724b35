import { expect, it } from 'vitest'
import { createRedactor } from '../../src/redact/redactor.js'
import { redactionBy } from '../../src/report/redact-report.js'
import { digestInput, triageDigests } from '../../src/triage-inputs.js'
import { builtCatalog } from '../built-catalog.js'

function redacted(name: string, text = 'all quiet') {
  const digest = digestInput({ name, bytes: new TextEncoder().encode(text) }, builtCatalog)
  return redactionBy(createRedactor()).redactReport(triageDigests([digest], { catalog: builtCatalog }))
}

it.each([
  ['case/build-7/home/nancy.d/az.log', 'case/build-7/home/<user-1>/az.log'],
  ['case/Users/nancy.d/az.log', 'case/Users/<user-1>/az.log'],
  ['case.zip!/DESKTOP-4F3K2L/docker.log', 'case.zip!/<machine-1>/docker.log'],
  ['logs/contosoprod.azurecr.io-10.20.30.40.log', 'logs/<registry-1>.azurecr.io-<private-ip-1>.log'],
  ['node-7/UTF-8/2025-06-12/CASE-NOTES/az.log', 'node-7/UTF-8/2025-06-12/CASE-NOTES/az.log'],
])('hides what the name of a file gives away: %s', (name, hidden) => {
  expect(redacted(name).inputs[0]?.name).toBe(hidden)
})

it('hides what a typed command names, wherever a report keeps it', () => {
  const { digests, runs } = redacted(
    'a.log',
    '$ az aks update -n shopcluster -g rg-shop --attach-acr contoso\n$ docker login -u svc_x -p Tr0ub4dorZ9 y',
  )
  expect(JSON.stringify({ digests, runs })).not.toMatch(/shopcluster|rg-shop|contoso|svc_x|Tr0ub4dorZ9/)
})

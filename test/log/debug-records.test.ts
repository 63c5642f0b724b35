import { expect, it } from 'vitest'
import { beginsRecord, isChatter } from '../../src/log/debug-records.js'

it.each([
  "DEBUG: cli.azure.cli.core.sdk.policies:     'Keep-Alive': 'timeout=5'",
  "cli.azure.cli.core.sdk.policies:     'x-ms-failure-cause': 'gateway'",
  'DEBUG: urllib3.connectionpool: Retrying (Retry(total=1)) after connection broken by a failed lookup',
  'azure.multiapi.storage : refused', // with the blank of 2020
])('is told from failures: %s', (content) => {
  expect([beginsRecord(content), isChatter(content)]).toEqual([true, true])
})

it.each([
  'ERROR: cli.azure.cli.core.azclierror: something failed',
  'WARNING: cli.azure.cli.command_modules.acr.custom: something failed',
  'DEBUG: cli.azure.cli.core.sdk.policies: {"error":{"code":"QuotaExceeded"}}',
  'cli.azure.cli.command_modules.acr.custom: something failed', // a terminal shows no level
])('begins a record and may tell of a failure: %s', (content) => {
  expect([beginsRecord(content), isChatter(content)]).toEqual([true, false])
})

it.each(['WARNING: docker: something failed', 'DEBUG: my-app: request failed', 'urllib3 is missing'])('is no record: %s', (content) => {
  expect([beginsRecord(content), isChatter(content)]).toEqual([false, false])
})

import { describe, expect, it } from 'vitest'
import { readHost } from '../../src/text/read-host.js'

describe('the machine of a line', () => {
  it.each([
    ['Nov  5 11:10:12 build-7 agent[231]: denied', 'build-7'],
    ['11月 05 11:10:12 build-7 kubelet[231]: 拒绝访问', 'build-7'],
    ['Dez  5 11:10:12 build-7 getty@tty1[231]: denied', 'build-7'],
    ['2024-11-05T11:10:12.123456+00:00 aks-pool-1 kubelet[81]: denied', 'aks-pool-1'],
    ['<34>1 2024-11-05T11:10:12Z vm-3.internal dockerd 231 - - denied', 'vm-3.internal'],
    ['{"@timestamp":"2024-11-05T11:10:12Z","host":{"name":"vm-3"},"message":"denied"}', 'vm-3'],
    ['{"_HOSTNAME":"vm-3","MESSAGE":"denied"}', 'vm-3'],
    ['time="2024-11-05T11:10:12Z" level=error host=vm-3 msg=denied', 'vm-3'],
    ['azureuser@vm-3:~$ az acr check-health -n contoso', 'vm-3'],
    ['[azureuser@vm-3 ~]$ az acr check-health -n contoso', 'vm-3'],
  ])('is read off %s', (line, host) => {
    expect(readHost(line)).toBe(host)
  })

  it.each([
    'An error occurred: CONNECTIVITY_DNS_ERROR',
    '2024-11-05T11:10:12Z stdout F denied',
    'Nov  5 11:10:12 localhost agent[231]: denied',
    'write to support@contoso.com: we read it',
    '2024-11-05T11:10:12Z ERROR azure.cli: denied',
  ])('is not read off %s', (line) => {
    expect(readHost(line)).toBeUndefined()
  })
})

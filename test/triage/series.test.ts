import { describe, expect, it } from 'vitest'
import { unreadDigest } from '../../src/triage/digest.js'
import { findSeries } from '../../src/triage/series.js'

/** @param inputs names, each with the machines that its lines name */
function seriesOf(inputs: Readonly<Record<string, readonly string[]>>): string[][] {
  const digests = Object.entries(inputs).map(([name, hosts]) => ({ ...unreadDigest(name, 0, { kind: 'link' }), hosts }))
  return findSeries(digests).map((parts) => parts.map(({ input }) => digests[input]?.name ?? ''))
}
const together = (...names: string[]) => seriesOf(Object.fromEntries(names.map((name) => [name, []])))

describe('inputs are one log', () => {
  it.each([
    ['kubelet.log', 'kubelet.log.1', 'kubelet.log.2.gz'],
    ['logs/syslog', 'logs/syslog.1', 'logs/syslog.2.gz'],
    ['app-2024-11-05.log', 'app-2024-11-06.log'],
    ['messages-20241105.gz', 'messages-20241106.gz', 'messages'],
    ['app.log.2024-11-05', 'app.log.2024-11-06.1', 'app.log'],
    ['0.log', '0.log.20241105-111012.gz'],
    ['case/2024-11-05/kubelet.log', 'case/2024-11-06/kubelet.log'],
    ['b.zip!/logs/a.log', 'b.zip!/logs/a.log.1'],
    ['C:\\logs\\a.log', 'C:\\logs\\a.log.1'],
  ])('where rotation or a day named them: %s', (...names) => {
    expect(together(...names)).toEqual([names])
  })

  it('where they stand in one folder and name the same machine', () => {
    expect(seriesOf({ 'before.log': ['node-7'], 'after.log': ['node-7'] })).toEqual([['before.log', 'after.log']])
  })

  it('where one of them names the machine, and no other names another', () => {
    expect(seriesOf({ 'a.log': ['node-7'], 'a.log.1': [] })).toEqual([['a.log', 'a.log.1']])
  })
})

describe('inputs are not one log', () => {
  it.each([
    ['node-1.log', 'node-2.log'],
    ['pod.1', 'pod.2'],
    ['build.1.log', 'build.2.log'],
    ['node-1/kubelet.log', 'node-2/kubelet.log.1'],
    ['case-2024-11-05.zip!/a.log', 'case-2024-11-06.zip!/a.log'],
    ['a.zip!/a.log', 'b.zip!/a.log.1'],
    ['kubelet.log', 'containerd.log'],
    ['v1.0.log', 'v1.1.log'],
  ])('where nothing says so: %s', (...names) => {
    expect(together(...names)).toEqual([])
  })

  it('where they name different machines', () => {
    expect(seriesOf({ 'a.log': ['node-7'], 'a.log.1': ['node-8'] })).toEqual([])
    expect(seriesOf({ 'a.log': ['node-7', 'node-8'], 'a.log.1': ['node-7'] })).toEqual([])
    expect(seriesOf({ 'x/a.log': ['node-7'], 'y/b.log': ['node-7'] })).toEqual([])
  })
})

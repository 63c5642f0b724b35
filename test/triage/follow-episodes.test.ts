import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/report/report.js'
import { digestInput, triageDigests } from '../../src/triage-inputs.js'
import { builtCatalog } from '../built-catalog.js'

const call = '$ az acr check-health -n contoso --yes'
const at = (time: string, lines: readonly string[]) => lines.map((line) => `${time} ${line}\n`).join('')
const fails = (time: string, registry = 'contoso') =>
  at(time, [
    call.replace('contoso', registry),
    'An error occurred: CONNECTIVITY_FORBIDDEN_ERROR',
    `Looks like you don't have access to registry '${registry}.azurecr.io'. To see configured firewall rules, run 'az acr show --query networkRuleSet --name ${registry}'.`,
  ])
const works = (time: string, registry = 'contoso') =>
  at(time, [
    call.replace('contoso', registry),
    `DNS lookup to ${registry}.azurecr.io at IP 20.1.2.3 : OK`,
    `Challenge endpoint https://${registry}.azurecr.io/v2/ : OK`,
    `Fetch refresh token for registry '${registry}.azurecr.io' : OK`,
    `Fetch access token for registry '${registry}.azurecr.io' : OK`,
  ])

const digest = (name: string, text: string) =>
  digestInput({ name, bytes: new TextEncoder().encode(text), modified: Date.UTC(2024, 11, 1) }, builtCatalog)

function triage(files: Readonly<Record<string, string>>): Report {
  return triageDigests(
    Object.entries(files).map(([name, text]) => digest(name, text)),
    { catalog: builtCatalog },
  )
}
const episodesOf = ({ groups = [], inputs }: Report) =>
  groups.flatMap(({ episodes }) =>
    episodes.map(({ input, goesOnIn, lastSeen, end }) => ({
      names: [input, ...goesOnIn].map((id) => inputs[id]?.name),
      lastSeen,
      end: end && `${inputs[end.input]?.name}:${end.line}`,
    })),
  )

const day = (number: number) => `2024-11-0${number}T08:00:00Z`

describe('a failure in one part of a log', () => {
  const rotated = { 'health.log.1': fails(day(5)), 'health.log': works(day(6)) }

  it('is over where the next part has the success', () => {
    const report = triage(rotated)
    expect(episodesOf(report)).toEqual([{ names: ['health.log.1'], lastSeen: day(5), end: 'health.log:3' }])
    expect(report).toMatchObject({ verdict: 'healthy', groups: [{ state: 'cleared' }], findings: [{ state: 'cleared' }] })
  })

  it('leaves the verdict on the part by itself as it is', () => {
    expect(triage(rotated).inputs.map(({ verdict }) => verdict)).toEqual(['healthy', 'failing'])
  })

  it('goes on in the next part, and is one episode until the success', () => {
    const files = { 'a.log.2.gz': fails(day(5)), 'a.log.1': fails(day(6)), 'a.log': works(day(7)) + fails(day(8)) }
    const report = triage(files)
    expect(episodesOf(report)).toEqual([
      { names: ['a.log.2.gz', 'a.log.1'], lastSeen: day(6), end: 'a.log:3' },
      { names: ['a.log'], lastSeen: day(8), end: null },
    ])
    expect(report).toMatchObject({ verdict: 'failing', groups: [{ state: 'open', episodeCount: 2 }] })
  })

  it('is the same in whatever order the parts were read', () => {
    const digests = Object.entries({ 'a.log.2': fails(day(5)), 'a.log.1': fails(day(6)), 'a.log': works(day(7)) }).map(([name, text]) =>
      digest(name, text),
    )
    const whole = triageDigests(digests, { catalog: builtCatalog })
    expect(triageDigests(digests.toReversed(), { catalog: builtCatalog })).toEqual(whole)
    expect(whole.verdict).toBe('healthy')
  })

  it('is over where a daemon that nobody called goes on with a success', () => {
    const image = 'contoso.azurecr.io/app:v1'
    const failed = `E1105 08:00:05.123456    1234 kuberuntime_image.go:55] Failed to pull image "${image}": rpc error: code = NotFound desc = failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${image}: not found\n`
    const pulled = `I1105 09:00:05.123456    1234 event.go:307] Successfully pulled image "${image}" in 1.2s\n`
    expect(triage({ 'kubelet.log': failed + pulled }).groups).toMatchObject([{ state: 'cleared' }])
    expect(triage({ 'kubelet.log.1': failed, 'kubelet.log': pulled }).groups).toMatchObject([{ state: 'cleared' }])
  })
})

it('a log cut anywhere between its calls has the episodes that it has as a whole', () => {
  const calls = fc.array(fc.record({ isFailing: fc.boolean(), cutsBefore: fc.boolean() }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(calls, (days) => {
      const texts = days.map(({ isFailing }, index) => (isFailing ? fails : works)(day(index + 1)))
      const parts = days.flatMap(({ cutsBefore }, index) => (cutsBefore || index === 0 ? [index] : []))
      const files = parts.map((from, at) => [`a.log.${parts.length - at}`, texts.slice(from, parts[at + 1]).join('')] as const)
      const [whole, cut] = [triage({ 'a.log': texts.join('') }), triage(Object.fromEntries(files))]
      const spans = ({ groups = [] }: Report) =>
        groups.map(({ state, episodes }) => ({
          state,
          spans: episodes.map(({ firstSeen, lastSeen, end }) => [firstSeen, lastSeen, end?.at]),
        }))
      expect(spans(cut)).toEqual(spans(whole))
    }),
    { numRuns: 60 },
  )
})

it('what one program fails at is not over where another one on the same machine succeeds', () => {
  const onMachine = (line: string) => `Nov  5 08:00:05 build-7 dockerd[231]: ${line}\n`
  const denied = onMachine(
    "Error response from daemon: pull access denied for contoso.azurecr.io/app, repository does not exist or may require 'docker login'",
  )
  const pulled = onMachine('Status: Downloaded newer image for contoso.azurecr.io/other:v1').replace('08:00', '09:00')
  const statesIn = (files: Readonly<Record<string, string>>) => triage(files).groups?.map(({ state }) => state)
  for (const files of [{ 'docker.log': denied + pulled }, { 'docker.log.1': denied, 'docker.log': pulled }])
    expect(statesIn(files)).toEqual(['cleared'])
  expect(statesIn({ 'job-1.log': denied, 'job-2.log': pulled })).toEqual(['open'])
})

describe('a failure is not over', () => {
  it.each([
    ['the success is of another machine', { 'node-1/a.log.1': fails(day(5)), 'node-2/a.log': works(day(6)) }],
    ['the success was before it', { 'a.log.1': works(day(4)), 'a.log': fails(day(5)) }],
    ['the success is of another registry', { 'a.log.1': fails(day(5)), 'a.log': works(day(6), 'fabrikam') }],
    ['no line says when the success was', { 'a.log.1': fails(day(5)), 'a.log': works('') }],
    ['only one of them says its zone', { 'a.log.1': fails(day(5)), 'a.log': works(day(6).replace('Z', '')) }],
  ])('where %s', (_why, files) => {
    const report = triage(files)
    expect(report.verdict).toBe('failing')
    expect(episodesOf(report).map(({ end }) => end)).toEqual([null])
  })
})

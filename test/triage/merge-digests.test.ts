import { describe, expect, it } from 'vitest'
import { toJsonReport } from '../../src/render/json.js'
import { reportSchema } from '../../src/report/schema.js'
import { joinDigests } from '../../src/triage/join-digests.js'
import { digestInput, triageDigests } from '../../src/triage-inputs.js'
import { builtCatalog } from '../built-catalog.js'

const forbidden = (registry: string, time = '') =>
  [
    `${time}An error occurred: CONNECTIVITY_FORBIDDEN_ERROR`,
    `${time}Looks like you don't have access to registry '${registry}.azurecr.io'. To see configured firewall rules, run 'az acr show --query networkRuleSet --name ${registry}'.`,
  ].join('\n')
const helm = 'An error occurred: HELM_COMMAND_ERROR\nPlease verify if Helm is installed.'
const healthy = [
  'DNS lookup to fabrikam.azurecr.io at IP 20.1.2.3 : OK',
  'Challenge endpoint https://fabrikam.azurecr.io/v2/ : OK',
  "Fetch refresh token for registry 'fabrikam.azurecr.io' : OK",
  "Fetch access token for registry 'fabrikam.azurecr.io' : OK",
].join('\n')

function triage(...texts: string[]) {
  const digests = texts.map((text, index) =>
    digestInput({ name: `${index}.log`, bytes: new TextEncoder().encode(text), modified: Date.UTC(2024, 11, 1) }, builtCatalog),
  )
  return triageDigests(digests, { catalog: builtCatalog })
}

describe('a triage', () => {
  it('groups a root cause by registry, the largest first', () => {
    const { groups } = triage(forbidden('contoso'), forbidden('fabrikam'), forbidden('contoso'), helm)
    expect(groups?.map(({ code, registry, count, inputs }) => [code, registry, count, inputs])).toEqual([
      ['CONNECTIVITY_FORBIDDEN_ERROR', 'contoso', 2, [0, 2]],
      ['CONNECTIVITY_FORBIDDEN_ERROR', 'fabrikam', 1, [1]],
      ['HELM_COMMAND_ERROR', null, 1, [3]],
    ])
  })

  it('gives each input the verdict that it has by itself', () => {
    const { inputs, verdict } = triage(forbidden('contoso'), helm, healthy, 'all work and no play')
    expect(inputs.map((input) => input.verdict)).toEqual(['failing', 'warnings', 'healthy', 'inconclusive'])
    expect(verdict).toBe('failing')
  })

  it('says when each cause was first and last seen, over all inputs', () => {
    const { groups, findings } = triage(
      forbidden('contoso', '2024-11-06T08:00:00Z '),
      forbidden('contoso', '2024-11-05T09:30:00+01:00 '),
      forbidden('contoso'),
    )
    const seen = { firstSeen: '2024-11-05T08:30:00Z', lastSeen: '2024-11-06T08:00:00Z' }
    expect(groups?.[0]).toMatchObject(seen)
    expect(findings[0]).toMatchObject({ ...seen, inputs: [0, 1, 2], count: 3 })
  })

  it('says of a line in an input that was read in parts which input it stands in', () => {
    const digest = (name: string, text: string) => digestInput({ name, bytes: new TextEncoder().encode(text), modified: 0 }, builtCatalog)
    const inParts = joinDigests([digest('b.log', 'all quiet'), digest('b.log', forbidden('contoso'))], builtCatalog)
    const { findings } = triageDigests([digest('a.log', 'all quiet'), inParts], { catalog: builtCatalog })
    expect(findings[0]?.evidence.map(({ input }) => input)).toEqual([1, 1])
  })

  it('samples the evidence over the inputs', () => {
    const { findings } = triage(`${forbidden('contoso')}\n\n${forbidden('contoso')}`, forbidden('contoso'))
    expect(findings[0]?.evidence.slice(0, 2).map(({ input, line }) => [input, line])).toEqual([
      [0, 1],
      [1, 1],
    ])
  })

  it('accounts for every line of every input', () => {
    const { accounting } = triage(forbidden('contoso'), healthy, 'one\n\ntwo: request failed\n')
    const { total, ...classes } = accounting.lines
    expect(total).toBe(9)
    expect(Object.values(classes).reduce((sum, count) => sum + count, 0)).toBe(9)
    expect(classes.unexplained).toBe(1)
  })

  it('puts lines that nothing explains together where they differ in values alone', () => {
    const { unexplained } = triage('pod 7: request failed after 12 ms', 'pod 9: request failed after 40 ms')
    expect(unexplained).toMatchObject([{ count: 2, inputCount: 2 }])
  })

  it('is a report that the schema accepts', () => {
    const report = triage(forbidden('contoso', '2024-11-06 08:00:00 '), helm, healthy)
    expect(reportSchema.safeParse(toJsonReport(report)).error?.issues ?? []).toEqual([])
  })

  it('counts every sighting of a failure as its evidence, not the first twenty alone', () => {
    const { accounting } = triage(Array.from({ length: 50 }, () => 'An error occurred: HELM_COMMAND_ERROR').join('\n'))
    expect(accounting.lines.evidence).toBe(50)
  })

  it('parts a failure that came back into episodes, each over where the same thing succeeded', () => {
    const call = '$ az acr check-health -n contoso --yes'
    const text = (day: string) => [
      `2024-11-${day}T08:00:00Z ${call}`,
      forbidden('contoso', `2024-11-${day}T08:00:05Z `),
      `2024-11-${day}T09:00:00Z ${call}`,
      healthy.replaceAll('fabrikam', 'contoso').replace(/^/gm, `2024-11-${day}T09:00:05Z `),
    ]
    const { groups } = triage([...text('05'), ...text('06'), `2024-11-07T08:00:00Z ${call}`, forbidden('contoso')].join('\n'))
    expect(groups?.[0]?.state).toBe('open')
    expect(groups?.[0]?.episodes.map(({ lines, firstSeen, end }) => [lines, firstSeen, end?.line, end?.at])).toEqual([
      [[2, 3], '2024-11-05T08:00:05Z', 6, '2024-11-05T09:00:05Z'],
      [[10, 11], '2024-11-06T08:00:05Z', 14, '2024-11-06T09:00:05Z'],
      [[18, 19], '2024-11-07T08:00:00Z', undefined, undefined],
    ])
  })

  it('is open where the failure goes on after a success, however often it was seen before', () => {
    const denied =
      "Error response from daemon: pull access denied for contoso.azurecr.io/app, repository does not exist or may require 'docker login'"
    const failures = Array.from({ length: 30 }, () => denied)
    const text = [...failures, 'Status: Downloaded newer image for contoso.azurecr.io/app:v1']
    expect(triage(text.join('\n')).groups?.[0]?.state).toBe('cleared')
    expect(triage([...text, denied].join('\n')).groups?.[0]?.state).toBe('open')
  })

  it('names the machines that wrote the lines', () => {
    const { groups } = triage(
      forbidden('contoso', 'Nov  5 11:10:12 build-7 agent[231]: '),
      forbidden('contoso', 'Nov  5 11:10:12 build-2 agent[231]: '),
    )
    expect(groups?.[0]?.hosts).toEqual(['build-2', 'build-7'])
  })

  it('counts what was seen when, in stretches that all groups share', () => {
    const { groups, timeline } = triage(forbidden('contoso', '2024-11-05T08:00:00Z '), forbidden('fabrikam', '2024-11-05T12:00:00Z '), helm)
    expect(timeline).toMatchObject({ minutes: 10, starts: { 0: '2024-11-05T08:00:00Z', 24: '2024-11-05T12:00:00Z' } })
    expect(groups?.map((group) => group.timeline.flatMap((count, index) => (count > 0 ? [index] : [])))).toEqual([[0], [24], []])
  })

  it('says what the failing inputs have in common that no healthy one has', () => {
    const version = (release: string) => `azure-cli ${release}\n`
    const onMachine = (text: string, name: string) => text.replace(/^/gm, `Nov  5 11:10:12 ${name} agent[231]: `)
    const cli = (release: string) => `Azure CLI version: ${release}\n`
    const { groups } = triage(
      onMachine(cli('2.30.0') + forbidden('contoso'), 'build-7'),
      onMachine(cli('2.30.0') + forbidden('contoso'), 'build-7'),
      onMachine(cli('2.85.0') + healthy, 'build-2'),
      onMachine(cli('2.85.0') + healthy, 'build-3'),
      version('x'),
    )
    expect(groups?.[0]?.traits).toEqual([
      { kind: 'host', value: 'build-7', inputCount: 2 },
      { kind: 'azureCli', value: '2.30.0', inputCount: 2 },
    ])
  })

  it('takes lines that differ in values alone for one thing that failing inputs have in common', () => {
    const mismatch = (layer: string) => `fatal: checksum mismatch of layer ${layer}`
    const { groups } = triage(
      ...['19bc42a8', '7e288821'].map((layer) => `${forbidden('contoso')}\n${mismatch(layer)}\n${mismatch(`${layer}9`)}`),
      healthy,
      healthy.replaceAll('fabrikam', 'contoso'),
    )
    expect(groups?.[0]?.traits).toEqual([{ kind: 'line', value: 'fatal: checksum mismatch of layer {*}', inputCount: 2 }])
  })

  it('puts first what looks most like the cause, ready to become an entry', () => {
    const { unexplained } = triage(healthy, `x: operation failed\n${healthy}`, 'y: failed to push the image to the registry: broken pipe')
    expect(unexplained.map(({ input, command }) => [input, command])).toEqual([
      [2, 'acr-explain kb new --from-log 2.log:1'],
      [1, 'acr-explain kb new --from-log 1.log:1'],
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { draftSignature } from '../../../src/compile/draft/draft-signature.js'

describe('what varies becomes a gap', () => {
  it.each([
    [
      'layer sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 of contoso.azurecr.io/app/web:1.7 cannot be mounted',
      'layer sha256:{digest:word} of {image} cannot be mounted',
    ],
    ["mirror 'willowtech.azurecr.cn' answers too slowly: 31.5s", "mirror '{registry}' answers too slowly: {amount:word}"],
    ['dial tcp 20.62.128.9:443: the tunnel is shut', 'dial tcp {ip}:443: the tunnel is shut'],
    ['read tcp 10.1.2.3:51234->20.62.128.9:443: the tunnel is shut', 'read tcp {ip}:{port:int}->{ip2:ip}:443: the tunnel is shut'],
    ['lookup on [::1]:53 went astray', 'lookup on [{ip}]:53 went astray'],
    ['the client with IP 203.0.113.9 is unwelcome', 'the client with IP {clientIp} is unwelcome'],
    [
      'GET https://contoso.azurecr.io/v2/app/web/manifests/latest gave status 503 on try 12',
      'GET https://{registry}/v2/{repository}/manifests/{tag} gave status 503 on try {number:int}',
    ],
    ['see https://aka.ms/acr/errors, then https://build.fabrikam.example/job/7', 'see https://aka.ms/acr/errors, then {url:word}'],
    [
      'tenant 72f988bf-86f1-41af-91ab-2d7cd011db47 refused, Correlation ID: 11111111-2222-3333-4444-555555555555',
      'tenant {tenant} refused, Correlation ID: {correlationId}',
    ],
    [
      'scope /subscriptions/72f988bf-86f1-41af-91ab-2d7cd011db47/resourceGroups/rg-prod/providers/Microsoft.ContainerRegistry/registries/contoso is frozen',
      'scope /subscriptions/{subscription}/resourceGroups/{resourceGroup:word}/providers/Microsoft.ContainerRegistry/registries/{registry} is frozen',
    ],
    ['pod web-7d9f8b6c4-x2x9z could not start its shim', 'pod {name:word} could not start its shim'],
    ["the chart 'redis' is upside down", "the chart '{chart:word}' is upside down"],
    ['cannot read /home/jo/.docker/config.json, nor /var/run/docker.sock', 'cannot read {path:word}, nor /var/run/docker.sock'],
    ['cannot read C:\\Users\\jo\\config.json today', 'cannot read {path:word} today'],
    ['jo@contoso.com used version 2.71.0 of the tool', 'used version {version} of the tool'],
    ['ERROR: the mirror stumbled 3 times', 'the mirror stumbled {number:int} times'],
    ['it broke at 2026-02-03T04:05:06.789Z in the engine', 'it broke at {time} in the engine'],
  ])('%s', (line, text) => {
    expect(draftSignature(line)?.text).toBe(text)
  })
})

describe('what tells one failure from another stays', () => {
  it.each([
    'AADSTS700016 has come up in the broker',
    'x509 in the engine: bad shape',
    "unexpected status 403 'forbidden' from the mirror",
    'open /etc/docker/key.json of the engine',
    'the engine left with exit code 7',
  ])('%s', (line) => {
    expect(draftSignature(line)?.text).toBe(line)
  })
})

it('the example has nobody’s names in it', () => {
  const line =
    'jo@fabrikam.com: 10.7.7.7 and 52.1.2.3 may not pull fabrikam.azurecr.cn/secret/app:3 with 72f988bf-86f1-41af-91ab-2d7cd011db47'
  expect(draftSignature(line)?.example).toBe(
    'someone@example.com: 10.0.0.7 and 203.0.113.7 may not pull contoso.azurecr.io/app/web:1.0 with 00000000-0000-0000-0000-000000000002',
  )
})

it('two values of one sort have two names, one value that comes twice has one', () => {
  expect(draftSignature('from 10.0.0.1 over 10.0.0.2 to 10.0.0.1 nothing passes')?.text).toBe(
    'from {ip} over {ip2:ip} to {ip} nothing passes',
  )
})

it('values side by side are one gap', () => {
  expect(draftSignature('the engine gave up on 10.0.0.1 10.0.0.2 for good')?.text).toBe('the engine gave up on {values} for good')
})

it('a long line is cut at a word', () => {
  const text = draftSignature(`the engine ${'stumbled and '.repeat(50)}fell`)?.text ?? ''
  expect(text.length).toBeLessThanOrEqual(220)
  expect(text).toMatch(/(?:stumbled|and)$/)
})

it('a line with little text that stays is weak, one with none is refused', () => {
  expect(draftSignature('10.0.0.1 is odd today')?.isWeak).toBe(true)
  expect(draftSignature('10.0.0.1 - 12 - 17')).toBe(null)
})

it('is named for its words', () => {
  expect(draftSignature("the chart 'redis' couldn't be turned upside down")?.code).toBe('CHART_NOT_TURNED_UPSIDE')
})

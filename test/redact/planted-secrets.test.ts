/** Made-up private values are planted in lines of every kind; the test prints how many were caught of how many. */
import { afterAll, describe, expect, it } from 'vitest'
import { createRedactor } from '../../src/redact/redactor.js'
import { hardWrap } from '../wrapping/wrappings.js'

/** A small generator with a seed of its own, so that a failure can be run again. */
function pseudoRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state >>> 8) % below
  }
}

type Next = (below: number) => number
const letters = 'abcdefghijklmnopqrstuvwxyz'
const alphanumeric = `${letters}${letters.toUpperCase()}0123456789`
const made = (next: Next, length: number, from: string) => Array.from({ length }, () => from[next(from.length)]).join('')
const guid = (next: Next) => [8, 4, 4, 4, 12].map((length) => made(next, length, '0123456789abcdef')).join('-')
const base64 = (next: Next, length: number) => made(next, length, `${alphanumeric}+/`)
const strong = (next: Next) => `${made(next, 3, alphanumeric)}7!${made(next, 10, `${alphanumeric}#~+/@:"\\%&`)}Z9`
const name = (next: Next) => `${made(next, 4, letters)}${made(next, 6, `${letters}0123456789`)}`

interface Planting {
  readonly kind: string
  readonly make: (next: Next) => string
  readonly lines: readonly ((secret: string) => string)[]
}

const plantings: readonly Planting[] = [
  {
    kind: 'registry',
    make: name,
    lines: [
      (it) => `Fetch refresh token for registry '${it}.azurecr.io' : OK`,
      (it) => `az acr check-health --name ${it} --ignore-errors --yes`,
      (it) => `pulling from host ${it}.westeurope.data.azurecr.io failed with status code [manifests v1]: 403`,
      (it) => `ERROR: The resource with name '${it}' and type 'Microsoft.ContainerRegistry/registries' could not be found`,
    ],
  },
  {
    kind: 'resource group',
    make: (next) => `rg-${name(next)}`,
    lines: [
      (it) => `az acr create --resource-group ${it} --sku Premium`,
      (it) => `over scope '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/${it}/providers/Microsoft.Network'`,
      (it) => `ERROR: Resource group '${it}' could not be found.`,
    ],
  },
  {
    kind: 'host',
    make: (next) => `${name(next)}.corp.${name(next)}.com`,
    lines: [
      (it) => `proxyconnect tcp: dial tcp: lookup ${it}: no such host`,
      (it) => `HTTPS_PROXY=http://${it}:3128`,
      (it) => `could not reach ${it} within 30 seconds`,
    ],
  },
  {
    kind: 'address',
    make: (next) => `${11 + next(80)}.${10 + next(200)}.${10 + next(200)}.${10 + next(200)}`,
    lines: [(it) => `client with IP '${it}' is not allowed access.`, (it) => `dial tcp ${it}:443: i/o timeout`, (it) => `at IP ${it} : OK`],
  },
  {
    kind: 'IPv6 address',
    make: (next) => `2001:db8:${made(next, 4, '123456789abcdef')}::${made(next, 4, '123456789abcdef')}`,
    lines: [(it) => `dial tcp [${it}]:443: connect: network is unreachable`, (it) => `client with IP '${it}' is not allowed access.`],
  },
  {
    kind: 'id',
    make: guid,
    lines: [
      (it) => `in the directory, tenant: ${it}`,
      (it) => `/subscriptions/${it}/providers/Microsoft.Authorization`,
      (it) => `The client '${it}' with object id '${it}' does not have authorization`,
    ],
  },
  {
    kind: 'user',
    make: (next) => `${made(next, 5, letters)}.${made(next, 6, letters)}`,
    lines: [
      (it) => `open /home/${it}/.docker/config.json: permission denied`,
      (it) => `C:\\Users\\${it}\\AppData\\Local\\Temp: access is denied`,
      (it) => `docker login registry.example.net --username ${it} --password-stdin`,
    ],
  },
  {
    kind: 'mail',
    make: (next) => `${name(next)}@${name(next)}.com`,
    lines: [(it) => `User account '${it}' from identity provider 'live.com' does not exist`, (it) => `signed in as ${it} since yesterday`],
  },
  {
    kind: 'JWT',
    make: (next) => `eyJ${made(next, 40, alphanumeric)}.eyJ${made(next, 120, `${alphanumeric}-_`)}.${made(next, 86, `${alphanumeric}-_`)}`,
    lines: [(it) => `"accessToken": "${it}",`, (it) => `Authorization: Bearer ${it}`, (it) => `refresh_token=${it}&service=x`],
  },
  {
    kind: 'basic header',
    make: (next) => `${base64(next, 40)}==`,
    lines: [(it) => `Authorization: Basic ${it}`, (it) => `"auth": "${it}"`],
  },
  {
    kind: 'registry key',
    make: (next) => `${made(next, 42, alphanumeric)}+ACRA${made(next, 6, alphanumeric)}`,
    lines: [(it) => `docker login -u admin -p ${it} x.example.net`, (it) => `"value": "${it}"`, (it) => `password=${it}`],
  },
  {
    kind: 'storage key',
    make: (next) => `${base64(next, 86)}==`,
    lines: [
      (it) => `DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${it};EndpointSuffix=core.windows.net`,
      (it) => `--account-key ${it} --output none`,
    ],
  },
  {
    kind: 'client secret',
    make: (next) => `${made(next, 3, alphanumeric)}8Q~${made(next, 34, `${alphanumeric}-_.~`)}`,
    lines: [
      (it) => `az login --service-principal -u x -p ${it} --tenant y`,
      (it) => `AZURE_CLIENT_SECRET=${it}`,
      (it) => `secret was ${it} then`,
    ],
  },
  {
    kind: 'password',
    make: strong,
    lines: [
      (it) => `docker login --username x --password '${it}' x.example.net`,
      (it) => `docker login -u x -p ${it} x.example.net`,
      (it) => `DB_PASSWORD='${it}'`,
    ],
  },
  {
    kind: 'proxy password',
    make: (next) => `${made(next, 12, alphanumeric)}!7`,
    lines: [(it) => `HTTPS_PROXY=http://x:${it}@10.0.0.1:3128`, (it) => `curl -u admin:${it} https://x.example.net/v2/`],
  },
  {
    kind: 'SAS signature',
    make: (next) => `${made(next, 42, alphanumeric)}%3D`,
    lines: [(it) => `https://x.blob.core.windows.net/c/b?sv=2021-08-06&sr=b&se=2024-01-01&sig=${it}`, (it) => `GET /v2/?sig=${it}&se=2024`],
  },
  {
    kind: 'subscription name',
    make: (next) => `${name(next)}-prod`,
    lines: [
      (it) => `az acr show --name x5y5z5 --subscription ${it}`,
      (it) => `ERROR: The subscription '${it}' could not be found.`,
      (it) => `Subscription: "${it}" (disabled)`,
    ],
  },
  {
    kind: 'password in a Chinese log',
    make: strong,
    lines: [(it) => `推送失败，密码：${it}`, (it) => `用户名：x，密碼為 '${it}'`],
  },
  {
    kind: 'object id',
    make: guid,
    lines: [
      (it) => `The client with object id '${it}' does not have authorization`,
      (it) => `"principalId": "${it}",`,
      (it) => `az role assignment create --assignee-object-id ${it} --role AcrPull`,
      (it) => `oid=${it} was refused`,
    ],
  },
  {
    kind: 'user in a prompt',
    make: (next) => `${made(next, 5, letters)}.${made(next, 6, letters)}`,
    lines: [
      (it) => `${it}@build-7:~/src$ docker push x.example.net/a:1`,
      (it) => `[${it}@build-7 src]# az acr login`,
      (it) => `PS C:\\Users\\${it}\\src> az acr login`,
      (it) => `/Users/${it}/.azure/msal_token_cache.json is locked`,
    ],
  },
  {
    kind: 'resource group in a path',
    make: (next) => `rg-${name(next)}`,
    lines: [
      (it) =>
        `GET /subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/${it}/providers/Microsoft.ContainerRegistry?api-version=1`,
      (it) => `"resourceGroup": "${it}",`,
      (it) => `az acr update -n x5y5z5 -g ${it}`,
    ],
  },
  {
    kind: 'connection string',
    make: (next) => base64(next, 43),
    lines: [
      (it) => `Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${it}=`,
      (it) => `Server=tcp:x.database.windows.net;User ID=sa;Password=${it};Encrypt=True`,
      (it) => `AZURE_STORAGE_CONNECTION_STRING="DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${it}="`,
    ],
  },
  {
    kind: 'password on a command line',
    make: (next) => `${made(next, 6, alphanumeric)}${next(10)}x${made(next, 6, alphanumeric)}`,
    lines: [
      (it) => `docker login -p ${it} -u admin x.example.net`,
      (it) => `docker login x.example.net --password=${it} -u admin`,
      (it) => `helm registry login x.example.net -u admin -p ${it}`,
      (it) => `az acr import -n x5y5z5 --source y/z:1 --password ${it} --username u`,
      (it) => `az acr task credential add -n t -r x5y5z5 --login-server y -u u -p ${it}`,
      (it) => `kubectl create secret docker-registry s --docker-password=${it} --docker-username=u`,
    ],
  },
  {
    kind: 'certificate',
    make: (next) => base64(next, 64),
    lines: [(it) => `-----BEGIN CERTIFICATE-----\n${it}\n-----END CERTIFICATE-----`],
  },
  {
    kind: 'private key',
    make: (next) => base64(next, 64),
    lines: [(it) => `-----BEGIN RSA PRIVATE KEY-----\n${it}\n-----END RSA PRIVATE KEY-----`],
  },
]

interface Form {
  readonly name: string
  readonly write: (line: string) => string
  /** What a reader would put together again to get at the value. */
  readonly undo: (text: string) => string
}

const plain = (text: string) => text
const undoUrl = (text: string) => text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
const undoJson = (text: string) => text.replace(/\\n/g, '\n').replace(/\\(["\\/])/g, '$1')
const wrapAt =
  (width: number, prefix = '') =>
  (text: string) =>
    hardWrap(filler(text).split('\n'), width, prefix).lines.join('\n')
/** Other lines, long enough to be wrapped as well. */
const filler = (text: string) =>
  `The push refers to repository, and the layers are being prepared for it one after the other as they are found to be missing there.\n${text}\nThis line stands behind it and is as long as lines of prose are, so that a terminal of any usual width has to break it somewhere.`

const forms: readonly Form[] = [
  { name: 'plain', write: plain, undo: plain },
  { name: 'URL-encoded', write: (line) => `GET /log?line=${encodeURIComponent(line)}&level=error`, undo: undoUrl },
  { name: 'JSON-escaped', write: (line) => JSON.stringify({ log: `${line}\n`, stream: 'stderr' }), undo: undoJson },
  {
    name: 'JSON-escaped twice',
    write: (line) => JSON.stringify({ log: JSON.stringify({ message: line }) }),
    undo: (text) => undoJson(undoJson(text)),
  },
  { name: 'hard-wrapped at 40', write: wrapAt(40), undo: (text) => text.replaceAll('\n', '') },
  {
    name: 'hard-wrapped at 72 behind time stamps',
    write: wrapAt(72, '2024-11-05T11:10:12.0000000Z '),
    undo: (text) => text.replace(/\n2024-11-05T11:10:12.0000000Z /g, ''),
  },
  { name: 'hard-wrapped at 80 in quotes', write: wrapAt(80, '> '), undo: (text) => text.replaceAll('\n> ', '') },
]

/** Every stretch of a value that would help somebody who has it: a part that is left counts as the whole. */
function partsOf(secret: string): string[] {
  const length = Math.max(5, Math.ceil(secret.length / 4))
  return Array.from({ length: secret.length - length + 1 }, (_, at) => secret.slice(at, at + length))
}

const ROUNDS = 20
const caught = new Map<string, { caught: number; planted: number }>()

describe.each(plantings)('$kind', ({ kind, make, lines }) => {
  it.each(forms)('$name', ({ name: form, write, undo }) => {
    const next = pseudoRandom(kind.length * 1000 + form.length)
    const score = caught.get(form) ?? { caught: 0, planted: 0 }
    caught.set(form, score)
    for (let round = 0; round < ROUNDS; round++) {
      for (const line of lines) {
        const secret = make(next)
        const text = write(line(secret))
        score.planted++
        const redacted = createRedactor().redact(text)
        const isLeft = partsOf(secret).some((part) => redacted.includes(part) || undo(redacted).includes(part))
        if (!isLeft) score.caught++
        expect.soft(isLeft ? redacted : '', `${secret} in ${text}`).toBe('')
      }
    }
  })
})

afterAll(() => {
  const rows = [...caught].map(([form, { caught, planted }]) => `${form}: ${caught} of ${planted} caught`)
  console.log(`planted private values\n${rows.join('\n')}`)
})

/** A customer's folder as it might be, of any size, with what is in it known: by a seed, so that a run can be repeated. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { noiseLine, pseudoRandom } from './noise.js'

/** What is planted: the lines of a failure at a registry, and the code that they have to be found under. */
const failures = [
  {
    code: 'CONNECTIVITY_FORBIDDEN_ERROR',
    registry: 'contosoprod',
    lines: (name) => [
      'An error occurred: CONNECTIVITY_FORBIDDEN_ERROR',
      `Looks like you don't have access to registry '${name}.azurecr.io'. To see configured firewall rules, run 'az acr show --query networkRuleSet --name ${name}'.`,
    ],
  },
  {
    code: 'CONNECTIVITY_DNS_ERROR',
    registry: 'fabrikamdev',
    lines: (name) => [
      'An error occurred: CONNECTIVITY_DNS_ERROR',
      `Failed to reach DNS for registry '${name}.azurecr.io'. Please check if you provided the right registry login server name.`,
    ],
  },
  {
    code: 'CONNECTIVITY_REFRESH_TOKEN_ERROR',
    registry: 'northwindtest',
    lines: (name) => [
      'An error occurred: CONNECTIVITY_REFRESH_TOKEN_ERROR',
      `Access to registry '${name}.azurecr.io' was denied. Response code: 401. Please try running 'az login' again to refresh permissions.`,
    ],
  },
]

const passes = (name) => [
  `Challenge endpoint https://${name}.azurecr.io/v2/ : OK`,
  `Fetch refresh token for registry '${name}.azurecr.io' : OK`,
  `Fetch access token for registry '${name}.azurecr.io' : OK`,
]

const NOISE_BLOCK_LINES = 20_000
const MINUTE = 60_000
const begin = Date.UTC(2024, 10, 5)

/**
 * Writes a folder of logs.
 *
 * @param {string} folder that is not there yet
 * @param {{ files: number, bytes: number, seed?: number }} size
 * @returns {{ files: number, bytes: number, groups: { code: string, registry: string, inputs: string[], firstSeen: string, lastSeen: string }[], healthy: string[], unexplained: { inputs: string[], count: number } }}
 *   what has to be found: nothing else may be
 */
export function generateCase(folder, { files, bytes, seed = 1 }) {
  const next = pseudoRandom(seed)
  const noise = noiseBlock(next)
  const answers = {
    files,
    bytes: 0,
    groups: failures.map(({ code, registry }) => ({ code, registry, inputs: [], firstSeen: '', lastSeen: '' })),
    healthy: [],
    unexplained: { inputs: [], count: 0 },
  }
  for (let index = 0; index < files; index++) {
    const stamp = new Date(begin + index * MINUTE).toISOString().replace('.000Z', 'Z')
    const isPacked = index % 25 === 3
    const name = `node-${index % 7}/${String(index).padStart(4, '0')}.log${isPacked ? '.gz' : ''}`
    const planted = plant(index, stamp, answers, name)
    const content = spread(planted, noise, bytes / files, next)
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), isPacked ? gzipSync(content, { level: 1 }) : content)
    answers.bytes += content.length
  }
  return answers
}

/** The lines of one file that are no noise; what they say goes into the answers. */
function plant(index, stamp, answers, name) {
  const at = (line) => `${stamp} ${line}`
  if (index % 10 === 1) {
    const which = Math.floor(index / 10) % failures.length
    const { registry, lines } = failures[which]
    const group = answers.groups[which]
    group.inputs.push(name)
    group.firstSeen ||= stamp
    group.lastSeen = stamp
    return lines(registry).map(at)
  }
  if (index % 10 === 4) {
    answers.healthy.push(name)
    return passes('contosoprod').map(at)
  }
  if (index % 50 === 7) {
    answers.unexplained.inputs.push(name)
    answers.unexplained.count++
    return [at(`ERROR mirror m-${index} lost the thread of shard ${index % 13}, cannot go on`)]
  }
  return []
}

/** The planted lines together, somewhere in as much noise as is wanted. */
function spread(planted, noise, byteLength, next) {
  const text = Buffer.from(planted.map((line) => `${line}\n`).join(''))
  const before = lineStart(noise, next(noise.length >> 1))
  const parts = [noise.subarray(before, lineStart(noise, before + Math.min(byteLength >> 1, noise.length >> 2))), text]
  let length = parts.reduce((sum, part) => sum + part.length, 0)
  while (length < byteLength) {
    const from = lineStart(noise, next(noise.length >> 1))
    const piece = noise.subarray(from, lineStart(noise, Math.min(noise.length - 1, from + byteLength - length)))
    if (piece.length === 0) break
    parts.push(piece)
    length += piece.length
  }
  return Buffer.concat(parts)
}

function lineStart(noise, at) {
  return noise.lastIndexOf('\n', Math.floor(at)) + 1
}

function noiseBlock(next) {
  const lines = Array.from({ length: NOISE_BLOCK_LINES }, (_, index) => noiseLine(next, new Date(begin + index * 1000).toISOString()))
  return Buffer.from(`${lines.join('\n')}\n`)
}

/** The JSON report's shape as a zod schema; report.schema.json is made from it. Only the build and the tests load it, and `render` for reports from elsewhere. */
import { z } from 'zod'
import { CHECK_IDS, CHECK_STATUSES } from '../catalog/checks.js'
import { CLOUDS, LIKELIHOODS, LOCALES, RUN_KINDS, SEVERITIES, VERSIONED_TOOLS } from '../catalog/entry.js'
import { RELEASE_FITS } from '../catalog/release.js'
import { FINDING_ROLES, FINDING_STATES, VERDICTS } from '../diagnose/diagnosis.js'
import { REASONS } from '../log/vocabulary.js'

export const id = z.int().min(0)
export const lineNumber = z.int().min(1)
export const count = z.int().min(0)
/** CommonMark with inline marks alone. */
const prose = z.string()
/** ISO 8601, without an offset where the log gives none. */
const time = z.iso.datetime({ local: true }).nullable()

const evidence = z.object({
  input: id,
  line: lineNumber,
  text: z.string().max(500),
  columns: z.tuple([lineNumber, lineNumber]).exactOptional(),
})

export const reasonOfCheck = z.enum(REASONS)
const place = z.object({ input: id, line: lineNumber }).nullable()
export const checkId = z.enum(CHECK_IDS)
export const because = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('finding'), code: z.string(), isFound: z.boolean(), place }),
  z.object({ kind: z.literal('fact'), name: z.string(), value: z.string().nullable(), sort: z.enum(['private', 'public']).nullable() }),
  z.object({ kind: z.literal('check'), check: checkId, status: z.enum(CHECK_STATUSES), place }),
  z.object({ kind: z.literal('version'), tool: z.enum(VERSIONED_TOOLS), version: z.string() }),
  z.object({ kind: z.literal('cloud'), cloud: z.enum(CLOUDS) }),
  z.object({ kind: z.literal('text'), text: z.string(), place }),
  z.object({ kind: z.literal('run'), runKind: z.enum(RUN_KINDS) }),
])

const counted = z.object({ count, line: lineNumber })

export const problem = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum([
      ...['binary', 'link', 'special file', 'unsafe name', 'encrypted', 'cut off', 'damaged', 'wrong size', 'rest unread'],
      ...['interrupted', 'not reached'],
    ] as const),
  }),
  z.object({
    kind: z.literal('flawed'),
    undecodable: counted.nullable(),
    nulls: counted.nullable(),
    change: z.object({ encoding: z.string(), line: lineNumber }).nullable(),
    isCutOff: z.boolean(),
  }),
  z.object({ kind: z.literal('unreadable'), reason: z.string() }),
  z.object({ kind: z.literal('unread format'), format: z.string() }),
  z.object({ kind: z.literal('too deep'), depth: count }),
  z.object({ kind: z.literal('too many'), entries: count, skipped: count }),
  z.object({ kind: z.literal('too large'), bytes: count }),
  z.object({ kind: z.literal('bomb'), ratio: count }),
])

const situation = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('found'),
    code: z.string(),
    severity: z.enum(SEVERITIES),
    where: z.string().nullable(),
    consequences: count,
    others: count,
  }),
  z.object({ kind: z.literal('unknown code'), code: z.string() }),
  z.object({ kind: z.literal('unknown failure'), check: checkId.nullable() }),
  z.object({
    kind: z.literal('healthy'),
    passed: count,
    skipped: count,
    where: z.string().nullable(),
    runKind: z.enum(RUN_KINDS),
    cleared: z.array(z.string()),
  }),
  z.object({ kind: z.literal('breaks off'), reason: reasonOfCheck, passed: count }),
  z.object({ kind: z.literal('foreign'), host: z.string() }),
  z.object({ kind: z.literal('talk'), code: z.string() }),
  z.object({ kind: z.enum(['empty', 'binary', 'nothing recognised']) }),
])

const remedy = z.object({ text: prose, commands: z.array(z.string()), for: z.string().nullable() })

export const environment = z.object({
  azureCli: z.string().exactOptional(),
  engine: z.enum(['docker', 'podman']).exactOptional(),
  docker: z.string().exactOptional(),
  dockerPlatform: z.string().exactOptional(),
  helm: z.string().exactOptional(),
  notary: z.string().exactOptional(),
  loginServer: z.string().exactOptional(),
  loginServerIp: z.string().exactOptional(),
  cloud: z.enum(CLOUDS).exactOptional(),
})

const check = z.object({
  id: z.enum(CHECK_IDS),
  status: z.enum(CHECK_STATUSES),
  line: lineNumber.nullable(),
  because: z.string().nullable(),
  reason: reasonOfCheck.nullable(),
})

const run = z.object({
  id,
  input: id,
  lines: z.tuple([lineNumber, count]),
  kind: z.enum(RUN_KINDS),
  environment,
  checks: z.array(check),
  succeeded: z.boolean(),
})

const cause = z.object({
  id: z.string(),
  title: prose,
  text: prose,
  likelihood: z.enum(LIKELIHOODS),
  because: z.array(z.string()),
  reasons: z.array(because),
})

const finding = z.object({
  code: z.string(),
  title: prose,
  severity: z.enum(SEVERITIES),
  role: z.enum(FINDING_ROLES),
  consequenceOf: z.string().nullable(),
  state: z.enum(FINDING_STATES),
  runs: z.array(id),
  count: z.int().min(1),
  facts: z.record(z.string(), z.string()),
  knownFacts: z.record(z.string(), z.string()),
  evidence: z.array(evidence),
  meaning: prose,
  causes: z.array(cause),
  remedies: z.array(remedy),
  blockedChecks: z.array(z.enum(CHECK_IDS)),
  decide: z.object({ command: z.string(), reading: prose }).nullable(),
  links: z.array(z.string()),
  inputs: z.array(id).exactOptional(),
  firstSeen: time.exactOptional(),
  lastSeen: time.exactOptional(),
  release: z
    .object({
      installed: z.string(),
      since: z.string().nullable(),
      until: z.string().nullable(),
      fit: z.enum(RELEASE_FITS),
      text: z.string().nullable(),
    })
    .nullable(),
  origin: z.string().nullable(),
})

export const verdict = z.enum(VERDICTS)

const input = z.object({
  id,
  name: z.string(),
  bytes: count,
  lines: count,
  encoding: z.string(),
  encodingIsGuess: z.literal(true).exactOptional(),
  problem: z.string().nullable(),
  problemFacts: problem.nullable(),
  verdict: verdict.exactOptional(),
})

const TRAIT_KINDS = [...environment.keyof().options, 'host', 'folder', 'encoding', 'line'] as const

const group = z.object({
  code: z.string(),
  registry: z.string().nullable(),
  severity: z.enum(SEVERITIES),
  state: z.enum(FINDING_STATES),
  count: z.int().min(1),
  inputs: z.array(id),
  firstSeen: time,
  lastSeen: time,
  consequences: z.array(z.string()),
  hosts: z.array(z.string()),
  episodes: z.array(
    z.object({
      input: id,
      lines: z.tuple([lineNumber, lineNumber]),
      goesOnIn: z.array(id),
      firstSeen: time,
      lastSeen: time,
      end: z.object({ input: id, line: lineNumber, at: time }).nullable(),
    }),
  ),
  episodeCount: count,
  traits: z.array(z.object({ kind: z.enum(TRAIT_KINDS), value: z.string(), inputCount: z.int().min(1) })),
  timeline: z.array(count),
})

const lines = z.object({
  total: count,
  evidence: count,
  routine: count,
  noise: count,
  unexplained: count,
  blank: count,
  unreadable: count,
  skipped: count,
})

export const reportSchema = z.object({
  schemaVersion: z.literal(1),
  tool: z.object({ name: z.literal('acr-explain'), version: z.string(), catalog: z.object({ entries: count, digest: z.string() }) }),
  locale: z.enum(LOCALES),
  redaction: z.object({ map: z.string().nullable() }).exactOptional(),
  incomplete: z.literal(true).exactOptional(),
  verdict,
  summary: prose,
  situation: situation.exactOptional(),
  advice: z.array(remedy),
  inputs: z.array(input),
  groups: z.array(group).exactOptional(),
  timeline: z
    .object({ minutes: z.int().min(1), starts: z.array(z.iso.datetime({ local: true })) })
    .nullable()
    .exactOptional(),
  runs: z.array(run),
  findings: z.array(finding),
  accounting: z.object({
    inputs: z.object({ total: count, read: count, cut: count, skipped: count, excluded: count }).exactOptional(),
    unlisted: count.exactOptional(),
    lines,
  }),
  unexplained: z.array(
    z.object({
      input: id,
      line: lineNumber,
      text: z.string(),
      count: z.int().min(1),
      template: z.string(),
      inputCount: count.exactOptional(),
      inputs: z.array(id).exactOptional(),
      firstSeen: time.exactOptional(),
      score: z.int().min(1).exactOptional(),
      command: z.string().exactOptional(),
    }),
  ),
})

/** The JSON Schema that ships as report.schema.json. */
export function reportJsonSchema(): object {
  return z.toJSONSchema(reportSchema, { target: 'draft-2020-12' })
}

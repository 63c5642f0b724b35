/** The JSON report's shape as a zod schema; report.schema.json is made from it. Only the build and the tests load it, and `render` for reports from elsewhere. */
import { z } from 'zod'
import { CHECK_IDS, CHECK_STATUSES } from '../catalog/checks.js'
import { CLOUDS, LIKELIHOODS, LOCALES, RUN_KINDS } from '../catalog/entry.js'

const id = z.int().min(0)
const lineNumber = z.int().min(1)
const count = z.int().min(0)
/** CommonMark with inline marks alone. */
const prose = z.string()

const evidence = z.object({
  input: id,
  line: lineNumber,
  text: z.string().max(500),
  columns: z.tuple([lineNumber, lineNumber]).exactOptional(),
})

const remedy = z.object({ text: prose, commands: z.array(z.string()), for: z.string().nullable() })

const environment = z.object({
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
})

const run = z.object({
  id,
  input: id,
  lines: z.tuple([lineNumber, count]),
  kind: z.enum(RUN_KINDS),
  environment,
  checks: z.array(check),
})

const cause = z.object({ id: z.string(), title: prose, text: prose, likelihood: z.enum(LIKELIHOODS), because: z.array(z.string()) })

const finding = z.object({
  code: z.string(),
  title: prose,
  severity: z.enum(['error', 'warning', 'info']),
  role: z.enum(['root-cause', 'consequence', 'independent']),
  consequenceOf: z.string().nullable(),
  state: z.enum(['open', 'cleared']),
  runs: z.array(id),
  count: z.int().min(1),
  facts: z.record(z.string(), z.string()),
  evidence: z.array(evidence),
  meaning: prose,
  causes: z.array(cause),
  remedies: z.array(remedy),
  blockedChecks: z.array(z.enum(CHECK_IDS)),
  decide: z.object({ command: z.string(), reading: prose }).nullable(),
  links: z.array(z.string()),
})

const input = z.object({ id, name: z.string(), bytes: count, lines: count, encoding: z.string(), problem: z.string().nullable() })

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
  verdict: z.enum(['healthy', 'warnings', 'failing', 'inconclusive']),
  summary: prose,
  advice: z.array(remedy),
  inputs: z.array(input),
  runs: z.array(run),
  findings: z.array(finding),
  accounting: z.object({ lines }),
  unexplained: z.array(z.object({ input: id, line: lineNumber, text: z.string(), count: z.int().min(1), template: z.string() })),
})

/** The JSON Schema that ships as report.schema.json. */
export function reportJsonSchema(): object {
  return z.toJSONSchema(reportSchema, { target: 'draft-2020-12' })
}

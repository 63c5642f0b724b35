/** The shape of the digests that records carry: checked before several triages are made one. */
import { z } from 'zod'
import { CHECK_STATUSES } from '../catalog/checks.js'
import { LIKELIHOODS, RUN_KINDS } from '../catalog/entry.js'
import { RELEASE_FITS } from '../catalog/release.js'
import { FINDING_ROLES, FINDING_STATES } from '../diagnose/diagnosis.js'
import { because, checkId, count, environment, id, lineNumber, problem, reasonOfCheck, verdict } from './schema.js'

const moment = z.object({ at: z.int(), hasZone: z.boolean() }).nullable()
const quote = z.object({ line: lineNumber, text: z.string(), columns: z.tuple([lineNumber, lineNumber]).exactOptional() })
const facts = z.record(z.string(), z.string())

const run = z.object({
  id,
  input: id,
  firstLine: lineNumber,
  lastLine: count,
  kind: z.enum(RUN_KINDS),
  registry: z.string().nullable(),
  environment,
  checks: z.array(
    z.object({
      id: checkId,
      status: z.enum(CHECK_STATUSES),
      line: lineNumber.nullable(),
      because: z.union([z.object({ code: z.string() }), z.object({ reason: reasonOfCheck })]).nullable(),
    }),
  ),
  command: z.string().nullable(),
  names: facts,
  answers: z.array(z.object({ line: lineNumber, host: z.string(), status: z.string(), correlationId: z.string().exactOptional() })),
  unknownCodes: z.array(z.object({ code: z.string(), line: lineNumber })),
  success: z.object({ line: lineNumber, image: z.string().nullable() }).nullable(),
  isFinished: z.boolean(),
  triedAt: moment,
  succeededAt: moment,
})

const finding = z.object({
  code: z.string(),
  registry: z.string().nullable(),
  runs: z.array(id),
  count: z.int().min(1),
  facts,
  role: z.enum(FINDING_ROLES),
  consequenceOf: z.string().nullable(),
  state: z.enum(FINDING_STATES),
  causes: z.array(z.object({ id: z.string(), likelihood: z.enum(LIKELIHOODS), because: z.array(because) })),
  release: z.object({ installed: z.string(), fit: z.enum(RELEASE_FITS) }).nullable(),
  knownFacts: facts,
  evidence: z.array(quote),
  firstSeen: moment,
  lastSeen: moment,
  spells: z.array(z.object({ run: id.nullable(), firstLine: lineNumber, lastLine: lineNumber, firstSeen: moment, lastSeen: moment })),
  times: z.object({ minutes: z.int().min(1), counts: z.array(z.tuple([z.int(), count])) }),
  hosts: z.array(z.string()),
})

export const digestSchema = z.object({
  name: z.string(),
  byteLength: count,
  lineCount: count,
  encoding: z.string(),
  isGuess: z.boolean(),
  problem: problem.nullable(),
  verdict,
  runs: z.array(run),
  findings: z.array(finding),
  lineCounts: z.object({ evidence: count, routine: count, noise: count, unexplained: count, blank: count, unreadable: count }),
  unexplained: z.array(quote.extend({ count: z.int().min(1), template: z.string(), score: z.number(), firstSeen: moment })),
  hosts: z.array(z.string()),
})

/** `triage --merge`: the records of several triages, made one triage of all their inputs. */
import type { Catalog } from '../catalog/entry.js'
import type { Report } from '../report/report.js'
import type { InputDigest } from '../triage/digest.js'
import { triageDigests } from '../triage-inputs.js'
import { version } from '../version.js'
import type { Messages } from './messages.js'
import { printable } from './printable.js'
import { openSavedReport } from './saved-report.js'
import type { Settings } from './settings.js'
import { UsageError } from './usage-error.js'

interface Shard {
  readonly name: string
  readonly report: Report & { readonly digests: readonly InputDigest[] }
}

/** @throws UsageError for what is no record of a triage, or does not go with the others */
export async function mergeShards(operands: readonly string[], catalog: Catalog, settings: Settings, messages: Messages): Promise<Report> {
  const shards: Shard[] = []
  for (const operand of new Set(operands)) shards.push(await openShard(operand, catalog, settings, messages))
  const redaction = commonRedaction(shards, messages)
  const excludedCount = shards.reduce((sum, { report }) => sum + (report.accounting.inputs?.excluded ?? 0), 0)
  const merged = triageDigests(digestsOf(shards, redaction !== undefined), {
    catalog,
    locale: settings.locale,
    version,
    excludedCount,
    isIncomplete: shards.some(({ report }) => report.incomplete),
  })
  return redaction ? { ...merged, redaction } : merged
}

/**
 * Machines name their files alike: where shards have a name in common, all of their names get the shard's before them, or its number
 * where nothing private may be told. So a log is never taken for another machine's.
 */
function digestsOf(shards: readonly Shard[], isRedacted: boolean): InputDigest[] {
  const owners = new Map<string, Set<Shard>>()
  for (const shard of shards) {
    for (const { name } of shard.report.digests) owners.set(name, (owners.get(name) ?? new Set()).add(shard))
  }
  return shards.flatMap((shard, at) => {
    const { digests } = shard.report
    if (digests.every(({ name }) => owners.get(name)?.size === 1)) return digests
    const place = isRedacted ? `#${at + 1}` : shard.name
    return digests.map((digest) => ({ ...digest, name: `${place}!/${digest.name}` }))
  })
}

async function openShard(operand: string, catalog: Catalog, settings: Settings, messages: Messages): Promise<Shard> {
  const name = printable(operand)
  const report = await openSavedReport(operand, settings, messages)
  const { digests = [], inputs, groups, tool } = report
  if (groups === undefined) throw new UsageError(messages.notATriage(name))
  // JSON sums up what the inputs show together; it does not keep what each of them shows.
  if (digests.length === 0) throw new UsageError(messages.sumsAlone(name))
  if (digests.length !== inputs.length) throw new UsageError(messages.recordsMissing(name, digests.length, inputs.length))
  const isKnown = digests.every(({ findings }) => findings.every(({ code }) => catalog.entry(code) !== undefined))
  if (tool.catalog.digest !== catalog.digest || !isKnown) throw new UsageError(messages.shardOfOtherCatalog(name))
  return { name, report: { ...report, digests } }
}

/** Placeholders mean the same only where one map tells them all. */
function commonRedaction(shards: readonly Shard[], messages: Messages): Report['redaction'] {
  const [first, ...others] = shards.map(({ report }) => report.redaction)
  const isCommon = others.every((other) => other?.map === first?.map && (other === undefined) === (first === undefined))
  if (!isCommon || (first && first.map === null && others.length > 0)) throw new UsageError(messages.shardsRedactedApart)
  return first
}

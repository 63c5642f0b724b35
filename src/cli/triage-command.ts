import { availableParallelism } from 'node:os'
import process from 'node:process'
import type { Catalog } from '../catalog/entry.js'
import type { Report } from '../report/report.js'
import { type InputDigest, type ReadingProblem, unreadDigest } from '../triage/digest.js'
import { triageDigests } from '../triage-inputs.js'
import { version } from '../version.js'
import { openCatalog } from './catalog.js'
import type { CommandCall } from './command.js'
import type { Outcome } from './exit-code.js'
import { digestMembers } from './inputs/digest-file.js'
import { type FoundFile, findFiles, type Passed } from './inputs/find-files.js'
import { openStream } from './inputs/open-members.js'
import { Control } from './jobs/control.js'
import { digestFiles } from './jobs/digest-files.js'
import { Progress } from './jobs/progress.js'
import { mergeShards } from './merge-shards.js'
import type { Messages } from './messages.js'
import { isPipe, Pipe } from './pipe.js'
import { printable } from './printable.js'
import { redactAndWrite } from './redact-and-write.js'
import type { Settings } from './settings.js'
import { writeStderr } from './streams.js'
import { showsProgress } from './terminal.js'
import { UsageError } from './usage-error.js'

/**
 * `triage <paths…>`: one report over all that the paths hold. Ctrl-C gives the report over what was read so far.
 *
 * @param begun pipes among the operands of which something was read before
 */
export async function runTriage(call: CommandCall, begun: ReadonlyMap<string, Pipe> = new Map()): Promise<Outcome> {
  const { operands, settings, messages } = call
  if (operands.length === 0) throw new UsageError(messages.noOperands('triage', 'acr-explain triage case-1234/'))
  const catalog = await openCatalog(settings.kbPaths, messages)
  const triaged = settings.merge
    ? { report: await mergeShards(operands, catalog, settings, messages), unusableInputs: 0, isStopped: false }
    : await triagePaths(call, catalog, begun)
  if (triaged === null) return { kind: 'unusable' }
  const report = await redactAndWrite(withDigestsIfWanted(triaged.report, settings), catalog, settings, messages)
  if (triaged.isStopped) return { kind: 'interrupted' }
  return { kind: 'report', report, failOn: settings.failOn, unusableInputs: triaged.unusableInputs }
}

/** Null, with the reason on stderr, where there is nothing to sum up. */
async function triagePaths(
  call: CommandCall,
  catalog: Catalog,
  begun: ReadonlyMap<string, Pipe>,
): Promise<{ report: Report; unusableInputs: number; isStopped: boolean } | null> {
  const { operands, settings, messages } = call
  const pipes = new Map(
    [...new Set(operands)].filter(isPipe).map((operand) => [operand, begun.get(operand) ?? new Pipe(operand, messages)]),
  )
  const { files, passed } = findFiles(
    operands.filter((operand) => !pipes.has(operand)),
    settings.excludes,
  )
  const unusable = passed.filter(({ because }) => because === 'missing' || because === 'no match')
  for (const one of unusable) writeStderr(sayUnusable(one, messages))
  const control = new Control()
  const digests = await readAll(files, pipes, call, catalog, control)
  for (const digest of passed.flatMap(digestPassed)) digests.push(digest)
  const excludedCount = passed.filter(({ because }) => because === 'excluded').length
  if (digests.length === 0) {
    if (unusable.length === 0) throw new UsageError(messages.nothingInside(operands.map(printable), excludedCount > 0))
    return null
  }
  const report = triageDigests(digests, { catalog, locale: settings.locale, version, excludedCount, isIncomplete: control.isStopped })
  return { report, unusableInputs: unusable.length, isStopped: control.isStopped }
}

/** Records alone hold them; redacting them for nothing takes its time. */
function withDigestsIfWanted({ digests, ...report }: Report, { targets }: Settings): Report {
  return digests && targets.some(({ format }) => format === 'ndjson') ? { ...report, digests } : report
}

async function readAll(
  files: readonly FoundFile[],
  pipes: ReadonlyMap<string, Pipe>,
  { settings, messages }: CommandCall,
  catalog: Catalog,
  control: Control,
): Promise<InputDigest[]> {
  const totalBytes = files.reduce((sum, { byteLength }) => sum + byteLength, 0)
  const progress = new Progress(control, pipes.size > 0 ? null : totalBytes, messages)
  const digests: InputDigest[] = []
  const take = (digest: InputDigest) => {
    control.noteFindings(digest.findings)
    digests.push(digest)
  }
  const stop = () => {
    control.stop()
    progress.announceEnd()
    for (const pipe of pipes.values()) pipe.close()
  }
  // The second Ctrl-C ends the program at once.
  process.once('SIGINT', stop)
  if (!settings.quiet && showsProgress(process.env)) progress.start()
  try {
    for (const [operand, pipe] of pipes) {
      const members = openStream(operand === '-' ? settings.stdinName : operand, pipe.chunks(), control)
      for await (const digest of digestMembers(members, catalog, Date.now(), control, settings.readAs)) take(digest)
    }
    const setup = { kbPaths: settings.kbPaths, locale: settings.locale, readAs: settings.readAs }
    const count = settings.jobs ?? availableParallelism()
    for await (const digest of digestFiles(files, { count, catalog, control, setup })) take(digest)
  } finally {
    progress.stop()
    process.removeListener('SIGINT', stop)
  }
  return digests
}

function sayUnusable({ name, because }: Passed, messages: Messages): string {
  return because === 'no match' ? messages.nothingMatches(printable(name)) : messages.fileMissing(printable(name))
}

/** What was met and not read stands in the report; what the call excludes does not. */
function digestPassed({ name, because }: Passed): InputDigest[] {
  const problem = problemOf(because)
  return problem ? [unreadDigest(printable(name), 0, problem)] : []
}

function problemOf(because: Passed['because']): ReadingProblem | undefined {
  if (because === 'link') return { kind: 'link' }
  if (because === 'special') return { kind: 'special file' }
  return typeof because === 'object' ? { kind: 'unreadable', reason: because.unreadable } : undefined
}

import { learnQuotes } from '../report/redact-report.js'
import { type InputDigest, type ReadingProblem, unreadDigest } from '../triage/digest.js'
import { triageDigests } from '../triage-inputs.js'
import { version } from '../version.js'
import { openCatalog } from './catalog.js'
import type { CommandCall } from './command.js'
import type { Outcome } from './exit-code.js'
import { digestMembers } from './inputs/digest-file.js'
import { findFiles, type Passed } from './inputs/find-files.js'
import { openFile, openStream } from './inputs/open-members.js'
import type { Messages } from './messages.js'
import { printable } from './printable.js'
import { stdinChunks } from './read-inputs.js'
import { writeStderr } from './streams.js'
import { UsageError } from './usage-error.js'
import { writeReport } from './write-report.js'

/** `triage <paths…>`: one report over all that the paths hold. */
export async function runTriage({ operands, settings, messages }: CommandCall): Promise<Outcome> {
  if (operands.length === 0) throw new UsageError(messages.noOperands('triage', 'acr-explain triage case-1234/'))
  const catalog = await openCatalog(settings.kbPaths, messages)
  const { files, passed } = findFiles(
    operands.filter((operand) => operand !== '-'),
    settings.excludes,
  )
  const unusable = passed.filter(({ because }) => because === 'missing' || because === 'no match')
  for (const one of unusable) writeStderr(sayUnusable(one, messages))
  const digests: InputDigest[] = []
  if (operands.includes('-')) {
    const members = openStream(settings.stdinName, stdinChunks(messages))
    for await (const digest of digestMembers(members, catalog, Date.now(), settings.readAs)) digests.push(digest)
  }
  for (const file of files) {
    for await (const digest of digestMembers(openFile(file), catalog, file.modified, settings.readAs)) digests.push(digest)
  }
  digests.push(...passed.flatMap(digestPassed))
  if (digests.length === 0) {
    if (unusable.length === 0) writeStderr(messages.nothingReadable)
    return { kind: 'unusable' }
  }
  const excludedCount = passed.filter(({ because }) => because === 'excluded').length
  const redaction = settings.redact ? (await import('./redaction.js')).openRedaction(catalog, settings, messages) : undefined
  const found = triageDigests(digests, { catalog, locale: settings.locale, version, excludedCount })
  if (redaction) learnQuotes(found, redaction.redactor)
  const report = redaction?.redactReport(found) ?? found
  redaction?.saveMap()
  await writeReport(report, settings, messages, redaction?.checked)
  return { kind: 'report', report, failOn: settings.failOn, unusableInputs: unusable.length }
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

import { readFileSync } from 'node:fs'
import type { Catalog } from '../catalog/entry.js'
import { type InputDigest, type ReadingProblem, unreadDigest } from '../triage/digest.js'
import { digestInput, triageDigests } from '../triage-inputs.js'
import { version } from '../version.js'
import { openCatalog } from './catalog.js'
import type { CommandCall } from './command.js'
import type { Outcome } from './exit-code.js'
import { type FoundFile, findFiles, type Passed } from './inputs/find-files.js'
import type { Messages } from './messages.js'
import { printable } from './printable.js'
import { readPastedOrPiped } from './read-inputs.js'
import { codeOf, writeStderr } from './streams.js'
import { UsageError } from './usage-error.js'
import { writeReport } from './write-report.js'

/** `triage <paths…>`: one report over all that the paths hold. */
export async function runTriage({ operands, settings, messages }: CommandCall): Promise<Outcome> {
  if (operands.length === 0) throw new UsageError(messages.noOperands('triage', 'acr-explain triage case-1234/'))
  const catalog = await openCatalog(settings.kbFolders, messages)
  const { files, passed } = findFiles(
    operands.filter((operand) => operand !== '-'),
    settings.excludes,
  )
  const unusable = passed.filter(({ because }) => because === 'missing' || because === 'no match')
  for (const one of unusable) writeStderr(sayUnusable(one, messages))
  const digests: InputDigest[] = []
  if (operands.includes('-')) {
    const bytes = await readPastedOrPiped(messages)
    digests.push(digestInput({ name: printable(settings.stdinName), bytes, modified: Date.now() }, catalog))
  }
  for (const file of files) digests.push(digestFile(file, catalog))
  digests.push(...passed.flatMap(digestPassed))
  if (digests.length === 0) {
    if (unusable.length === 0) writeStderr(messages.nothingReadable)
    return { kind: 'unusable' }
  }
  const report = triageDigests(digests, { catalog, locale: settings.locale, version })
  writeReport(report, settings, messages)
  return { kind: 'report', report, failOn: settings.failOn, unusableInputs: unusable.length }
}

function sayUnusable({ name, because }: Passed, messages: Messages): string {
  return because === 'no match' ? messages.nothingMatches(printable(name)) : messages.fileMissing(printable(name))
}

function digestFile({ name, path, byteLength, modified }: FoundFile, catalog: Catalog): InputDigest {
  try {
    return digestInput({ name: printable(name), bytes: readFileSync(path), modified }, catalog)
  } catch (error) {
    const reason = codeOf(error)
    if (reason === '') throw error
    return unreadDigest(printable(name), byteLength, { kind: 'unreadable', reason })
  }
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

/** One side of a comparison: a log, a saved report, or a folder or an archive full of logs. */
import { readFileSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { Catalog } from '../catalog/entry.js'
import { explainAll } from '../explain.js'
import type { Report } from '../report/report.js'
import { decode } from '../text/decode.js'
import { withGuess } from '../text/guess-encoding.js'
import type { InputDigest } from '../triage/digest.js'
import { triageDigests } from '../triage-inputs.js'
import { version } from '../version.js'
import { isPacked } from './inputs/detect-format.js'
import { digestMembers } from './inputs/digest-file.js'
import { findFiles } from './inputs/find-files.js'
import { openStream } from './inputs/open-members.js'
import { Control } from './jobs/control.js'
import { digestFiles } from './jobs/digest-files.js'
import type { Messages } from './messages.js'
import { isPipe, Pipe } from './pipe.js'
import { printable } from './printable.js'
import { MOST_BYTES_READ_WHOLE, sayUnreadable } from './read-inputs.js'
import { looksSaved, readSavedReport, reworded } from './saved-report.js'
import type { Settings } from './settings.js'
import { UsageError } from './usage-error.js'

export interface DiffSide {
  readonly report: Report
  /** The text of a log, to learn private values from; absent where only its report is at hand. */
  readonly text?: string
}

/** @throws UsageError where the side cannot be read */
export async function openSide(operand: string, catalog: Catalog, settings: Settings, messages: Messages): Promise<DiffSide> {
  try {
    if (isPipe(operand)) return await openPipedSide(operand, catalog, settings, messages)
    const stats = statSync(operand)
    if (stats.isDirectory()) return { report: await triaged(operand, catalog, settings) }
    const bytes = stats.size > MOST_BYTES_READ_WHOLE ? null : readFileSync(operand)
    if (bytes === null || isPacked(bytes)) return { report: await triaged(operand, catalog, settings) }
    return await sideOf(bytes, operand, catalog, settings, messages)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(sayUnreadable(error, operand, messages))
  }
}

async function openPipedSide(operand: string, catalog: Catalog, settings: Settings, messages: Messages): Promise<DiffSide> {
  const pipe = new Pipe(operand, messages)
  const name = operand === '-' ? settings.stdinName : operand
  const bytes = await pipe.whole(MOST_BYTES_READ_WHOLE)
  if (bytes !== null && !isPacked(bytes)) return sideOf(bytes, name, catalog, settings, messages)
  const control = new Control()
  const digests = digestMembers(openStream(name, pipe.chunks(), control), catalog, Date.now(), control, settings.readAs)
  return { report: await summedUp(digests, catalog, settings) }
}

async function sideOf(bytes: Uint8Array, name: string, catalog: Catalog, settings: Settings, messages: Messages): Promise<DiffSide> {
  if (looksSaved(bytes)) return { report: reworded(await readSavedReport(bytes, name, messages), catalog, settings, messages) }
  const input = withGuess({ name: printable(name), bytes, readAs: settings.readAs })
  return { report: explainAll([input], { catalog, locale: settings.locale, version }), text: decode(bytes, input.readAs).text }
}

async function triaged(operand: string, catalog: Catalog, settings: Settings): Promise<Report> {
  const { locale, excludes, kbPaths, readAs } = settings
  const jobs = { count: availableParallelism(), catalog, control: new Control(), setup: { kbPaths, locale, readAs } }
  return summedUp(digestFiles(findFiles([operand], excludes).files, jobs), catalog, settings)
}

async function summedUp(made: AsyncIterable<InputDigest>, catalog: Catalog, { locale }: Settings): Promise<Report> {
  const digests: InputDigest[] = []
  for await (const digest of made) digests.push(digest)
  return triageDigests(digests, { catalog, locale, version })
}

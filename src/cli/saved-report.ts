/** A report that an earlier call saved: checked before anything of it is believed. */
import { readReport } from '../report/read-report.js'
import type { JsonReport, Report } from '../report/report.js'
import { decode } from '../text/decode.js'
import type { Messages } from './messages.js'
import { printable } from './printable.js'
import { UsageError } from './usage-error.js'

/** Whether a text is meant to be a saved report: its head names this program and a version of the format. */
export function looksSaved(bytes: Uint8Array): boolean {
  const head = decode(bytes.subarray(0, HEAD_BYTES)).text
  return /^\s*\{/.test(head) && /"schemaVersion"\s*:/.test(head) && /"name"\s*:\s*"acr-explain"/.test(head)
}

const HEAD_BYTES = 1024
/** A larger one is no report: even ten thousand findings need less. */
const MOST_BYTES = 1 << 28

/**
 * Reads a saved report, in any encoding that a shell's redirection writes.
 *
 * @param name for the complaint
 * @throws UsageError where it is none, or one of another version of the format
 */
export async function readSavedReport(bytes: Uint8Array, name: string, messages: Messages): Promise<Report> {
  const shownName = printable(name)
  if (bytes.length > MOST_BYTES) throw new UsageError(messages.notAReport(shownName, messages.reportTooLarge(MOST_BYTES >> 20)))
  const json = parse(decode(bytes).text)
  if (json === undefined) throw new UsageError(messages.notAReport(shownName, messages.notJson))
  const version = (json as { schemaVersion?: unknown } | null)?.schemaVersion
  if (typeof version === 'number' && version !== 1) throw new UsageError(messages.otherSchema(shownName, version))
  const { reportSchema } = await import('../report/schema.js')
  const { success, data, error } = reportSchema.safeParse(json)
  if (!success) throw new UsageError(messages.notAReport(shownName, sayIssue(error.issues[0])))
  const { parseProse } = await import('../compile/parse-prose.js')
  return readReport(data as JsonReport, parseProse)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

function sayIssue(issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined): string {
  const path = printable(issue?.path.map(String).join('.') ?? '')
  return `${path}${path ? ': ' : ''}${printable(issue?.message ?? '')}`
}

/** A report that an earlier call saved: checked before anything of it is believed. */
import { readFileSync } from 'node:fs'
import type { Catalog } from '../catalog/entry.js'
import { readReport, withoutControls } from '../report/read-report.js'
import { joinRecords } from '../report/records.js'
import type { JsonReport, Report } from '../report/report.js'
import { rewordReport } from '../report/reword-report.js'
import { decode } from '../text/decode.js'
import type { InputDigest } from '../triage/digest.js'
import type { Messages } from './messages.js'
import { Pipe } from './pipe.js'
import { printable } from './printable.js'
import { sayUnreadable } from './read-inputs.js'
import type { Settings } from './settings.js'
import { writeStderr } from './streams.js'
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
 * Opens a saved report, "-" being standard input.
 *
 * @throws UsageError as below, and where it cannot be read
 */
export async function openSavedReport(operand: string, { stdinName }: Pick<Settings, 'stdinName'>, messages: Messages): Promise<Report> {
  if (operand === '-') return readSavedReport(await new Pipe('-', messages).all(), stdinName, messages)
  try {
    return await readSavedReport(readFileSync(operand), operand, messages)
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(sayUnreadable(error, operand, messages))
  }
}

/**
 * Reads a saved report, JSON or records, in any encoding that a shell's redirection writes.
 *
 * @param name for the complaint
 * @throws UsageError where it is none, or one of another version of the format
 */
export async function readSavedReport(bytes: Uint8Array, name: string, messages: Messages): Promise<Report> {
  const shownName = printable(name)
  if (bytes.length > MOST_BYTES) throw new UsageError(messages.notAReport(shownName, messages.reportTooLarge(MOST_BYTES >> 20)))
  const parsed = parse(decode(bytes).text)
  if (parsed === null) throw new UsageError(messages.notAReport(shownName, messages.notJson))
  const version = (parsed.report as { schemaVersion?: unknown } | null)?.schemaVersion
  if (typeof version === 'number' && version !== 1) throw new UsageError(messages.otherSchema(shownName, version))
  if (isComparison(parsed.report)) throw new UsageError(messages.isComparison(shownName))
  const [{ reportSchema }, { digestSchema }] = await Promise.all([import('../report/schema.js'), import('../report/digest-schema.js')])
  const checked = <Shape>(schema: Schema<Shape>, value: unknown): Shape => {
    const { success, data, error } = schema.safeParse(value)
    if (!success) throw new UsageError(messages.notAReport(shownName, sayIssue(error?.issues[0])))
    return data as Shape
  }
  const report = checked(reportSchema, parsed.report) as JsonReport
  const digests = parsed.digests.map((digest) => checked(digestSchema, digest) as InputDigest)
  const { parseProse } = await import('../compile/parse-prose.js')
  return { ...readReport(report, parseProse), ...(digests.length > 0 && { digests: withoutControls(digests) }) }
}

/** In the catalog's words where it is the one that the report was made with; else the report keeps its own, and that is said. */
export function reworded(report: Report, catalog: Catalog, { locale }: Pick<Settings, 'locale'>, messages: Messages): Report {
  if (report.tool.catalog.digest === catalog.digest) return rewordReport(report, catalog, locale)
  writeStderr(messages.otherCatalog(report.tool.version))
  return report
}

/** As much of a zod schema as is asked here. */
interface Schema<Shape> {
  safeParse(value: unknown): { readonly success: boolean; readonly data?: Shape; readonly error?: { readonly issues: readonly Issue[] } }
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** One JSON value, or one a line; null for what is neither. */
function parse(text: string): { readonly report: unknown; readonly digests: readonly unknown[] } | null {
  const unmarked = text.replace(/^\ufeff/, '')
  try {
    const json: unknown = JSON.parse(unmarked)
    return isHead(json) ? joinRecords([json]) : { report: json, digests: [] }
  } catch {
    return parseLines(unmarked)
  }
}

function parseLines(text: string): ReturnType<typeof joinRecords> {
  try {
    return joinRecords(
      text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line): unknown => JSON.parse(line)),
    )
  } catch {
    return null
  }
}

/** What `diff` saves has the head of a report, and two sides in place of inputs. */
function isComparison(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'before' in json && 'after' in json
}

function isHead(json: unknown): boolean {
  return (json as { readonly type?: unknown } | null)?.type === 'head'
}

function sayIssue(issue: Issue | undefined): string {
  const path = printable(issue?.path.map(String).join('.') ?? '')
  return `${path}${path ? ': ' : ''}${printable(issue?.message ?? '')}`
}

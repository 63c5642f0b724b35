import { chmodSync, closeSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'
import type { Layout } from '../render/renderer.js'
import { exitCodeOf } from './exit-code.js'
import type { Messages } from './messages.js'
import { printable } from './printable.js'
import type { Settings, Target } from './settings.js'
import { codeOf, writeStdout } from './streams.js'
import { layoutOfFile, layoutOfStdout } from './terminal.js'
import { UsageError } from './usage-error.js'

/**
 * Writes one thing in each wanted format to where it belongs.
 *
 * @param render gives the text in a format for a layout.
 */
export async function writeTargets(
  settings: Settings,
  messages: Messages,
  render: (format: string, layout: Layout) => string | Promise<string>,
): Promise<void> {
  const written = settings.targets.filter((target) => target.file !== null || !settings.quiet)
  // All are rendered before the first is written: a failure leaves nothing half done.
  const texts: string[] = []
  for (const target of written) texts.push(endWithNewline(await render(target.format, layoutOf(target, settings))))
  written.forEach((target, index) => {
    const text = texts[index] ?? ''
    if (target.file === null) writeStdout(text)
    else writeFile(target.file, text, messages)
  })
}

function layoutOf(target: Target, settings: Settings): Layout {
  return target.file === null ? layoutOfStdout(settings.colour) : layoutOfFile(settings.colour)
}

function endWithNewline(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`
}

/**
 * Writes a file whole or not at all.
 *
 * @param mode for others' rights; that of the file which is replaced, else the usual one, if absent
 */
export function writeFile(file: string, text: string | Iterable<string>, messages: Messages, mode?: number): void {
  try {
    const present = statSync(file, { throwIfNoEntry: false })
    const chunks = typeof text === 'string' ? [text] : text
    // A device or a pipe cannot be replaced, only written to.
    if (present !== undefined && !present.isFile()) writeChunks(openSync(file, 'w'), chunks)
    else replaceFile(present === undefined ? file : realpathSync(file), chunks, mode ?? present?.mode)
  } catch (error) {
    if (codeOf(error) === '') throw error
    throw new UsageError(messages.notWritable(printable(file), codeOf(error)))
  }
}

/** Writes beside the file and renames: readers see the old content or the new one, never a part. */
function replaceFile(file: string, chunks: Iterable<string>, mode: number | undefined): void {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`)
  // A handler holds Ctrl-C back until this synchronous stretch is over, so that no temporary file stays behind.
  process.once('SIGINT', () => process.exit(exitCodeOf({ kind: 'interrupted' })))
  const descriptor = openSync(temporary, 'wx', mode)
  try {
    writeChunks(descriptor, chunks)
    if (mode !== undefined) chmodSync(temporary, mode)
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function writeChunks(descriptor: number, chunks: Iterable<string>): void {
  try {
    for (const chunk of chunks) writeFileSync(descriptor, chunk)
  } finally {
    closeSync(descriptor)
  }
}

import { openCatalog } from './catalog.js'
import type { CommandCall } from './command.js'
import type { Outcome } from './exit-code.js'
import type { Messages } from './messages.js'
import { printable } from './printable.js'
import { type CallRedaction, openRedaction } from './redaction.js'
import { openRereadable, type Rereadable } from './rereadable.js'
import type { Settings } from './settings.js'
import { writeStderr, writeStdout } from './streams.js'
import { UsageError } from './usage-error.js'
import { writeFile } from './write-output.js'

/** `redact [files…]`: each text with placeholders, one after the other, or each in an output of its own. A pipe is written once it has ended. */
export async function runRedact({ operands, settings, messages }: CommandCall): Promise<Outcome> {
  const names = operands.length > 0 ? [...new Set(operands)] : ['-']
  const outputs = outputsOf(settings)
  if (outputs.length > 1 && outputs.length !== names.length) throw new UsageError(messages.outputsForInputs(outputs.length, names.length))
  const redaction = openRedaction(await openCatalog(settings.kbPaths, messages), settings, messages)
  const texts = await openAll(names, settings, messages)
  // A name may be told in the last line of the last file: all is read before the first line is written.
  for (const text of texts) if (text) redaction.redactor.learn(text.chunks())
  const jobs =
    outputs.length > 1 ? outputs.map((output, index) => ({ output, texts: [texts[index]] })) : [{ output: outputs[0] ?? null, texts }]
  for (const job of jobs) write(job.output, redactedChunks(job.texts, redaction), messages)
  redaction.saveMap()
  for (const text of texts) text?.close()
  return texts.every((text) => text !== null) ? { kind: 'done' } : { kind: 'unusable' }
}

/** null for standard output. */
function outputsOf({ targets }: Settings): (string | null)[] {
  return targets.map(({ file }) => file)
}

async function openAll(operands: readonly string[], { stdinName, readAs }: Settings, messages: Messages): Promise<(Rereadable | null)[]> {
  const texts: (Rereadable | null)[] = []
  for (const operand of operands) {
    const name = printable(operand === '-' ? stdinName : operand)
    const text = await openRereadable(operand, name, readAs, messages)
    if (text?.isBinary) writeStderr(messages.binaryInput(name))
    texts.push(text?.isBinary ? null : text)
  }
  return texts
}

function* redactedChunks(texts: readonly (Rereadable | null | undefined)[], redaction: CallRedaction): Generator<string> {
  for (const text of texts) {
    if (text) for (const chunk of redaction.redactor.redactChunks(text.chunks())) yield redaction.checked(chunk)
  }
}

function write(output: string | null, chunks: Iterable<string>, messages: Messages): void {
  if (output !== null) writeFile(output, chunks, messages)
  else for (const chunk of chunks) writeStdout(chunk)
}

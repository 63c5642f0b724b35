import { readFileSync } from 'node:fs'
import type { CommandCall } from './command.js'
import type { Outcome } from './exit-code.js'
import { printable } from './printable.js'
import { shippedPath } from './shipped-path.js'
import { isTerminal } from './terminal.js'
import { UsageError } from './usage-error.js'
import { writeTargets } from './write-output.js'

const STDOUT = 1

/** `web`: the page as the build made it, written to a file or piped on. */
export async function runWeb({ operands, settings, messages }: CommandCall): Promise<Outcome> {
  if (operands[0] !== undefined) throw new UsageError(messages.operandsNotTaken('web', printable(operands[0])))
  if (settings.targets.some(({ file }) => file === null) && isTerminal(STDOUT)) throw new UsageError(messages.pageNeedsFile)
  await writeTargets(settings, messages, () => readFileSync(shippedPath('web', 'acr-explain.html'), 'utf8'))
  return { kind: 'done' }
}

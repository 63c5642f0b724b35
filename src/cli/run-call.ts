import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Locale } from '../catalog/entry.js'
import type { Command } from './command.js'
import type { CommandName } from './command-specs.js'
import type { Outcome } from './exit-code.js'
import { runExplain } from './explain-command.js'
import { type Messages, messagesFor } from './messages.js'
import type { Call } from './parse-plain.js'
import { printable } from './printable.js'
import { readSettings } from './settings.js'
import { UsageError } from './usage-error.js'

/** Explaining stands ready; the other commands are loaded when they are called. */
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  explain: async () => runExplain,
  triage: async () => (await import('./triage-command.js')).runTriage,
  diff: async () => (await import('./diff-command.js')).runDiff,
  render: async () => (await import('./render-command.js')).runRender,
  show: async () => (await import('./show-command.js')).runShow,
  search: async () => (await import('./search-command.js')).runSearch,
  list: async () => (await import('./list-command.js')).runList,
  redact: async () => (await import('./redact-command.js')).runRedact,
  kb: async () => (await import('./kb-command.js')).runKb,
  web: async () => (await import('./web-command.js')).runWeb,
  completion: async () => (await import('./completion-command.js')).runCompletion,
}

/** @throws UsageError where a value of an option or an operand will not do. */
export async function runCall(call: Call, locale: Locale, messages: Messages): Promise<Outcome> {
  const settings = readSettings(call.options, call.command, locale, messages)
  const overwritten = settings.targets.find(({ file }) => file !== null && call.operands.some((operand) => isSameFile(operand, file)))
  if (overwritten) throw new UsageError(messages.outputIsInput(printable(overwritten.file ?? '')))
  const command = await commands[call.command]()
  return command({ operands: call.operands, settings, messages: messagesFor(settings.locale) })
}

function isSameFile(operand: string, file: string): boolean {
  return resolve(operand) === resolve(file) && statSync(file, { throwIfNoEntry: false })?.isFile() === true
}

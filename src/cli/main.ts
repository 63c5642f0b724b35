import process from 'node:process'
import type { Locale } from '../catalog/entry.js'
import { version } from '../version.js'
import { complain } from './complain.js'
import { exitCodeOf, type Outcome } from './exit-code.js'
import { localeFromEnvironment, parseLocale } from './locale.js'
import { type Messages, messagesFor } from './messages.js'
import { asksForHelp, parsePlain } from './parse-plain.js'
import { printable } from './printable.js'
import { runCall } from './run-call.js'
import { BrokenPipe, StdoutFailed, writeStderr, writeStdout } from './streams.js'
import { FaultyPages, UsageError } from './usage-error.js'

/** What the script of `completion` calls the program with, before the words of the line that is being typed. */
const COMPLETION_REQUEST = '--get-yargs-completions'

/** Runs one call of the program. */
async function main(args: readonly string[]): Promise<Outcome> {
  const locale = wantedLocale(args)
  const messages = messagesFor(locale)
  try {
    if (args[0] === COMPLETION_REQUEST) {
      const { writeCompletions } = await import('./completion-command.js')
      return await writeCompletions(args.slice(1), locale)
    }
    const parsed = parsePlain(args)
    if (parsed.kind === 'call') return await runCall(parsed.call, locale, messages)
    if (parsed.kind === 'version') {
      writeStdout(`${version}\n`)
      return { kind: 'done' }
    }
    if (!asksForHelp(args)) throw complain(args, messages)
    const { helpText } = await import('./help.js')
    writeStdout(await helpText(args, locale))
    return { kind: 'done' }
  } catch (error) {
    return outcomeOfError(error, messages)
  }
}

function outcomeOfError(error: unknown, messages: Messages): Outcome {
  if (error instanceof BrokenPipe) return { kind: 'broken pipe' }
  if (error instanceof StdoutFailed) {
    writeStderr(`acr-explain: ${messages.stdoutFailed(error.code)}`)
    return { kind: 'unusable' }
  }
  if (error instanceof UsageError) {
    writeStderr(error instanceof FaultyPages ? error.message : `acr-explain: ${error.message}`)
    return { kind: 'unusable' }
  }
  const reason = error instanceof Error ? error.message : String(error)
  writeStderr(messages.bug(printable(reason)))
  if (process.env.ACR_EXPLAIN_DEBUG === '1' && error instanceof Error) writeStderr(error.stack ?? '')
  return { kind: 'bug' }
}

/** The language to complain in, before the options are read: `--lang` where it is sound, else the environment's. */
function wantedLocale(args: readonly string[]): Locale {
  const place = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const value = args[place]?.startsWith('--lang=') ? args[place].slice('--lang='.length) : args[place + 1]
  return (place >= 0 && value !== undefined ? parseLocale(value) : null) ?? localeFromEnvironment(process.env)
}

main(process.argv.slice(2)).then((outcome) => {
  process.exitCode = exitCodeOf(outcome)
})

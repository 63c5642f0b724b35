import type { Outcome } from './exit-code.js'
import type { Messages } from './messages.js'
import type { Settings } from './settings.js'

/** What a command is given: its operands, and the options with defaults filled in. */
export interface CommandCall {
  readonly operands: readonly string[]
  readonly settings: Settings
  readonly messages: Messages
}

/** A command does its work, writes what it has to say, and tells how it ended. */
export type Command = (call: CommandCall) => Promise<Outcome>

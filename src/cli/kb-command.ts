import type { Command } from './command.js'
import { printable } from './printable.js'
import { UsageError } from './usage-error.js'

export const subcommands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./kb-check.js')).checkPages,
  export: async () => (await import('./kb-export.js')).exportCatalog,
  new: async () => (await import('./kb-new.js')).startEntry,
}

/** `kb <subcommand>`: writing the catalog, not reading it. */
export const runKb: Command = async (call) => {
  const [name = '', ...operands] = call.operands
  const load = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined
  if (load === undefined) throw new UsageError(call.messages.unknownSubcommand(printable(name), Object.keys(subcommands)))
  const run = await load()
  return run({ ...call, operands })
}

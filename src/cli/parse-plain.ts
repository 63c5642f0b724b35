import { parseArgs } from 'node:util'
import { COMMANDS, type CommandName } from './command-specs.js'
import { optionSpecs } from './option-specs.js'

/** A call as it was typed, known to have options of its command alone; their values are not looked at yet. */
export interface Call {
  readonly command: CommandName
  readonly operands: readonly string[]
  readonly options: CallOptions
}

export interface CallOptions {
  readonly format: readonly string[]
  readonly output: readonly string[]
  readonly kb: readonly string[]
  readonly exclude: readonly string[]
  readonly quiet: boolean
  readonly redact: boolean
  readonly merge: boolean
  readonly lang?: string
  readonly color?: string
  readonly 'fail-on'?: string
  readonly 'stdin-name'?: string
  readonly encoding?: string
  readonly limit?: string
  readonly jobs?: string
  readonly 'as-of'?: string
  readonly 'from-log'?: string
  readonly to?: string
  readonly 'redact-map'?: string
  readonly group?: string
}

export type PlainParse = { readonly kind: 'call'; readonly call: Call } | { readonly kind: 'version' } | { readonly kind: 'unusual' }

const parseArgsOptions = Object.fromEntries([
  ...optionSpecs.map((spec) => [spec.name, { type: spec.type, ...(spec.repeatable && { multiple: true }) }] as const),
  ['version', { type: 'boolean' }] as const,
])

/** Reads the usual call without loading a library. `unusual` asks for help, or is wrong in a way that needs explaining. */
export function parsePlain(args: readonly string[]): PlainParse {
  let parsed: ReturnType<typeof parseTokens>
  try {
    parsed = parseTokens(args)
  } catch {
    return { kind: 'unusual' }
  }
  if (parsed.values.version === true) return { kind: 'version' }
  const { command, operands } = splitCommand(parsed.tokens)
  const given = parsed.tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []))
  const allowed = optionSpecs.filter((spec) => spec.commands.includes(command))
  for (const name of given) {
    const spec = allowed.find((candidate) => candidate.name === name)
    if (spec === undefined || (!spec.repeatable && given.indexOf(name) !== given.lastIndexOf(name))) return { kind: 'unusual' }
  }
  const options = {
    format: [],
    output: [],
    kb: [],
    exclude: [],
    quiet: false,
    redact: false,
    merge: false,
    ...parsed.values,
  } as CallOptions
  return { kind: 'call', call: { command, operands, options } }
}

function parseTokens(args: readonly string[]) {
  return parseArgs({ args: [...args], options: parseArgsOptions, allowPositionals: true, strict: true, tokens: true })
}

type Token = ReturnType<typeof parseTokens>['tokens'][number]

/** The first operand names the command, unless "--" stands before it. Without a command, all operands are files to explain. */
export function splitCommand(tokens: readonly Token[]): { command: CommandName; named: boolean; operands: string[] } {
  const operands = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
  const terminator = tokens.find((token) => token.kind === 'option-terminator')
  const first = tokens.find((token) => token.kind === 'positional')
  const afterTerminator = first !== undefined && terminator !== undefined && terminator.index < first.index
  const command = afterTerminator ? undefined : COMMANDS.find((name) => name === first?.value)
  if (command === undefined) return { command: 'explain', named: false, operands }
  return { command, named: true, operands: operands.slice(1) }
}

/** The parts of any call, a wrong one too. */
export function tokensOf(args: readonly string[]): readonly Token[] {
  return parseArgs({ args: [...args], options: parseArgsOptions, allowPositionals: true, strict: false, tokens: true }).tokens
}

/** Whether a call has `--help` or `-h` among its options. */
export function asksForHelp(args: readonly string[]): boolean {
  return tokensOf(args).some((token) => token.kind === 'option' && (token.name === 'help' || token.name === 'h'))
}

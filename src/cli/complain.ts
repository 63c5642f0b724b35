import { nearest } from '../search/edit-distance.js'
import type { Messages } from './messages.js'
import { commonOptions, type OptionSpec, optionSpecs } from './option-specs.js'
import { splitCommand, tokensOf } from './parse-plain.js'
import { UsageError } from './usage-error.js'

/**
 * Says what is wrong with a call that parse-plain.ts could not take, in one sentence.
 *
 * @returns never a UsageError for a call that only asks for help: look for that first.
 */
export function complain(args: readonly string[], messages: Messages): UsageError {
  const tokens = tokensOf(args)
  const { command } = splitCommand(tokens)
  const seen = new Set<string>()
  for (const token of tokens) {
    if (token.kind !== 'option' || isCommon(token.name)) continue
    const spec = optionSpecs.find((candidate) => candidate.name === token.name)
    if (spec === undefined) return new UsageError(messages.unknownOption(token.rawName, nearOption(token.name)))
    if (!spec.commands.includes(command)) return new UsageError(messages.optionOfOtherCommands(token.rawName, command, spec.commands))
    const problem = problemOf(spec, token)
    if (problem !== null) return new UsageError(messages[problem](token.rawName))
    if (!spec.repeatable && seen.has(token.name)) return new UsageError(messages.optionGivenTwice(token.rawName))
    seen.add(token.name)
  }
  throw new Error(`call not understood: ${args.join(' ')}`)
}

function isCommon(name: string): boolean {
  return commonOptions.some((common) => common === name)
}

interface ValueToken {
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

function problemOf(spec: OptionSpec, { value, inlineValue }: ValueToken): 'optionNeedsValue' | 'optionTakesNoValue' | null {
  if (spec.type === 'boolean') return value === undefined ? null : 'optionTakesNoValue'
  // As in parseArgs: what looks like an option is more likely a forgotten value; "--name=-x" says that it is meant.
  return value === undefined || (!inlineValue && /^-./.test(value)) ? 'optionNeedsValue' : null
}

function nearOption(name: string): string | null {
  const names = [...optionSpecs.map((spec) => spec.name), ...commonOptions]
  const beginning = names.filter((candidate) => name.length > 1 && candidate.startsWith(name))
  const near = beginning.length === 1 ? beginning[0] : nearest(name, names, (candidate) => [candidate])[0]
  return near === undefined ? null : `--${near}`
}

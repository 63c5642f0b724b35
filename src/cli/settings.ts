import { resolve } from 'node:path'
import type { Locale } from '../catalog/entry.js'
import type { ReadAs } from '../text/decode.js'
import { encodingNamed, USUAL_ENCODINGS } from '../text/encoding-names.js'
import type { CommandName } from './command-specs.js'
import { FAIL_ON, type FailOn } from './exit-code.js'
import { commandsWriting, formatsOf } from './formats.js'
import { parseLocale } from './locale.js'
import type { Messages } from './messages.js'
import type { CallOptions } from './parse-plain.js'
import { printable } from './printable.js'
import type { ColourChoice } from './terminal.js'
import { UsageError } from './usage-error.js'

/** The options of a call with their values checked and their defaults filled in. */
export interface Settings {
  readonly locale: Locale
  readonly colour: ColourChoice
  readonly failOn: FailOn
  readonly quiet: boolean
  readonly stdinName: string
  /** How inputs are to be read; undefined where their bytes tell. */
  readonly readAs: ReadAs | undefined
  readonly limit: number
  readonly excludes: readonly string[]
  /** Threads that read; null for as many as the machine has processors. */
  readonly jobs: number | null
  readonly kbPaths: readonly string[]
  /** The release of the Azure CLI that look-ups are about; null for all of them. */
  readonly asOf: string | null
  /** FILE or FILE:LINE; null where none is given. */
  readonly fromLog: string | null
  /** The engine that `kb export` writes for; null where none is given. */
  readonly exportTo: string | null
  readonly redact: boolean
  /** Whether the operands are records of earlier calls. */
  readonly merge: boolean
  /** The file that holds the key to what is redacted; null where none is kept. */
  readonly redactMap: string | null
  readonly group: string | undefined
  readonly targets: readonly Target[]
}

/** One thing to write: a format, and the file it goes to; null for standard output. */
export interface Target {
  readonly format: string
  readonly file: string | null
}

const DEFAULT_LIMIT = 10
const COLOURS = ['auto', 'always', 'never'] as const

/** @throws UsageError naming the first value that will not do. */
export function readSettings(options: CallOptions, command: CommandName, locale: Locale, messages: Messages): Settings {
  return {
    locale: options.lang === undefined ? locale : readLocale(options.lang, messages),
    colour: options.color === undefined ? 'auto' : readChoice('--color', options.color, COLOURS, messages),
    failOn: options['fail-on'] === undefined ? 'error' : readChoice('--fail-on', options['fail-on'], FAIL_ON, messages),
    quiet: options.quiet,
    stdinName: options['stdin-name'] ?? '-',
    readAs: options.encoding === undefined ? undefined : readEncoding(options.encoding, messages),
    limit: options.limit === undefined ? DEFAULT_LIMIT : readCount('--limit', options.limit, messages),
    excludes: options.exclude,
    jobs: options.jobs === undefined ? null : readCount('--jobs', options.jobs, messages),
    kbPaths: options.kb,
    asOf: options['as-of'] === undefined ? null : readRelease('--as-of', options['as-of'], messages),
    fromLog: options['from-log'] ?? null,
    exportTo: options.to ?? null,
    // Who keeps a key wants something to lock.
    redact: options.redact || options['redact-map'] !== undefined,
    merge: options.merge,
    redactMap: options['redact-map'] ?? null,
    group: options.group,
    targets: readTargets(options, command, messages),
  }
}

function readLocale(value: string, messages: Messages): Locale {
  const locale = parseLocale(value)
  if (locale === null) throw new UsageError(messages.notAChoice('--lang', printable(value), ['en', 'zh-CN']))
  return locale
}

function readEncoding(value: string, messages: Messages): ReadAs {
  const encoding = encodingNamed(value)
  if (encoding === undefined) throw new UsageError(messages.notAChoice('--encoding', printable(value), USUAL_ENCODINGS))
  return { encoding, isGuess: false }
}

function readChoice<T extends string>(option: string, value: string, choices: readonly T[], messages: Messages): T {
  const choice = choices.find((candidate) => candidate === value)
  if (choice === undefined) throw new UsageError(messages.notAChoice(option, printable(value), choices))
  return choice
}

function readRelease(option: string, value: string, messages: Messages): string {
  if (!/^v?\d{1,4}(?:\.\d{1,4}){1,3}$/.test(value)) throw new UsageError(messages.notARelease(option, printable(value)))
  return value.replace(/^v/, '')
}

function readCount(option: string, value: string, messages: Messages): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new UsageError(messages.notACount(option, printable(value)))
  return Number(value)
}

function readFormat(format: string, command: CommandName, messages: Messages): string {
  const formats = formatsOf(command)
  const others = formats.includes(format) ? [] : commandsWriting(format)
  if (others.length > 0) throw new UsageError(messages.formatOfOtherCommands(format, command, formats, others))
  return readChoice('--format', format, formats, messages)
}

/** Formats and outputs go in pairs, in the order given. One format alone goes to standard output. */
function readTargets(options: CallOptions, command: CommandName, messages: Messages): Target[] {
  const formats = formatsOf(command)
  const chosen = options.format.map((format) => readFormat(format, command, messages))
  const files = options.output.map((output) => (output === '-' ? null : output))
  if (files.length === 0) files.push(null)
  // A command of one format writes as many outputs as it likes.
  if (chosen.length === 0) chosen.push(...files.slice(0, formats.length === 1 ? undefined : 1).map(() => formats[0] ?? 'text'))
  if (chosen.length !== files.length) throw new UsageError(messages.formatsWithoutOutputs(chosen.length, options.output.length))
  const places = files.map((file) => file && resolve(file))
  const twice = files.find((_, index) => places.indexOf(places[index] ?? null) !== index)
  if (twice !== undefined) throw new UsageError(messages.sameOutputTwice(printable(twice ?? '-')))
  if (files.includes('')) throw new UsageError(messages.optionNeedsValue('--output'))
  return chosen.map((format, index) => ({ format, file: files[index] ?? null }))
}

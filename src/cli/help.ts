import process from 'node:process'
import yargs from 'yargs'
import type { Locale } from '../catalog/entry.js'
import { type CommandName, type CommandSpec, commandSpecs, exitCodeHelp, tagline } from './command-specs.js'
import { formatsOf } from './formats.js'
import { type OptionSpec, optionSpecs } from './option-specs.js'
import { splitCommand, tokensOf } from './parse-plain.js'

const DEFAULT_WIDTH = 80
const MOST_READABLE_WIDTH = 100

/** yargs' own words in Chinese; its English ones stand. */
const yargsWords: Readonly<Record<Locale, Record<string, string>>> = {
  en: { 'Commands:': 'Commands:' },
  'zh-CN': {
    'Commands:': '命令：',
    'Options:': '选项：',
    'Examples:': '示例：',
    boolean: '开关',
    string: '字符串',
    array: '可重复',
    default: '默认',
    'choices:': '可用值：',
    'Show help': '显示帮助',
    'Show version number': '显示版本号',
  },
}

/** The help of the program, or of the command that the call names, as wide as the terminal but no wider than one reads. */
export async function helpText(args: readonly string[], locale: Locale): Promise<string> {
  return `${await parserFor(args, locale).getHelp()}\n`
}

/** yargs, told of the commands and options that the call may still have. */
export function parserFor(args: readonly string[], locale: Locale) {
  const { command, named } = splitCommand(tokensOf(args))
  const own = commandSpecs.filter((spec) => spec.name === command)
  const parser = yargs([])
    .scriptName('acr-explain')
    .exitProcess(false)
    .locale('en')
    .updateStrings(yargsWords[locale])
    .wrap(Math.min(process.stdout.columns ?? (Number(process.env.COLUMNS) || DEFAULT_WIDTH), MOST_READABLE_WIDTH))
    .usage(named ? own.map((spec) => commandUsage(spec, locale)).join() : programUsage(locale))
    .epilogue(exitCodeHelp[locale])
    .alias('help', 'h')
  if (named) parser.version(false)
  else for (const spec of commandSpecs) parser.command(headOf(spec, locale), spec.description[locale])
  for (const example of (named ? own : commandSpecs).flatMap((spec) => spec.examples)) parser.example(example.command, example[locale])
  for (const option of optionSpecs) {
    if (!named || option.commands.includes(command)) parser.option(option.name, yargsOption(option, command, locale))
  }
  return parser
}

function programUsage(locale: Locale): string {
  return `acr-explain [explain] [${locale === 'en' ? 'files…' : '文件…'}]\n\n${tagline[locale]}`
}

function commandUsage(spec: CommandSpec, locale: Locale): string {
  return `acr-explain ${headOf(spec, locale)}\n\n${spec.description[locale]}`
}

function headOf(spec: CommandSpec, locale: Locale): string {
  return `${spec.name} ${spec.operands[locale]}`.trim()
}

function yargsOption(option: OptionSpec, command: CommandName, locale: Locale) {
  const choices = option.name === 'format' ? formatsOf(command) : option.choices
  return {
    describe: option.description[locale],
    ...(option.type === 'boolean' ? { type: 'boolean' as const } : { requiresArg: true }),
    ...(choices && { choices }),
  }
}

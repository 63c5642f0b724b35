/**
 * The options as data: each is declared here, once. parse-plain.ts reads the usual call from it without any library;
 * help.ts gives the same table to yargs for help and for calls that need explaining.
 */
import { COMMANDS, type CommandName, type Wording } from './command-specs.js'
import { FAIL_ON } from './exit-code.js'

export interface OptionSpec {
  readonly name: string
  readonly type: 'string' | 'boolean'
  readonly repeatable?: boolean
  /** The values it takes; absent where they depend on the command (`--format`) or are free. */
  readonly choices?: readonly string[]
  readonly placeholder?: string
  readonly description: Wording
  /** The commands that understand it. */
  readonly commands: readonly CommandName[]
}

const REPORTS = ['explain', 'triage', 'diff'] as const
/** A saved report is written as a fresh one is; how it was judged stays. */
const WRITERS = [...REPORTS, 'render'] as const
const LOOK_UPS = ['show', 'search', 'list'] as const

export const optionSpecs: readonly OptionSpec[] = [
  {
    name: 'format',
    type: 'string',
    repeatable: true,
    placeholder: 'NAME',
    description: {
      en: 'Format of what is written (text where not given); repeatable, with an --output for each',
      'zh-CN': '输出格式（默认 text）；可重复，每个格式各配一个 --output',
    },
    commands: [...WRITERS, ...LOOK_UPS],
  },
  {
    name: 'output',
    type: 'string',
    repeatable: true,
    placeholder: 'FILE',
    description: {
      en: 'Write to FILE, whole or not at all, instead of standard output; "-" is standard output',
      'zh-CN': '写入 FILE（要么完整写入，要么不写）而不是标准输出；"-" 表示标准输出',
    },
    commands: [...WRITERS, ...LOOK_UPS, 'redact', 'web', 'kb'],
  },
  {
    name: 'lang',
    type: 'string',
    placeholder: 'en|zh-CN',
    description: {
      en: 'Language (where not given: LC_ALL, LC_MESSAGES, LANG)',
      'zh-CN': '语言（默认取自 LC_ALL、LC_MESSAGES、LANG）',
    },
    commands: COMMANDS,
  },
  {
    name: 'color',
    type: 'string',
    choices: ['auto', 'always', 'never'],
    placeholder: 'auto|always|never',
    description: {
      en: 'Colour; auto colours on a terminal and heeds NO_COLOR and FORCE_COLOR',
      'zh-CN': '颜色；auto 只在终端上着色，并遵循 NO_COLOR 和 FORCE_COLOR',
    },
    commands: [...WRITERS, ...LOOK_UPS],
  },
  {
    name: 'fail-on',
    type: 'string',
    choices: FAIL_ON,
    placeholder: FAIL_ON.join('|'),
    description: {
      en: 'The mildest finding that makes the exit code 1 (error where not given)',
      'zh-CN': '使退出码为 1 的最轻级别（默认 error）',
    },
    commands: [...REPORTS],
  },
  {
    name: 'redact',
    type: 'boolean',
    description: {
      en: 'Put placeholders such as <registry-1> in the place of names, addresses, ids and secrets',
      'zh-CN': '把名称、地址、ID 和密钥换成 <registry-1> 这样的占位符',
    },
    commands: [...WRITERS],
  },
  {
    name: 'redact-map',
    type: 'string',
    placeholder: 'FILE',
    description: {
      en: 'Redact, and keep in FILE what each placeholder stands for; a FILE of an earlier call goes on being used',
      'zh-CN': '脱敏，并把占位符的对照表写入 FILE；FILE 已存在时沿用并补充',
    },
    commands: [...WRITERS, 'redact'],
  },
  {
    name: 'quiet',
    type: 'boolean',
    description: {
      en: 'Print no report: the exit code, and what --output writes, is the answer',
      'zh-CN': '不打印报告：只以退出码和 --output 写出的文件作答',
    },
    commands: [...REPORTS],
  },
  {
    name: 'stdin-name',
    type: 'string',
    placeholder: 'NAME',
    description: {
      en: 'What the report calls standard input ("-" where not given)',
      'zh-CN': '报告中标准输入的名称（默认 "-"）',
    },
    commands: [...WRITERS, 'redact'],
  },
  {
    name: 'encoding',
    type: 'string',
    placeholder: 'NAME',
    description: {
      en: 'Encoding of the input, such as gb18030 or a number that chcp prints (where not given: told by the bytes)',
      'zh-CN': '输入的编码，例如 gb18030，也可以是 chcp 显示的代码页编号（默认根据内容判断）',
    },
    commands: [...REPORTS, 'redact'],
  },
  {
    name: 'exclude',
    type: 'string',
    repeatable: true,
    placeholder: 'PATTERN',
    description: {
      en: 'Leave out what PATTERN matches, written as in .gitignore; repeatable',
      'zh-CN': '跳过与 PATTERN 匹配的内容，写法同 .gitignore；可重复',
    },
    commands: ['triage', 'diff'],
  },
  {
    name: 'jobs',
    type: 'string',
    placeholder: 'N',
    description: {
      en: 'Read with N threads (where not given: as many as the machine has processors); the report is the same',
      'zh-CN': '用 N 个线程读取（默认与处理器数相同）；报告不变',
    },
    commands: ['triage'],
  },
  {
    name: 'merge',
    type: 'boolean',
    description: {
      en: 'The paths are records (--format ndjson) of several triages: make them one',
      'zh-CN': '给出的是几次汇总的记录（--format ndjson）：合并成一份',
    },
    commands: ['triage'],
  },
  {
    name: 'limit',
    type: 'string',
    placeholder: 'N',
    description: { en: 'At most N results (10 where not given)', 'zh-CN': '最多给出 N 个结果（默认 10）' },
    commands: ['search'],
  },
  {
    name: 'group',
    type: 'string',
    placeholder: 'NAME',
    description: { en: 'Entries of this group alone, such as check-health', 'zh-CN': '只要这一组的条目，例如 check-health' },
    commands: ['search', 'list'],
  },
  {
    name: 'kb',
    type: 'string',
    repeatable: true,
    placeholder: 'PATH',
    description: {
      en: 'Lay a folder of pages, or a Microsoft Learn error reference page, over the built-in catalog; repeatable',
      'zh-CN': '把一个文件夹里的条目页，或 Microsoft Learn 的错误参考页，叠加到内置目录之上；可重复',
    },
    commands: [...WRITERS, ...LOOK_UPS, 'redact', 'kb'],
  },
  {
    name: 'as-of',
    type: 'string',
    placeholder: 'RELEASE',
    description: {
      en: 'Only what this release of the Azure CLI prints, such as 2.85.0',
      'zh-CN': '只看这个 Azure CLI 版本会输出的内容，例如 2.85.0',
    },
    commands: LOOK_UPS,
  },
  {
    name: 'from-log',
    type: 'string',
    placeholder: 'FILE[:LINE]',
    description: {
      en: 'kb new: the line to start from; without a number, the unexplained one that looks most like a failure',
      'zh-CN': 'kb new：从哪一行起草；不给行号时，取最像故障而又没有解释的那一行',
    },
    commands: ['kb'],
  },
  {
    name: 'to',
    type: 'string',
    placeholder: 'ENGINE',
    description: {
      en: 'kb export: the engine to write for: kusto, sigma, sql or ripgrep',
      'zh-CN': 'kb export：导出给哪个引擎：kusto、sigma、sql 或 ripgrep',
    },
    commands: ['kb'],
  },
]

/** Options that every command has; yargs writes their help itself. */
export const commonOptions = ['help', 'version'] as const

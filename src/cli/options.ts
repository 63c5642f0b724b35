/**
 * The command line as data: every command and option is declared here, once. parse-plain.ts reads the usual call
 * from it without any library; help.ts gives the same table to yargs for help and for calls that need explaining.
 */
import type { Locale } from '../catalog/entry.js'
import { FAIL_ON } from './exit-code.js'

export type Wording = Readonly<Record<Locale, string>>

export const COMMANDS = ['explain', 'show', 'search', 'list', 'kb', 'web'] as const
export type CommandName = (typeof COMMANDS)[number]

export interface CommandSpec {
  readonly name: CommandName
  /** What follows the command, as help writes it. */
  readonly operands: Wording
  readonly description: Wording
  readonly examples: readonly (Wording & { readonly command: string })[]
}

export interface OptionSpec {
  readonly name: string
  readonly type: 'string' | 'boolean'
  readonly repeatable?: boolean
  /** The values it takes; null where they depend on the command (`--format`) or are free. */
  readonly choices: readonly string[] | null
  readonly placeholder?: string
  readonly description: Wording
  /** The commands that understand it. */
  readonly commands: readonly CommandName[]
}

const LOOK_UPS = ['show', 'search', 'list'] as const

export const commandSpecs: readonly CommandSpec[] = [
  {
    name: 'explain',
    operands: { en: '[files…]', 'zh-CN': '[文件…]' },
    description: {
      en: 'Explain the output of a failed command (the default command); no file or "-" reads standard input',
      'zh-CN': '解释失败命令的输出（默认命令）；不给文件或给出 "-" 时读标准输入',
    },
    examples: [
      {
        command: 'az acr check-health -n myregistry --yes 2>&1 | acr-explain',
        en: 'explain what a command prints',
        'zh-CN': '解释命令的输出',
      },
      { command: 'acr-explain before.log after.log', en: 'explain saved output', 'zh-CN': '解释已保存的输出' },
      {
        command: 'acr-explain --format json --output r.json --format markdown --output r.md a.log',
        en: 'write two reports at once',
        'zh-CN': '同时写出两份报告',
      },
    ],
  },
  {
    name: 'show',
    operands: { en: '<CODE…>', 'zh-CN': '<错误码…>' },
    description: {
      en: 'Show the page of an error code: in any case, abbreviated, an alias or a help link',
      'zh-CN': '显示错误码的说明页：大小写不限，可用缩写、别名或帮助链接',
    },
    examples: [
      { command: 'acr-explain show CONNECTIVITY_DNS_ERROR', en: 'show a code', 'zh-CN': '显示一个错误码' },
      { command: 'acr-explain show connectivity forbidden', en: 'the first words are enough', 'zh-CN': '只写开头几个词也可以' },
    ],
  },
  {
    name: 'search',
    operands: { en: '[words…]', 'zh-CN': '[关键词…]' },
    description: {
      en: 'Search the catalog: a code, a number, a pasted message, or words in English or Chinese, misspelt ones too; without words, find as you type',
      'zh-CN': '搜索目录：错误码、数字、粘贴的消息，或中英文关键词，拼错也能找到；不写关键词则边输入边查找',
    },
    examples: [
      { command: 'acr-explain search firewall 403', en: 'search by words', 'zh-CN': '用英文关键词搜索' },
      { command: 'acr-explain search 防火墙', en: 'search in Chinese', 'zh-CN': '用中文关键词搜索' },
    ],
  },
  {
    name: 'list',
    operands: { en: '', 'zh-CN': '' },
    description: { en: 'List all entries of the catalog by group', 'zh-CN': '按组列出目录中的全部条目' },
    examples: [{ command: 'acr-explain list --format json', en: 'the list as data', 'zh-CN': '以数据形式列出' }],
  },
  {
    name: 'kb',
    operands: { en: 'check [folder]', 'zh-CN': 'check [文件夹]' },
    description: {
      en: 'Check a folder of catalog pages and name each mistake as file:line:column',
      'zh-CN': '检查一个目录页文件夹，按 文件:行:列 指出每处错误',
    },
    examples: [{ command: 'acr-explain kb check ./kb', en: 'check the pages in ./kb', 'zh-CN': '检查 ./kb 中的页面' }],
  },
  {
    name: 'web',
    operands: { en: '', 'zh-CN': '' },
    description: {
      en: 'Write the web page: the whole program in one HTML file that works offline, from a disk or any host',
      'zh-CN': '写出网页：整个程序放在一个 HTML 文件里，离线可用，从磁盘或任何站点打开都行',
    },
    examples: [{ command: 'acr-explain web --output acr-explain.html', en: 'save the page', 'zh-CN': '保存网页' }],
  },
]

export const optionSpecs: readonly OptionSpec[] = [
  {
    name: 'format',
    type: 'string',
    repeatable: true,
    choices: null,
    placeholder: 'NAME',
    description: {
      en: 'Format of what is written (text where not given); repeatable, with an --output for each',
      'zh-CN': '输出格式（默认 text）；可重复，每个格式各配一个 --output',
    },
    commands: ['explain', ...LOOK_UPS],
  },
  {
    name: 'output',
    type: 'string',
    repeatable: true,
    choices: null,
    placeholder: 'FILE',
    description: {
      en: 'Write to FILE, whole or not at all, instead of standard output; "-" is standard output',
      'zh-CN': '写入 FILE（要么完整写入，要么不写）而不是标准输出；"-" 表示标准输出',
    },
    commands: ['explain', ...LOOK_UPS, 'web'],
  },
  {
    name: 'lang',
    type: 'string',
    choices: null,
    placeholder: 'en|zh-CN',
    description: {
      en: 'Language (where not given: LC_ALL, LC_MESSAGES, LANG)',
      'zh-CN': '语言（默认取自 LC_ALL、LC_MESSAGES、LANG）',
    },
    commands: ['explain', ...LOOK_UPS, 'kb', 'web'],
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
    commands: ['explain', ...LOOK_UPS],
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
    commands: ['explain'],
  },
  {
    name: 'quiet',
    type: 'boolean',
    choices: null,
    description: {
      en: 'Print no report: the exit code, and what --output writes, is the answer',
      'zh-CN': '不打印报告：只以退出码和 --output 写出的文件作答',
    },
    commands: ['explain'],
  },
  {
    name: 'stdin-name',
    type: 'string',
    choices: null,
    placeholder: 'NAME',
    description: {
      en: 'What the report calls standard input ("-" where not given)',
      'zh-CN': '报告中标准输入的名称（默认 "-"）',
    },
    commands: ['explain'],
  },
  {
    name: 'limit',
    type: 'string',
    choices: null,
    placeholder: 'N',
    description: { en: 'At most N results (10 where not given)', 'zh-CN': '最多给出 N 个结果（默认 10）' },
    commands: ['search'],
  },
  {
    name: 'group',
    type: 'string',
    choices: null,
    placeholder: 'NAME',
    description: { en: 'Entries of this group alone, such as check-health', 'zh-CN': '只要这一组的条目，例如 check-health' },
    commands: ['search', 'list'],
  },
  {
    name: 'kb',
    type: 'string',
    repeatable: true,
    choices: null,
    placeholder: 'FOLDER',
    description: {
      en: 'Lay the pages of FOLDER over the built-in catalog; repeatable',
      'zh-CN': '把 FOLDER 中的页面叠加到内置目录之上；可重复',
    },
    commands: ['explain', ...LOOK_UPS],
  },
]

/** Options that every command has; yargs writes their help itself. */
export const commonOptions = ['help', 'version'] as const

export const exitCodeHelp: Wording = {
  en: 'Exit codes: 0 no open failure, 1 failures (or nothing found), 2 unusable call or input, 3 nothing recognised, 70 a bug of acr-explain.',
  'zh-CN': '退出码：0 没有未解决的故障，1 有故障（或没有找到），2 调用或输入不可用，3 没有认出任何内容，70 acr-explain 自身的错误。',
}

export const tagline: Wording = {
  en: 'Explains a failed az acr check-health, az acr login, docker push or image pull from its own output. Works offline.',
  'zh-CN': '根据 az acr check-health、az acr login、docker push 或镜像拉取失败时的输出解释原因。离线运行。',
}

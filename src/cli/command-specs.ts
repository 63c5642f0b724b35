/** The commands as data: what help says of each. */
import type { Locale } from '../catalog/entry.js'

export type Wording = Readonly<Record<Locale, string>>

export const COMMANDS = ['explain', 'triage', 'diff', 'render', 'show', 'search', 'list', 'redact', 'kb', 'web', 'completion'] as const
export type CommandName = (typeof COMMANDS)[number]

export interface CommandSpec {
  readonly name: CommandName
  /** What follows the command, as help writes it. */
  readonly operands: Wording
  readonly description: Wording
  readonly examples: readonly (Wording & { readonly command: string })[]
}

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
    name: 'triage',
    operands: { en: '<paths…>', 'zh-CN': '<路径…>' },
    description: {
      en: 'Sum up many logs: folders, patterns, files, archives; "-" reads standard input',
      'zh-CN': '汇总许多日志：文件夹、通配符、文件、压缩包；"-" 表示标准输入',
    },
    examples: [
      {
        command: 'acr-explain triage case-1234/',
        en: 'what failed in a folder, where and since when',
        'zh-CN': '一个文件夹里什么失败了、在哪里、从什么时候起',
      },
      {
        command: 'acr-explain triage --merge a.ndjson b.ndjson --format html --output all.html',
        en: 'one report of what two machines have triaged with --format ndjson',
        'zh-CN': '把两台机器用 --format ndjson 汇总的结果合成一份报告',
      },
    ],
  },
  {
    name: 'diff',
    operands: { en: '<before> <after>', 'zh-CN': '<改动前> <改动后>' },
    description: {
      en: 'What a change fixed, what it left and what is new: each side a log, a report saved as JSON, a folder or an archive',
      'zh-CN': '一次改动修好了什么、还剩什么、新出现了什么：每一边可以是日志、保存的 JSON 报告、文件夹或压缩包',
    },
    examples: [
      { command: 'acr-explain diff before.log after.log', en: 'exit code 0 when no failure is left', 'zh-CN': '没有遗留故障时退出码为 0' },
      {
        command: 'acr-explain diff monday.json case-1234.zip --format html --output change.html',
        en: 'a saved report and an archive, as a page to hand on',
        'zh-CN': '比较一份保存的报告和一个压缩包，写成可以转交的网页',
      },
    ],
  },
  {
    name: 'render',
    operands: { en: '<report>', 'zh-CN': '<报告>' },
    description: {
      en: 'Write a report that was saved as json or ndjson in another format or language; "-" reads standard input',
      'zh-CN': '把保存为 json 或 ndjson 的报告换一种格式或语言写出；"-" 表示标准输入',
    },
    examples: [
      {
        command: 'acr-explain render report.json --format html --lang zh-CN --output report.html',
        en: 'a saved report as a Chinese page',
        'zh-CN': '把保存的报告写成中文网页',
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
    name: 'redact',
    operands: { en: '[files…]', 'zh-CN': '[文件…]' },
    description: {
      en: 'Write a text with its private values replaced by placeholders such as <registry-1>; the findings stay the same',
      'zh-CN': '把文本中的私密值换成 <registry-1> 这样的占位符后写出；诊断结果不变',
    },
    examples: [
      { command: 'acr-explain redact job.log --output job.redacted.log', en: 'a log that can be sent on', 'zh-CN': '得到可以转发的日志' },
      {
        command: 'acr-explain redact a.log b.log --redact-map key.json',
        en: 'keep the key, and the same placeholders next time',
        'zh-CN': '保留对照表，下次沿用同样的占位符',
      },
    ],
  },
  {
    name: 'kb',
    operands: { en: 'check|new|export [CODE] [folder]', 'zh-CN': 'check|new|export [错误码] [文件夹]' },
    description: {
      en: 'Write a catalog of your own: check a folder of pages and name each mistake as file:line:column, start an entry, or export the signatures to another engine',
      'zh-CN': '编写自己的目录：检查一个文件夹里的条目页，按 文件:行:列 指出每处错误；起草一个条目；或者把特征导出给别的引擎',
    },
    examples: [
      { command: 'acr-explain kb check ./kb', en: 'check the pages in ./kb', 'zh-CN': '检查 ./kb 中的页面' },
      {
        command: 'acr-explain kb new --from-log build.log:12 ./kb',
        en: 'start an entry from line 12',
        'zh-CN': '从第 12 行起草一个条目',
      },
      {
        command: 'acr-explain kb export --to kusto',
        en: 'search the logs of a fleet where they are',
        'zh-CN': '就地搜索整个机群的日志',
      },
    ],
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
  {
    name: 'completion',
    operands: { en: '', 'zh-CN': '' },
    description: {
      en: 'Print what makes the Tab key complete commands, options and codes, for the shell that $SHELL names: bash, zsh or fish',
      'zh-CN': '输出补全脚本，让 Tab 键补全命令、选项和错误码；按 $SHELL 输出 bash、zsh 或 fish 的写法',
    },
    examples: [{ command: 'acr-explain completion >> ~/.bashrc', en: 'from the next shell on', 'zh-CN': '下次打开 shell 起生效' }],
  },
]

export const exitCodeHelp: Wording = {
  en: 'Exit codes: 0 no open failure, 1 failures (or nothing found), 2 unusable call or input, 3 nothing recognised, 70 a bug of acr-explain.',
  'zh-CN': '退出码：0 没有未解决的故障，1 有故障（或没有找到），2 调用或输入不可用，3 没有认出任何内容，70 acr-explain 自身的错误。',
}

export const tagline: Wording = {
  en: 'Explains a failed az acr check-health, az acr login, docker push or image pull from its own output. Works offline.',
  'zh-CN': '根据 az acr check-health、az acr login、docker push 或镜像拉取失败时的输出解释原因。离线运行。',
}

import type { Locale } from '../catalog/entry.js'
import type { Part } from '../search/build-index.js'
import { version } from '../version.js'

/** The sentences that the command line says itself, on stderr or around look-ups. Reports have their own words. */
export interface Messages {
  unknownOption(option: string, near: string | null): string
  optionOfOtherCommands(option: string, command: string, commands: readonly string[]): string
  optionNeedsValue(option: string): string
  optionTakesNoValue(option: string): string
  optionGivenTwice(option: string): string
  notAChoice(option: string, value: string, choices: readonly string[]): string
  /** @param formats that the command writes; @param commands that write the one asked for */
  formatOfOtherCommands(format: string, command: string, formats: readonly string[], commands: readonly string[]): string
  notACount(option: string, value: string): string
  notARelease(option: string, value: string): string
  /** @param entries that a release does not print */
  leftOut(entries: number, release: string): string
  formatsWithoutOutputs(formats: number, outputs: number): string
  sameOutputTwice(output: string): string
  noOperands(command: string, example: string): string
  operandsNotTaken(command: string, operand: string): string
  unknownSubcommand(subcommand: string, known: readonly string[]): string
  newNeedsLog: string
  exportNeedsEngine(engines: readonly string[]): string
  /** What an export holds, and what its engine cannot say: lines without a line's end. */
  exportHeader(entries: number, digest: string): string[]
  noSuchLine(name: string, line: number, lines: number): string
  noMember(name: string): string
  nothingUnexplained(name: string): string
  lineTooPlain(place: string): string
  explainedAlready(place: string, code: string): string
  noCode(name: string): string
  codeTaken(code: string, owner: string): string
  pageExists(path: string): string
  /** @param check the command that says what is still to be written */
  entryStarted(place: string, check: string): string
  pasteNow(endKeys: string): string
  /** How long reading will go on. */
  timeLeft(seconds: number): string
  findingsSoFar(findings: number): string
  /** What Ctrl-C does. */
  readonly stopping: string
  /** @param names of what was to be read; @param isExcluded where the call leaves out all that is in it */
  nothingInside(names: readonly string[], isExcluded: boolean): string
  fileMissing(name: string): string
  commandMisspelt(name: string, command: string): string
  isFolder(name: string): string
  stdinIsFolder: string
  /** @param code of the system, such as ENOSPC */
  stdoutFailed(code: string): string
  outputIsInput(name: string): string
  nothingMatches(pattern: string): string
  notReadable(name: string, reason: string): string
  tooLarge(name: string): string
  notWritable(name: string, reason: string): string
  didYouMean(name: string, code: string): string
  whichOfThese(name: string): string
  noSuchEntry(name: string): string
  nothingFound(words: string): string
  /** @param untranslated entries without a Chinese page */
  catalogIsFine(folder: string, entries: number, untranslated: number): string
  /** The parts of an entry in which search finds words. */
  readonly partNames: Readonly<Record<Part, string>>
  readonly nearestAre: string
  /** What stands before the finder's field, its keys, and what it says above the results. */
  readonly finderField: string
  readonly finderKeys: string
  allEntries(count: number): string
  finderFound(count: number): string
  readAs(typed: string, read: readonly string[]): string
  noEntryHas(words: readonly string[]): string
  moreResults(count: number): string
  noSuchGroup(group: string, near: string | null, groups: readonly string[]): string
  notAFolder(name: string): string
  pagesMissing(path: string): string
  notARedactMap(name: string): string
  /** @param placeholder of a value that would have been written */
  privateValueLeft(placeholder: string): string
  binaryInput(name: string): string
  /** @param why in words */
  notAReport(name: string, why: string): string
  readonly notJson: string
  reportTooLarge(mebibytes: number): string
  otherSchema(name: string, version: number): string
  isComparison(name: string): string
  twoSides(given: number): string
  oneReport(given: number): string
  /** @param version of the program that made a report */
  otherCatalog(version: string): string
  /** Of a report that is no triage. */
  notATriage(name: string): string
  /** Of a triage saved as JSON. */
  sumsAlone(name: string): string
  recordsMissing(name: string, present: number, inputs: number): string
  shardOfOtherCatalog(name: string): string
  readonly shardsRedactedApart: string
  readonly redactedApart: string
  outputsForInputs(outputs: number, inputs: number): string
  readonly pageNeedsFile: string
  bug(reason: string): string
}

const english: Messages = {
  unknownOption: (option, near) =>
    `Unknown option ${option}.${near === null ? ' acr-explain --help lists the options.' : ` Did you mean ${near}?`}`,
  optionOfOtherCommands: (option, command, commands) => `${option} is no option of ${command}; it goes with ${commands.join(', ')}.`,
  optionNeedsValue: (option) => `${option} needs a value after it.`,
  optionTakesNoValue: (option) => `${option} takes no value.`,
  optionGivenTwice: (option) => `${option} can be given only once.`,
  notAChoice: (option, value, choices) => `${option} ${value} is not known here. Use one of: ${choices.join(', ')}.`,
  formatOfOtherCommands: (format, command, formats, commands) =>
    `${command} writes no ${format}. Use one of: ${formats.join(', ')}. --format ${format} goes with ${commands.join(', ')}.`,
  notACount: (option, value) => `${option} ${value} is not a number from 1 up.`,
  notARelease: (option, value) => `${option} ${value} is no release of the Azure CLI. Write it as az version does, such as 2.85.0.`,
  leftOut: (entries, release) => `Azure CLI ${release} does not print ${entries} more; without --as-of they are shown.`,
  formatsWithoutOutputs: (formats, outputs) =>
    `${formats} formats for ${outputs} outputs: give each --format its own --output ("--output -" is standard output).`,
  sameOutputTwice: (output) => `--output ${output} is given twice: the second would overwrite the first.`,
  noOperands: (command, example) => `say what to ${command}, as in: ${example}`,
  operandsNotTaken: (command, operand) => `${command} takes no operands, and ${operand} is one.`,
  unknownSubcommand: (subcommand, known) =>
    `${subcommand === '' ? 'kb needs to know what to do' : `kb ${subcommand} is not known here`}. Use one of: ${known.map((name) => `kb ${name}`).join(', ')}.`,
  exportHeader: (entries, digest) => [
    `acr-explain ${version}: the signatures of ${entries} entries (catalog ${digest}).`,
    'A record is one line of a log. Case does not count, and between two literals anything may stand.',
    'What acr-explain knows and this cannot say:',
    '- text that is hard-wrapped, coloured, escaped or quoted in another way; other white space than the signature has',
    '- a message that runs over several lines',
    '- the type of what fills a gap, and that a message ends where a word ends',
    '- that a longer signature stands for the shorter one inside it, and that a failure is only talked about',
    '- causes, chains, and what succeeded later',
    'A weak pattern is too general to decide alone. What looks like a failure and is none is left out.',
    'Hand what is found to acr-explain triage.',
  ],
  exportNeedsEngine: (engines) => `kb export writes for one engine: add --to ${engines.join(', --to ')}.`.replace(/, (?=[^,]*$)/, ' or '),
  newNeedsLog: 'kb new starts an entry from a line of a log: add --from-log FILE or --from-log FILE:LINE.',
  noSuchLine: (name, line, lines) => `${name} has no line ${line}; its last one is ${lines}.`,
  noMember: (name) =>
    `${name}: no text of this name is in the archive. Name one as triage does, as in --from-log bundle.zip!/logs/a.log:12`,
  nothingUnexplained: (name) => `${name}: no line looks like a failure that is not explained. Name a line, as in --from-log ${name}:12`,
  lineTooPlain: (place) => `${place}: the line has too few words that would be the same the next time. Name another one.`,
  explainedAlready: (place, code) => `${place}: the line is explained already, see acr-explain show ${code}`,
  noCode: (name) => `${name} cannot be the code of an entry. Write capitals, digits and underscores, such as LAYER_TOO_LARGE.`,
  codeTaken: (code, owner) =>
    `There is an entry ${code} already${owner === code ? '' : `: it is another name of ${owner}`}. Choose another code.`,
  pageExists: (path) => `${path} is there already and stays as it is. Choose another code, or remove it first.`,
  entryStarted: (place, check) => `Started from ${place}. Fill in what is marked TODO; this says what is left: ${check}`,
  timeLeft: (seconds) => `${clock(seconds)} left`,
  findingsSoFar: (findings) => `${findings} ${findings === 1 ? 'finding' : 'findings'}`,
  stopping: 'Stopping: the report so far follows; Ctrl-C again quits.',
  pasteNow: (endKeys) => `Paste the output of the failed command, then press ${endKeys}.`,
  nothingInside: (names, isExcluded) =>
    `${names.join(', ')}: ${isExcluded ? '--exclude leaves no file to read. Leave out less.' : 'holds no file. Name the folder or the archive that the logs are in.'}`,
  fileMissing: (name) => `${name}: there is no such file. Check the name, or pipe the text in.`,
  commandMisspelt: (name, command) => `${name}: there is no such file or command. Did you mean acr-explain ${command}?`,
  stdinIsFolder: 'Standard input is a folder. Name a file, or pipe a text in.',
  stdoutFailed: (code) => `Standard output cannot be written (${code}). Make room, or send it elsewhere with --output.`,
  outputIsInput: (name) => `--output ${name} would overwrite what is read. Choose another --output.`,
  isFolder: (name) => `${name}: is a folder. Name the files in it, such as ${name.replace(/[\\/]+$/, '')}/*.log`,
  nothingMatches: (pattern) => `${pattern}: matches no file. Check the pattern and the folder it starts from.`,
  notReadable: (name, reason) => `${name}: cannot be read (${reason}). Check the file's permissions.`,
  tooLarge: (name) => `${name}: is too large to read at once. Cut out the part around the failure.`,
  notWritable: (name, reason) => `${name}: cannot be written (${reason}). Choose another --output.`,
  didYouMean: (name, code) => `There is no entry ${name}. Did you mean ${code}? It is shown here.`,
  whichOfThese: (name) => `${name} could be one of these:`,
  noSuchEntry: (name) => `There is no entry ${name}. Try: acr-explain search ${name}`,
  nothingFound: (words) => `Nothing found for ${words}. acr-explain list shows all entries.`,
  catalogIsFine: (folder, entries, untranslated) =>
    `${folder}: ${entries} ${entries === 1 ? 'entry' : 'entries'}, no mistakes${untranslated > 0 ? `; ${untranslated} without a Chinese page` : ''}.`,
  partNames: {
    ...{ code: 'code', alias: 'also called', title: 'title', keyword: 'keyword', cause: 'cause' },
    ...{ signature: 'message', group: 'group', meaning: 'meaning', advice: 'advice' },
  },
  finderField: 'Search: ',
  finderKeys: '↑↓ choose   Enter show   Esc leave',
  allEntries: (count) => `${count} entries. Type a code, a number, words, or paste a message.`,
  finderFound: (count) => `${count} found`,
  nearestAre: 'The nearest entries are:',
  readAs: (typed, read) => `"${typed}" was read as ${read.map((word) => `"${word}"`).join(' or ')}.`,
  noEntryHas: (words) => `No entry has ${words.map((word) => `"${word}"`).join(', ')}.`,
  moreResults: (count) => `${count} more ${count === 1 ? 'result' : 'results'}: --limit shows more, --group fewer.`,
  noSuchGroup: (group, near, groups) =>
    `--group ${group}: there is no such group. ${near === null ? `There are: ${groups.join(', ')}.` : `Did you mean ${near}?`}`,
  notAFolder: (name) => `${name}: is no folder. Name a folder that holds pages such as <group>/<CODE>.md.`,
  pagesMissing: (path) => `${path}: there is no such folder or file. Name a folder of pages such as <group>/<CODE>.md.`,
  notARedactMap: (name) => `${name}: is no map of an earlier --redact-map. Name another file; a new one is made.`,
  privateValueLeft: (placeholder) => `the value that ${placeholder} stands for was left in what was to be written, so nothing was`,
  binaryInput: (name) => `${name}: is a binary file, and only text can be redacted. Unpack it first.`,
  notAReport: (name, why) => `${name}: is no report that acr-explain saved (${why}). Make one with --format json, or ndjson for --merge.`,
  notJson: 'it is not JSON, or not the whole of it',
  reportTooLarge: (mebibytes) => `more than ${mebibytes} MiB`,
  otherSchema: (name, version) => `${name}: has schemaVersion ${version}, and this acr-explain reads 1. Use the release that wrote it.`,
  isComparison: (name) =>
    `${name}: is a comparison, not a report. diff writes its formats itself: acr-explain diff before.log after.log --format html`,
  twoSides: (given) =>
    `diff compares two things, and ${given === 1 ? 'one is' : `${given} are`} named, as in: acr-explain diff before.log after.log`,
  oneReport: (given) => `render takes one report, and ${given} are named. Give each a call of its own.`,
  otherCatalog: (version) =>
    `The report was made by acr-explain ${version} with another catalog, so it keeps the words and the language that it was saved in.`,
  notATriage: (name) => `${name}: is no triage, so there is nothing to merge. Make it with: acr-explain triage … --format ndjson`,
  sumsAlone: (name) =>
    `${name}: holds the sums over its inputs, and merging takes what was found in each. Save it with: acr-explain triage … --format ndjson`,
  recordsMissing: (name, present, inputs) =>
    `${name}: has the digests of ${present} of its ${inputs} inputs. Make it again with: acr-explain triage … --format ndjson`,
  shardOfOtherCatalog: (name) =>
    `${name}: was made with another catalog. Make all records with one release of acr-explain and the same --kb.`,
  shardsRedactedApart: 'Redacted records can be merged only where all were made with the same --redact-map.',
  redactedApart:
    'Both reports were redacted, each by itself: equal placeholders may stand for different names. Use one --redact-map for both.',
  outputsForInputs: (outputs, inputs) => `${outputs} outputs for ${inputs} inputs: give one --output for all of them, or one for each.`,
  pageNeedsFile: 'The page is a file of a megabyte, not to be read on a terminal. Use: acr-explain web --output acr-explain.html',
  bug: (reason) =>
    `This is a bug in acr-explain: ${reason}. Please report it where "npm bugs acr-explain" leads; ACR_EXPLAIN_DEBUG=1 shows the stack.`,
}

const chinese: Messages = {
  unknownOption: (option, near) =>
    `没有 ${option} 这个选项。${near === null ? '用 acr-explain --help 查看全部选项。' : `你要找的是不是 ${near}？`}`,
  optionOfOtherCommands: (option, command, commands) => `${option} 不是 ${command} 的选项，只能用于 ${commands.join('、')}。`,
  optionNeedsValue: (option) => `${option} 后面要有一个值。`,
  optionTakesNoValue: (option) => `${option} 不带值。`,
  optionGivenTwice: (option) => `${option} 只能给一次。`,
  notAChoice: (option, value, choices) => `${option} 没有 ${value} 这个取值。可用的有：${choices.join('、')}。`,
  formatOfOtherCommands: (format, command, formats, commands) =>
    `${command} 不能输出 ${format}，可用的格式有：${formats.join('、')}。--format ${format} 只能用于 ${commands.join('、')}。`,
  notACount: (option, value) => `${option} ${value} 不是从 1 起的整数。`,
  notARelease: (option, value) => `${option} ${value} 不是 Azure CLI 的版本号。请照 az version 的写法，例如 2.85.0。`,
  leftOut: (entries, release) => `另有 ${entries} 个条目是 Azure CLI ${release} 不会输出的；不加 --as-of 就会列出。`,
  formatsWithoutOutputs: (formats, outputs) =>
    `给了 ${formats} 个格式、${outputs} 个输出：每个 --format 都要有自己的 --output（“--output -”表示标准输出）。`,
  sameOutputTwice: (output) => `--output ${output} 给了两次，后一次会覆盖前一次。`,
  noOperands: (command, example) => `请在 ${command} 后面写明对象，例如：${example}`,
  operandsNotTaken: (command, operand) => `${command} 后面不需要参数，却给了 ${operand}。`,
  unknownSubcommand: (subcommand, known) =>
    `${subcommand === '' ? 'kb 后面要写做什么' : `没有 kb ${subcommand} 这个命令`}。可用的有：${known.map((name) => `kb ${name}`).join('、')}。`,
  exportHeader: (entries, digest) => [
    `acr-explain ${version}：${entries} 个条目的特征（目录 ${digest}）。`,
    '一条记录是日志的一行。不分大小写；两段固定文字之间可以是任何内容。',
    'acr-explain 能识别而这里表达不了的：',
    '- 被硬换行、带颜色、转义过或换了引号的文字；空白与特征不一致的文字',
    '- 跨多行的报错',
    '- 空位里内容的类型，以及报错在词尾结束',
    '- 较长的特征盖过它里面较短的特征；只是谈到故障而并没有发生',
    '- 原因、因果链，以及后来是否成功',
    '标为 weak 的特征太笼统，不能单独下结论。看似故障其实不是的条目没有导出。',
    '找到的内容请交给 acr-explain triage。',
  ],
  exportNeedsEngine: (engines) => `kb export 要知道导出给哪个引擎：请加上 --to ${engines.join('、--to ')} 之一。`,
  newNeedsLog: 'kb new 要从日志的一行开始写条目：请加上 --from-log 文件 或 --from-log 文件:行号。',
  noSuchLine: (name, line, lines) => `${name} 没有第 ${line} 行，最后一行是第 ${lines} 行。`,
  noMember: (name) => `${name}：压缩包里没有这个文件。请照 triage 报告里的写法指定，例如 --from-log bundle.zip!/logs/a.log:12`,
  nothingUnexplained: (name) => `${name}：没有哪一行看起来是故障却得不到解释。可以指定一行，例如 --from-log ${name}:12`,
  lineTooPlain: (place) => `${place}：这一行里下次还会原样出现的文字太少。请换一行。`,
  explainedAlready: (place, code) => `${place}：这一行已经有解释，见 acr-explain show ${code}`,
  noCode: (name) => `${name} 不能作为条目的代码。请用大写字母、数字和下划线，例如 LAYER_TOO_LARGE。`,
  codeTaken: (code, owner) => `已经有 ${code} 这个条目${owner === code ? '' : `（它是 ${owner} 的别名）`}。请换一个代码。`,
  pageExists: (path) => `${path} 已经存在，不会改动。请换一个代码，或者先把它移走。`,
  entryStarted: (place, check) => `已从 ${place} 起草。请填写标有 TODO 的地方；还差什么，可用这个命令查看：${check}`,
  timeLeft: (seconds) => `还要 ${clock(seconds)}`,
  findingsSoFar: (findings) => `已发现 ${findings} 项`,
  stopping: '正在停止，随后给出目前的报告；再按 Ctrl-C 立即退出。',
  pasteNow: (endKeys) => `请粘贴失败命令的输出，然后按 ${endKeys}。`,
  nothingInside: (names, isExcluded) =>
    `${names.join('、')}：${isExcluded ? '--exclude 把里面的文件都跳过了。请少跳过一些。' : '里面没有文件。请给出日志所在的文件夹或压缩包。'}`,
  fileMissing: (name) => `${name}：没有这个文件。请检查文件名，或者用管道传入文本。`,
  commandMisspelt: (name, command) => `${name}：没有这个文件，也没有这个命令。你要用的是不是 acr-explain ${command}？`,
  stdinIsFolder: '标准输入是文件夹。请写出文件名，或者用管道传入文本。',
  stdoutFailed: (code) => `无法写到标准输出（${code}）。请腾出空间，或者用 --output 写到别处。`,
  outputIsInput: (name) => `--output ${name} 会覆盖正在读的文件。请换一个 --output。`,
  isFolder: (name) => `${name}：这是文件夹。请写出其中的文件，例如 ${name.replace(/[\\/]+$/, '')}/*.log`,
  nothingMatches: (pattern) => `${pattern}：没有匹配的文件。请检查通配符和起始文件夹。`,
  notReadable: (name, reason) => `${name}：无法读取（${reason}）。请检查文件权限。`,
  tooLarge: (name) => `${name}：文件太大，无法一次读入。请截取故障前后的部分。`,
  notWritable: (name, reason) => `${name}：无法写入（${reason}）。请换一个 --output。`,
  didYouMean: (name, code) => `没有 ${name} 这个条目。你要找的可能是 ${code}，显示如下。`,
  whichOfThese: (name) => `${name} 可能是下面几个之一：`,
  noSuchEntry: (name) => `没有 ${name} 这个条目。试试：acr-explain search ${name}`,
  nothingFound: (words) => `没有找到与 ${words} 有关的条目。acr-explain list 可列出全部条目。`,
  catalogIsFine: (folder, entries, untranslated) =>
    `${folder}：${entries} 个条目，没有错误${untranslated > 0 ? `；其中 ${untranslated} 个没有中文页` : ''}。`,
  partNames: {
    ...{ code: '代码', alias: '又名', title: '标题', keyword: '关键词', cause: '原因' },
    ...{ signature: '消息', group: '组', meaning: '含义', advice: '处理办法' },
  },
  finderField: '查找：',
  finderKeys: '↑↓ 选择   Enter 显示   Esc 退出',
  allEntries: (count) => `共 ${count} 个条目。输入错误码、数字、关键词，或粘贴一段消息。`,
  finderFound: (count) => `找到 ${count} 个`,
  nearestAre: '最接近的条目：',
  readAs: (typed, read) => `“${typed}”按${read.map((word) => `“${word}”`).join('或')}查找。`,
  noEntryHas: (words) => `没有条目提到${words.map((word) => `“${word}”`).join('、')}。`,
  moreResults: (count) => `还有 ${count} 个结果：用 --limit 多看一些，用 --group 缩小范围。`,
  noSuchGroup: (group, near, groups) =>
    `--group ${group}：没有这个组。${near === null ? `可用的组：${groups.join('、')}。` : `你要的是不是 ${near}？`}`,
  notAFolder: (name) => `${name}：这不是文件夹。请给出放有 <组>/<CODE>.md 这类页面的文件夹。`,
  pagesMissing: (path) => `${path}：没有这个文件夹或文件。请给出放有 <组>/<CODE>.md 这类页面的文件夹。`,
  notARedactMap: (name) => `${name}：不是以前 --redact-map 写出的对照表。请换一个文件名，会新建一份。`,
  privateValueLeft: (placeholder) => `要写出的内容里还留有 ${placeholder} 所代表的值，因此没有写出`,
  binaryInput: (name) => `${name}：这是二进制文件，只能对文本脱敏。请先解包。`,
  notAReport: (name, why) => `${name}：不是 acr-explain 保存的报告（${why}）。请用 --format json 生成；要用于 --merge，则用 ndjson。`,
  notJson: '不是 JSON，或者不完整',
  reportTooLarge: (mebibytes) => `超过 ${mebibytes} MiB`,
  otherSchema: (name, version) => `${name}：schemaVersion 是 ${version}，这个版本的 acr-explain 只读 1。请用写出它的那个版本。`,
  isComparison: (name) =>
    `${name}：这是一次对比的结果，不是报告。请让 diff 直接写出需要的格式：acr-explain diff before.log after.log --format html`,
  twoSides: (given) => `diff 要比较两份内容，却给了 ${given} 份。例如：acr-explain diff before.log after.log`,
  oneReport: (given) => `render 一次只处理一份报告，却给了 ${given} 份。请分开执行。`,
  otherCatalog: (version) => `这份报告由 acr-explain ${version} 用另一版目录生成，因此保留保存时的文字和语言。`,
  notATriage: (name) => `${name}：不是汇总报告，没有可以合并的内容。请用 acr-explain triage … --format ndjson 生成。`,
  sumsAlone: (name) => `${name}：里面只有合计，合并需要每个输入各自的结果。请用 acr-explain triage … --format ndjson 保存。`,
  recordsMissing: (name, present, inputs) =>
    `${name}：${inputs} 个输入里只有 ${present} 个的记录是全的。请用 acr-explain triage … --format ndjson 重新生成。`,
  shardOfOtherCatalog: (name) => `${name}：是用另一版目录生成的。请用同一版 acr-explain 和同样的 --kb 生成全部记录。`,
  shardsRedactedApart: '脱敏后的记录要用同一个 --redact-map 生成，才能合并。',
  redactedApart: '两份报告是分别脱敏的：相同的占位符可能代表不同的名称。请对两份使用同一个 --redact-map。',
  outputsForInputs: (outputs, inputs) => `给了 ${outputs} 个输出、${inputs} 个输入：请给一个共用的 --output，或者每个输入各给一个。`,
  pageNeedsFile: '网页是一个约 1 MB 的文件，不适合显示在终端里。请用：acr-explain web --output acr-explain.html',
  bug: (reason) =>
    `这是 acr-explain 自身的错误：${reason}。请到 “npm bugs acr-explain” 打开的页面报告；设置 ACR_EXPLAIN_DEBUG=1 可显示调用栈。`,
}

/** The command line's sentences in a language. */
export function messagesFor(locale: Locale): Messages {
  return locale === 'zh-CN' ? chinese : english
}

/** `75` → `1:15`. */
function clock(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  return minutes < 60
    ? `${minutes}:${String(rest).padStart(2, '0')}`
    : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

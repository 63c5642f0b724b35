/**
 * What programs, terminals and people put around a line, one entry each. A wrapper is taken off at the start of what the
 * others have left, again and again, so they may be nested in any order. To know another wrapper, add it here.
 */

import { jsonMessage, logfmtText, longestValue, teamCityText } from './json-field.js'

export interface Wrapper {
  readonly name: string
  /** The characters it can begin with, for not trying it elsewhere. */
  readonly begins: string
  /** Recognises the wrapper at the start of a line (sticky); what follows is the content. */
  readonly pattern: RegExp
  /** The marks of which one may stand behind the content, too. */
  readonly closing?: readonly string[]
  /** For a wrapper that holds its content in a field: finds the field, once the pattern has recognised the start. */
  readonly field?: (line: string, start: number) => { readonly start: number; readonly end: number } | undefined
  readonly example: { readonly line: string; readonly content: string }
}

const DIGITS = '0123456789'
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

export const wrappers: readonly Wrapper[] = [
  {
    name: 'white space',
    begins: ' \t\u00a0\u3000\ufeff\v\f',
    pattern: /[ \t\u00a0\u3000\ufeff\v\f]+/y,
    example: { line: '    An error occurred', content: 'An error occurred' },
  },
  {
    name: 'colour code', // ECMA-48; Azure CLI through colorama
    begins: '\x1b',
    pattern: /\x1b\[[\d;?]*[A-Za-z]/y,
    example: { line: '\x1b[91mAn error occurred', content: 'An error occurred' },
  },
  {
    name: 'string for the terminal', // ECMA-48: titles and links (OSC), Buildkite's times (APC)
    begins: '\x1b',
    pattern: /\x1b[\]PX^_][^\x07\x1b]{0,1000}(?:\x07|\x1b\\)/y,
    example: { line: '\x1b_bk;t=1699182612123\x07An error occurred', content: 'An error occurred' },
  },
  {
    name: 'tag', // HTML around a paragraph or a line
    begins: '<',
    pattern: /<(?:p|div|span|li|code|pre|samp|tt|td|b|br|blockquote)(?:\s[^<>\n]{0,200})?\/?>/iy,
    example: { line: '<p class="x"><code>An error occurred', content: 'An error occurred' },
  },
  {
    name: 'code marks', // of a whole line
    begins: '`',
    pattern: /`+(?=[^`]*`+\s*$)/y,
    closing: ['```', '``', '`'],
    example: { line: '`An error occurred`', content: 'An error occurred' },
  },
  {
    name: 'quote',
    begins: '>',
    pattern: />+(?: |$)/y,
    example: { line: '> An error occurred', content: 'An error occurred' },
  },
  {
    name: 'comment or heading',
    begins: '#/;-',
    pattern: /(?:#{1,6}|\/\/|;|--)[ \t]+/y,
    example: { line: '# An error occurred', content: 'An error occurred' },
  },
  {
    name: 'bullet',
    begins: '-*+•',
    pattern: /[-*+•][ \t]+/y,
    example: { line: '- An error occurred', content: 'An error occurred' },
  },
  {
    name: 'table row',
    begins: '|│',
    pattern: /[|│][ \t]*/y,
    closing: ['|', '│'],
    example: { line: '| An error occurred |', content: 'An error occurred' },
  },
  {
    name: 'speaker of a chat', // Teams, WhatsApp, IRC: who said it, behind the time in brackets
    begins: '[',
    pattern:
      /\[(?:[\d./-]{6,10},? )?\d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?\] (?:<[^<>\n]{1,40}> |\p{Lu}[\p{L}.'-]{0,40}(?: [\p{L}.'()-]{1,40}){0,4}: )/uy,
    example: { line: '[11:10] Jane Doe: An error occurred', content: 'An error occurred' },
  },
  {
    name: 'ISO time', // GitHub Actions, Azure Pipelines, Kubernetes, the Azure CLI's own; with slashes Go, nginx; by weeks
    begins: `[\ufeff${DIGITS}`,
    pattern:
      /\[?\d{4}(?:-\d\d-\d\d|\/\d{1,2}\/\d{1,2}|-W\d\d-\d)[T ]\d{1,2}:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?\]?(?:,?[ \t\u00a0]+|$)/y,
    example: { line: '2023-02-21T11:12:11.1375009Z An error occurred', content: 'An error occurred' },
  },
  {
    name: 'Chinese date and time', // date and Windows in China; 2024/11/5 下午 1:10:12
    begins: `[${DIGITS}`,
    pattern:
      /\[?\d{4}(?:[-/]\d{1,2}[-/]\d{1,2}|年 ?\d{1,2}月 ?\d{1,2}日)(?: ?(?:星期|周).)? {0,2}(?:[上下]午 ?)?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,6})?(?: [A-Z]{3})?\]?[ \t]+/y,
    example: { line: '2024年11月5日 下午1:10:12 An error occurred', content: 'An error occurred' },
  },
  {
    name: 'clock time', // TeamCity puts a letter for the level behind it
    begins: `[${DIGITS}`,
    pattern: /\[?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: [AP]M)?\]?(?:[iWEF]?:)?[ \t]+/y,
    example: { line: '[10:11:12] An error occurred', content: 'An error occurred' },
  },
  {
    name: 'date and time of a country', // 11/5/2024, 11:10:12 AM; 05.11.2024 11:10:12; Tue Nov  5 11:10:12 2024; of mail and HTTP
    begins: `[${DIGITS}${LETTERS}`,
    pattern:
      /\[?(?:\d{1,2}([/.])\d{1,2}\1\d{4},? \d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,6})?(?: [AP]M)?|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,6})?(?: [A-Z]{3,4})? \d{4}|[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (?:[A-Z]{3,4}|[+-]\d{4}))\]?[ \t]+/y,
    example: { line: '[11/5/2024 11:10 AM] An error occurred', content: 'An error occurred' },
  },
  {
    name: 'seconds since 1970, or since the start', // epoch stamps of ten digits and more; dmesg
    begins: `[${DIGITS}`,
    pattern: /(?:1\d{9}(?:\.\d{1,9}|\d{3}|\d{6}|\d{9})?|\[[ ]{0,6}\d{1,10}\.\d{3,9}\])[ \t]+/y,
    example: { line: '1699182612.123 An error occurred', content: 'An error occurred' },
  },
  {
    name: 'syslog', // RFC 3164 and journalctl's short forms, with or without the host
    begins: `${LETTERS}${DIGITS}`,
    pattern: /(?:\p{L}{3}|\d{1,2}月) [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,6})? (?:[\w.<>-]+ )?[\w./@-]+(?:\[\d+\])?: /uy,
    example: { line: 'Nov 24 02:35:37 build-7 agent[231]: An error occurred', content: 'An error occurred' },
  },
  {
    name: 'syslog of RFC 5424', // priority and version, time, host, program, process, message id, structured data
    begins: '<',
    pattern: /<\d{1,3}>1 (?:\S{1,255} ){4}\S{1,32} (?:-|(?:\[(?:[^\]\\]|\\.){1,1000}\]){1,8}) \ufeff?/y,
    example: { line: '<165>1 2024-11-05T11:10:12.003Z build-7 agent 231 ID47 [x@1 a="b"] An error occurred', content: 'An error occurred' },
  },
  {
    name: 'program and process', // what journalctl -o short-iso leaves behind the time
    begins: LETTERS,
    pattern: /(?:[\w.-]{1,64} )?[\w./@-]{1,64}\[\d{1,8}\]: /y,
    example: { line: 'build-7 agent[231]: An error occurred', content: 'An error occurred' },
  },
  {
    name: 'stern', // pod with the hash of its replica set, container
    begins: LETTERS,
    pattern: /[a-z][\w.-]{0,200}-[a-z0-9]{8,10}-[a-z0-9]{5} [a-z][\w.-]{0,62} (?:› )?/y,
    example: { line: 'web-7d4b9c6f8d-x2x4z app An error occurred', content: 'An error occurred' },
  },
  {
    name: 'GitLab job line', // timestamped traces: number of the stream, O for output or E for errors, + where a line goes on
    begins: DIGITS,
    pattern: /\d{2}[OE][ +]/y,
    example: { line: '01E An error occurred', content: 'An error occurred' },
  },
  {
    name: 'GitHub log of a whole run', // gh run view --log: job, step and time, with tabs between
    begins: LETTERS,
    pattern: /[^\t\\"=]{1,100}(?:\t|\\t)[^\t\\]{1,200}(?:\t|\\t)(?=\ufeff?\d{4}-\d\d-\d\dT)/y,
    example: { line: 'build\tRun az acr login\t2024-11-05T11:10:12.1234567Z An error occurred', content: 'An error occurred' },
  },
  {
    name: 'TeamCity service message',
    begins: '#',
    pattern: /##teamcity\[\w+ /y,
    field: teamCityText,
    example: { line: "##teamcity[message text='An error occurred' status='ERROR']", content: 'An error occurred' },
  },
  {
    name: 'labels of a log query', // Loki's logcli
    begins: '{',
    pattern: /\{[a-z_]\w{0,60}=\\*"[^"\n]{0,200}"(?:, ?[a-z_]\w{0,60}=\\*"[^"\n]{0,200}"){0,30}\}[ \t]+/y,
    example: { line: '{app="web", namespace="shop"} An error occurred', content: 'An error occurred' },
  },
  {
    name: 'CloudWatch stream', // aws logs tail: what stands between time and message
    begins: LETTERS,
    pattern: /[\w.-]{1,100}(?:\/[\w.-]{1,100}){1,3}\/[0-9a-f-]{32,36} /y,
    example: { line: 'ecs/web/0123456789abcdef0123456789abcdef An error occurred', content: 'An error occurred' },
  },
  {
    name: 'row of comma-separated values', // an exported query of Log Analytics, Kusto or a spreadsheet
    begins: `"${DIGITS}`,
    pattern: /(?:"[^"\n]{0,200}"|\d{1,4}[-/.]\d\d?[-/.]\d{1,4}[ T,]+\d\d?:\d\d[^,"\n]{0,30})(?=[,;])/y,
    field: longestValue,
    example: { line: '"2024-11-05T11:10:12Z","web-1","An error occurred","stderr"', content: 'An error occurred' },
  },
  {
    name: 'Windows servicing log', // CBS.log: time, level, component
    begins: 'IWE',
    pattern: /(?:Info|Warning|Error)[ ]{2,24}[A-Z]{2,8}[ ]{2,8}/y,
    example: { line: 'Info                  CBS    An error occurred', content: 'An error occurred' },
  },
  {
    name: 'Python logging', // logging.basicConfig: level, logger
    begins: 'DIWEC',
    pattern: /(?:DEBUG|INFO|WARNING|ERROR|CRITICAL):[A-Za-z_][\w.]{0,100}:/y,
    example: { line: 'ERROR:azure.cli.core:An error occurred', content: 'An error occurred' },
  },
  {
    name: 'zerolog console',
    begins: DIGITS,
    pattern: /\d{1,2}:\d\d[AP]M (?:TRC|DBG|INF|WRN|ERR|FTL) /y,
    example: { line: '11:10AM ERR An error occurred', content: 'An error occurred' },
  },
  {
    name: 'npm',
    begins: 'n',
    pattern: /npm (?:ERR!|error|WARN|warn|info|notice) /y,
    example: { line: 'npm ERR! An error occurred', content: 'An error occurred' },
  },
  {
    name: 'Ansible result', // what follows is an object
    begins: 'fou',
    pattern: /(?:fatal|failed|ok|unreachable): \[[^\]\n]{1,200}\](?: \([^)\n]{1,200}\))?:? (?:[A-Z]+! )?=> /y,
    example: { line: 'fatal: [build-7]: FAILED! => An error occurred', content: 'An error occurred' },
  },
  {
    name: 'kubectl get events', // age, type, reason, object; before them a namespace
    begins: DIGITS + LETTERS,
    pattern:
      /(?:[a-z][\w-]{0,62}[ \t]{2,})?\d{1,4}[smhd](?:\d{1,2}[smh])?[ \t]+(?:Normal|Warning)[ \t]+[A-Z]\w{0,60}[ \t]+[\w.-]+\/[\w.-]+[ \t]{2,}/y,
    example: { line: '2m45s       Warning   Failed      pod/web-7d4b9      An error occurred', content: 'An error occurred' },
  },
  {
    name: 'line number of cat or grep', // cat -n puts a tab behind it, grep and rg the file's name before
    begins: `${DIGITS}${LETTERS}./`,
    pattern:
      /(?:\d{1,7}(?:\t|\\t|[:-](?=[A-Z]\w* ))|[\w./-]{0,200}\.(?:log|txt|out|err|json|md|ya?ml)(?::\d{1,7}(?::\d{1,5})?:|-\d{1,7}-))/y,
    example: { line: 'logs/job.log:12:An error occurred', content: 'An error occurred' },
  },
  {
    name: 'quote with initials', // mail
    begins: LETTERS,
    pattern: /[A-Za-z]{1,8}>{1,3} /y,
    example: { line: 'JD> An error occurred', content: 'An error occurred' },
  },
  {
    name: 'block of a tracker or forum', // Jira and Confluence, BBCode, XML
    begins: '{[<',
    pattern: /(?:\{(?:code|noformat|quote|panel)(?::[^}\n]{0,80})?\}|\[(?:code|quote|pre)(?:=[^\]\n]{0,60})?\]|<!\[CDATA\[)[ \t]*/y,
    closing: ['{code}', '{noformat}', '{quote}', '{panel}', '[/code]', '[/quote]', '[/pre]', ']]>'],
    example: { line: '{noformat}An error occurred{noformat}', content: 'An error occurred' },
  },
  {
    name: 'container runtime stream', // Kubernetes CRI log format
    begins: 's',
    pattern: /std(?:out|err) [FP] /y,
    example: { line: 'stderr F An error occurred', content: 'An error occurred' },
  },
  {
    name: 'GitHub or Azure Pipelines mark',
    begins: '#',
    pattern: /##\[[a-z]+\]|##vso\[[^\]]{0,200}\]/y,
    example: { line: '##[error]An error occurred', content: 'An error occurred' },
  },
  {
    name: 'GitHub workflow command',
    begins: ':',
    pattern: /::(?:error|warning|notice|debug)(?: [^:]{0,200})?::/y,
    example: { line: '::error file=a.sh,line=3::An error occurred', content: 'An error occurred' },
  },
  {
    name: 'buildkit step',
    begins: '#',
    pattern: /#\d{1,4}(?: \d+\.\d+)? /y,
    example: { line: '#12 0.345 An error occurred', content: 'An error occurred' },
  },
  {
    name: 'klog', // k8s.io/klog: level and date, time, thread, file and line
    begins: 'IWEF',
    pattern: /[IWEF]\d{4} \d\d:\d\d:\d\d\.\d{6}[ \t]+\d+ [\w.-]+:\d+\] /y,
    example: { line: 'E1124 02:35:37.123456    1234 kuberuntime.go:12] An error occurred', content: 'An error occurred' },
  },
  {
    name: 'PowerShell error record', // Windows PowerShell 5.1 names the program before its first line on standard error
    begins: 'adhk',
    pattern: /(?:az|docker|helm|kubectl)(?:\.cmd|\.exe|\.ps1)? : /y,
    example: { line: 'az.cmd : An error occurred', content: 'An error occurred' },
  },
  {
    name: 'kubectl event', // kubectl describe: type, reason, age, source
    begins: 'NW',
    pattern: /(?:Normal|Warning)[ \t]+[A-Za-z]+[ \t]+\S+(?: \(x\d+ over \S+\))?[ \t]+[\w.-]+(?:, [\w.-]+)?[ \t]{2,}/y,
    example: { line: 'Warning  Failed     82s (x4 over 2m45s)  kubelet            An error occurred', content: 'An error occurred' },
  },
  {
    name: 'compose service',
    begins: DIGITS + LETTERS,
    pattern: /(?:\d{1,3}\|)?[a-z][\w.@-]{0,100}[ \t]*\|[ \t]/y,
    example: { line: 'web-1  | An error occurred', content: 'An error occurred' },
  },
  {
    name: 'kubectl logs --prefix, or a tag in brackets',
    begins: '[',
    pattern: /\[[\w./: -]{1,80}\] /y,
    example: { line: '[pod/web-7d4b9/app] An error occurred', content: 'An error occurred' },
  },
  {
    name: 'JSON object', // Docker's json-file driver, application logs, cloud exports; the field may be escaped once more
    begins: '{[',
    pattern: /[[{]{1,2}\s{0,8}\\*"/y,
    field: jsonMessage,
    example: { line: '{"log":"An error occurred","stream":"stderr"}', content: 'An error occurred' },
  },
  {
    name: 'logfmt',
    begins: 'tlm',
    pattern: /(?:time|ts|t|level|lvl|msg)=/y,
    field: logfmtText,
    example: { line: 'time="2024-01-01T00:00:00Z" level=error msg="An error occurred"', content: 'An error occurred' },
  },
]

/**
 * What programs, terminals and people put around a line, one entry each. A wrapper is taken off at the start of what the
 * others have left, again and again, so they may be nested in any order. To know another wrapper, add it here.
 */

import { jsonMessage, logfmtText } from './json-field.js'

export interface Wrapper {
  readonly name: string
  /** The characters it can begin with, for not trying it elsewhere. */
  readonly begins: string
  /** Recognises the wrapper at the start of a line (sticky); what follows is the content. */
  readonly pattern: RegExp
  /** The characters of which one may stand behind the content, too. */
  readonly closing?: string
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
    closing: '|│',
    example: { line: '| An error occurred |', content: 'An error occurred' },
  },
  {
    name: 'ISO time', // GitHub Actions, Azure Pipelines, Kubernetes, the Azure CLI's own
    begins: `[${DIGITS}`,
    pattern: /\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?(?:[ \t]+|$)/y,
    example: { line: '2023-02-21T11:12:11.1375009Z An error occurred', content: 'An error occurred' },
  },
  {
    name: 'clock time',
    begins: `[${DIGITS}`,
    pattern: /\[?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?\]?[ \t]+/y,
    example: { line: '[10:11:12] An error occurred', content: 'An error occurred' },
  },
  {
    name: 'syslog', // RFC 3164 and journalctl's short form
    begins: LETTERS,
    pattern: /[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]+ [\w./-]+(?:\[\d+\])?: /y,
    example: { line: 'Nov 24 02:35:37 build-7 agent[231]: An error occurred', content: 'An error occurred' },
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
    begins: LETTERS,
    pattern: /[a-z][\w.-]{0,60}[ \t]*\|[ \t]/y,
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

/** What happens to a log on its way to us: each wrapping is a function from lines to lines, or to bytes. */

export interface Wrapping {
  readonly name: string
  /** Wraps each line by itself: line numbers stay. */
  readonly line: (line: string, index: number) => string
}

const clock = (index: number) => `2024-11-05T11:${String(10 + ((index / 60) | 0)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`
const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (mark) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' }[mark]};`)
const json = (text: string) => JSON.stringify(text)
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (letter) => (/[<>{}[\]]/.test(letter) ? letter : String.fromCharCode(letter.charCodeAt(0) + 0xfee0)))

/** What escapes brackets keeps no colours. */
const uncoloured = (text: string) => text.replace(/\x1b\[[\d;]*m/g, '')

export const wrappings: readonly Wrapping[] = [
  { name: 'GitHub Actions', line: (line, index) => `${clock(index)}.0000000Z ${line}` },
  { name: 'Azure Pipelines, standard error', line: (line, index) => `${clock(index)}.1234567Z ##[error]${line}` },
  { name: 'GitHub workflow command', line: (line) => `::error::${line}` },
  { name: 'journald', line: (line) => `Nov 05 11:10:12 build-7 agent[231]: ${line}` },
  { name: 'Kubernetes CRI', line: (line, index) => `${clock(index)}.123456789Z stderr F ${line}` },
  { name: 'kubectl logs --prefix', line: (line) => `[pod/check-7d4b9/main] ${line}` },
  { name: 'docker compose', line: (line) => `check-1  | ${line}` },
  { name: 'buildkit', line: (line, index) => `#12 ${index}.345 ${line}` },
  { name: 'klog', line: (line) => `E1105 11:10:12.123456    1234 check.go:12] ${line}` },
  { name: 'Docker json-file', line: (line, index) => `{"log":${json(`${line}\n`)},"stream":"stderr","time":"${clock(index)}.123456789Z"}` },
  {
    name: 'JSON line of an application',
    line: (line, index) => `{"timestamp":"${clock(index)}Z","level":"ERROR","fields":{"message":${json(line)}},"target":"agent"}`,
  },
  { name: 'JSON escaped twice', line: (line) => `{"log":${json(`{"message":${json(line)}}`)}}` },
  { name: 'logfmt', line: (line, index) => `time="${clock(index)}Z" level=error msg=${json(line)} app=agent` },
  { name: 'syslog of RFC 5424', line: (line, index) => `<165>1 ${clock(index)}.003Z build-7 agent 231 ID47 [x@32473 job="7"] ${line}` },
  { name: 'journald, short ISO', line: (line, index) => `${clock(index)}+0000 build-7 agent[231]: ${line}` },
  { name: 'journald without host', line: (line) => `Nov 05 11:10:12 agent[231]: ${line}` },
  { name: 'dmesg', line: (line, index) => `[ ${100 + index}.123456] ${line}` },
  { name: 'epoch', line: (line, index) => `${1730805012 + index}.123 ${line}` },
  { name: 'ISO week', line: (line) => `2024-W45-2T11:10:12Z ${line}` },
  { name: 'Go log', line: (line, index) => `${clock(index).replace('T', ' ').replaceAll('-', '/')} ${line}` },
  { name: 'Chinese date', line: (line, index) => `2024年11月5日 下午1:10:${10 + (index % 50)} ${line}` },
  { name: 'date in Chinese', line: (line) => `2024年 11月 05日 星期二 11:10:12 CST ${line}` },
  { name: 'Windows in China', line: (line) => `2024/11/5 9:03:07 ${line}` },
  { name: 'journald in Chinese', line: (line) => `11月 05 11:10:12 build-7 agent[231]: ${line}` },
  { name: 'date of mail', line: (line) => `Tue, 05 Nov 2024 11:10:12 GMT ${line}` },
  { name: 'American date', line: (line) => `11/5/2024, 11:10:12 AM ${line}` },
  { name: 'stern', line: (line) => `check-7d4b9c6f8d-x2x4z main ${line}` },
  { name: 'GitLab job', line: (line, index) => `${clock(index)}.123456Z 01E ${line}` },
  { name: 'Buildkite', line: (line) => `\x1b_bk;t=1730805012123\x07${line}` },
  { name: 'GitHub log of a run', line: (line, index) => `build\tRun az acr check-health\t${clock(index)}.1234567Z ${line}` },
  { name: 'TeamCity', line: (line, index) => `[${clock(index).slice(11)}]W:\t [Step 1/2] ${line}` },
  {
    name: 'TeamCity service message',
    line: (line) =>
      uncoloured(line).trim() === ''
        ? line
        : `##teamcity[message text='${uncoloured(line).replace(/['|[\]]/g, '|$&')}' errorDetails='' status='ERROR']`,
  },
  { name: 'logcli', line: (line, index) => `${clock(index)}Z {app="check", pod="check-1"} ${line}` },
  { name: 'CloudWatch tail', line: (line, index) => `${clock(index)}.123000+00:00 ecs/check/0123456789abcdef0123456789abcdef ${line}` },
  {
    name: 'exported table row',
    line: (line, index) =>
      uncoloured(line).trim() === '' ? '' : `"${clock(index)}Z","check-1","${uncoloured(line).replaceAll('"', '""')}","stderr"`,
  },
  { name: 'CBS', line: (line, index) => `${clock(index).replace('T', ' ')}, Error                 CBS    ${line}` },
  { name: 'Python logging', line: (line) => `ERROR:check:${line}` },
  { name: 'zerolog', line: (line) => `11:10AM ERR ${line}` },
  { name: 'npm', line: (line) => `npm ERR! ${line}` },
  { name: 'Ansible', line: (line) => `fatal: [build-7]: FAILED! => {"changed": false, "msg": ${json(line)}, "rc": 1}` },
  { name: 'kubectl get events', line: (line) => `2m45s       Warning   Failed      pod/check-7d4b9      ${line}` },
  { name: 'docker service', line: (line) => `check.1.x2x4z@node-1    | ${line}` },
  { name: 'PM2', line: (line) => `0|check  | ${line}` },
  { name: 'cat -n', line: (line, index) => `${String(index + 1).padStart(6)}\t${line}` },
  { name: 'grep', line: (line, index) => `logs/job.log:${index + 1}:${line}` },
  { name: 'grep with context', line: (line, index) => `logs/job.log-${index + 1}-${line}` },
  { name: 'Terraform', line: (line) => `│ ${line}` },
  { name: 'mail with initials', line: (line) => `JD> ${line}` },
  { name: 'Teams chat', line: (line) => `[11/5/2024 11:10 AM] Jane Doe: ${line}` },
  { name: 'Jira block', line: (line) => `{noformat}${line}{noformat}` },
  { name: 'XML character data', line: (line) => `<![CDATA[${line}]]>` },
  { name: 'quote', line: (line) => `> ${line}` },
  { name: 'quote in a quote', line: (line) => `> > ${line}` },
  { name: 'bullet', line: (line) => (line.trim() === '' ? line : `- ${line}`) },
  { name: 'comment', line: (line) => `# ${line}` },
  { name: 'indent', line: (line) => `    ${line}` },
  { name: 'tab', line: (line) => `\t${line}` },
  { name: 'table cell', line: (line) => `| ${line} |` },
  { name: 'colour', line: (line) => `\x1b[91m${line}\x1b[0m` },
  { name: 'bold colour inside', line: (line) => line.replaceAll(' ', ' \x1b[1m\x1b[31m') },
  { name: 'terminal title', line: (line) => `\x1b]0;az\x07${line}` },
  { name: 'carriage return progress', line: (line) => (line.trim() === '' ? line : ` | Running ..\r${line}`) },
  { name: 'code marks', line: (line) => (line.trim() === '' ? line : `\`${line}\``) },
  { name: 'Markdown escapes', line: (line) => uncoloured(line).replace(/[_*[\]]/g, '\\$&') },
  { name: 'Markdown links', line: (line) => line.replace(/https:\/\/[^\s'"]+/g, (url) => `[${url}](${url})`) },
  { name: 'web links in angle brackets', line: (line) => line.replace(/https:\/\/[^\s'"]+/g, '<$&>') },
  { name: 'HTML entities and breaks', line: (line) => `${escapeHtml(line)}<br/>` },
  { name: 'HTML tags', line: (line) => `<p><code>${escapeHtml(line)}</code></p>` },
  { name: 'curly quotes', line: (line) => line.replace(/'([^']*)'/g, '‘$1’').replace(/"([^"]*)"/g, '“$1”') },
  { name: 'mojibake quotes', line: (line) => line.replace(/'([^']*)'/g, 'â€˜$1â€™') },
  { name: 'no-break spaces', line: (line) => line.replaceAll(' ', '\u00a0') },
  { name: 'doubled spaces', line: (line) => line.replaceAll(' ', '  ') },
  { name: 'zero-width marks', line: (line) => line.replace(/_/g, '_\u200b').replaceAll(' ', ' \u200b') },
  { name: 'full width', line: fullWidth },
  { name: 'full-width punctuation', line: (line) => line.replace(/(?<!\d)[:,;()!?'"]|[:,;()!?'"](?!\d)/g, fullWidth) },
]

/** Breaks lines at a column, inside words too, as a terminal of that width does when its screen is copied. */
export function hardWrap(lines: readonly string[], width: number, prefix = '', between = ''): { lines: string[]; firstOf: number[] } {
  const wrapped: string[] = []
  const firstOf = lines.map((line) => {
    const first = wrapped.length
    for (let at = 0; at === 0 || at < line.length; at += width) {
      if (at > 0 && between) wrapped.push(between.trim())
      wrapped.push(prefix + line.slice(at, at + width))
    }
    return first
  })
  return { lines: wrapped, firstOf: [...firstOf, wrapped.length] }
}

function utf16(text: string, littleEndian: boolean, withMark: boolean): Uint8Array {
  const units = withMark ? `\ufeff${text}` : text
  const bytes = new Uint8Array(units.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < units.length; index++) view.setUint16(index * 2, units.charCodeAt(index), littleEndian)
  return bytes
}

const utf8 = (text: string) => new TextEncoder().encode(text)

/** Encoding by a table that is the decoder read backwards; what it does not have becomes a question mark. */
function codePage(encoding: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(encoding)
  const bytesOf = new Map<string, readonly number[]>()
  const note = (...bytes: number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes))
    if ([...text].length === 1 && text !== '\ufffd' && !bytesOf.has(text)) bytesOf.set(text, bytes)
  }
  for (let byte = 0; byte < 256; byte++) note(byte)
  for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) note(lead, trail)
  return (text) => Uint8Array.from([...text].flatMap((character) => bytesOf.get(character) ?? [0x3f]))
}

/** What the user's own Windows adds at the end: without it a log is plain ASCII in any of them. */
const inOwnWords: Readonly<Record<string, string>> = {
  gb18030: '请按任意键继续，或者关闭此窗口。用户：张伟',
  big5: '請按任意鍵繼續，或關閉此視窗。使用者：陳小明',
  shift_jis: '続行するには何かキーを押してください。ユーザー：山田',
  'euc-jp': '続行するには何かキーを押してください。ユーザー：山田',
  'euc-kr': '계속하려면 아무 키나 누르십시오. 사용자: 김철수',
  'windows-1252': 'Drücken Sie eine beliebige Taste für die Rückkehr zum Menü. Benutzer: Jörg Müller',
  'windows-1251': 'Для продолжения нажмите любую клавишу. Пользователь: Иван',
}

function inCodePage(encoding: string): (lines: readonly string[]) => Uint8Array {
  const encode = codePage(encoding)
  return (lines) => encode([...lines, '', inOwnWords[encoding]].join('\r\n'))
}

export interface Encoding {
  readonly name: string
  readonly encode: (lines: readonly string[]) => Uint8Array
  /** Whether it has only the characters of some languages, or is told by plain ones. */
  readonly needsAscii?: true
}

export const encodings: readonly Encoding[] = [
  { name: 'UTF-8', encode: (lines) => utf8(lines.join('\n')) },
  { name: 'UTF-8 with a mark', encode: (lines) => utf8(`\ufeff${lines.join('\n')}`) },
  { name: 'UTF-8, CRLF and a final line end', encode: (lines) => utf8(`${lines.join('\r\n')}\r\n`) },
  { name: 'UTF-8, CR', encode: (lines) => utf8(lines.join('\r')) },
  { name: 'UTF-16 LE with a mark', encode: (lines) => utf16(lines.join('\r\n'), true, true) },
  { name: 'UTF-16 LE', encode: (lines) => utf16(lines.join('\r\n'), true, false) },
  { name: 'UTF-16 BE with a mark', encode: (lines) => utf16(lines.join('\n'), false, true) },
  { name: 'UTF-16 BE', encode: (lines) => utf16(lines.join('\n'), false, false) },
  ...Object.keys(inOwnWords).map((encoding) => ({ name: encoding, encode: inCodePage(encoding), needsAscii: true as const })),
  {
    name: 'bytes to which UTF-16 is appended',
    needsAscii: true,
    encode: (lines) => Buffer.concat([utf8(`${lines.slice(0, 3).join('\r\n')}\r\n`), utf16(lines.slice(3).join('\r\n'), true, false)]),
  },
  {
    name: 'UTF-16 to which bytes are appended',
    needsAscii: true,
    encode: (lines) => Buffer.concat([utf16(`${lines.slice(0, 3).join('\r\n')}\r\n`, true, true), utf8(lines.slice(3).join('\r\n'))]),
  },
]

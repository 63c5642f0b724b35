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
  { name: 'carriage return progress', line: (line) => ` | Running ..\r${line}` },
  { name: 'code marks', line: (line) => (line.trim() === '' ? line : `\`${line}\``) },
  { name: 'Markdown escapes', line: (line) => line.replace(/[_*[\]]/g, '\\$&') },
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

export const encodings: readonly { name: string; encode: (lines: readonly string[]) => Uint8Array }[] = [
  { name: 'UTF-8', encode: (lines) => utf8(lines.join('\n')) },
  { name: 'UTF-8 with a mark', encode: (lines) => utf8(`\ufeff${lines.join('\n')}`) },
  { name: 'UTF-8, CRLF and a final line end', encode: (lines) => utf8(`${lines.join('\r\n')}\r\n`) },
  { name: 'UTF-8, CR', encode: (lines) => utf8(lines.join('\r')) },
  { name: 'UTF-16 LE with a mark', encode: (lines) => utf16(lines.join('\r\n'), true, true) },
  { name: 'UTF-16 LE', encode: (lines) => utf16(lines.join('\r\n'), true, false) },
  { name: 'UTF-16 BE with a mark', encode: (lines) => utf16(lines.join('\n'), false, true) },
  { name: 'UTF-16 BE', encode: (lines) => utf16(lines.join('\n'), false, false) },
]

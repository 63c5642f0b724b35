import { type LinePattern, longestLiteral } from './export-rules.js'
import { commentLines, type Exporter } from './exporter.js'

/** A Kusto function for Azure Monitor and Data Explorer: records with a Message in, the same records with the codes found in them out. */
export const kusto: Exporter = {
  name: 'kusto',
  extension: 'kql',
  write(rules, header) {
    const found = rules.map(({ code, severity, strength, patterns }) => {
      const conditions = patterns.map((pattern) => `(${condition(pattern)})`).join('\n      or ')
      const value = JSON.stringify({ code, severity, strength })
      return `    iff(${conditions},\n      dynamic([${value}]), dynamic([]))`
    })
    return `${commentLines('// ', header)}
let AcrExplain = (Records: (Message: string)) {
  Records
  | extend Found = ${joined(found)}
  | mv-expand Found
  | extend Code = tostring(Found.code), Severity = tostring(Found.severity), Strength = tostring(Found.strength)
  | project-away Found
  | where isnotempty(Code)
};
// ContainerLogV2 | project Message = tostring(LogMessage), TimeGenerated, PodName | invoke AcrExplain()
`
  },
}

// array_concat takes no more arguments.
const MOST_ARGUMENTS = 64

/** One array of many, in as many steps as the function needs. */
function joined(arrays: readonly string[]): string {
  if (arrays.length <= MOST_ARGUMENTS) return `array_concat(\n${arrays.join(',\n')})`
  const parts = Array.from({ length: Math.ceil(arrays.length / MOST_ARGUMENTS) }, (_, part) =>
    joined(arrays.slice(part * MOST_ARGUMENTS, (part + 1) * MOST_ARGUMENTS)),
  )
  return joined(parts)
}

/** `contains` rejects nearly every record before the regular expression looks at it. */
function condition(pattern: LinePattern): string {
  return `Message contains ${verbatim(longestLiteral(pattern))} and Message matches regex ${verbatim(`(?i)${regexOf(pattern)}`)}`
}

/** The pattern as a regular expression, without the mark that case does not count: in it RE2, which Kusto uses, and JavaScript agree. */
export function regexOf({ literals, areWords, isBareCode }: LinePattern): string {
  const escaped = literals.map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (isBareCode) return `(?:^|: )${escaped.join('')}$`
  const gaps = areWords.map((isWord) => (isWord ? '\\s*\\S*\\s*' : '.*'))
  const body = escaped.map((literal, at) => `${literal}${gaps[at] ?? ''}`).join('')
  return `${wordEdge(literals.at(0)?.at(0))}${body}${wordEdge(literals.at(-1)?.at(-1))}`
}

/** A pattern does not begin or end inside a word. */
function wordEdge(letter = ''): string {
  return /\w/.test(letter) ? '\\b' : ''
}

function verbatim(text: string): string {
  return `@"${text.replaceAll('"', '""')}"`
}

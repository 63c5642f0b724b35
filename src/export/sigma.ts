import type { Severity } from '../catalog/entry.js'
import type { ExportRule, LinePattern } from './export-rules.js'
import { commentLines, type Exporter } from './exporter.js'

const levels: Readonly<Record<Severity, string>> = { error: 'high', warning: 'medium', info: 'informational' }

/** Sigma rules, a YAML document each. */
export const sigma: Exporter = {
  name: 'sigma',
  extension: 'yml',
  write: (rules, header) => `${commentLines('# ', header)}\n${rules.map(document).join('---\n')}`,
}

function document(rule: ExportRule): string {
  const { code, title, severity, strength, patterns } = rule
  const keywords = patterns.flatMap(wildcards).map((keyword) => `    - ${quoted(keyword)}`)
  return `title: ${quoted(strength === 'weak' ? `${code} (weak)` : code)}
id: ${uuidOf(`${code} ${strength}`)}
status: experimental
description: ${quoted(title)}
author: acr-explain
logsource:
  product: azure
  category: application
detection:
  keywords:
${keywords.join('\n')}
  condition: keywords
level: ${strength === 'weak' ? 'low' : levels[severity]}
`
}

function wildcards({ literals, isBareCode }: LinePattern): string[] {
  const escaped = literals.map((literal) => literal.replace(/[\\*?]/g, '\\$&'))
  return isBareCode ? [...escaped, `*: ${escaped.join('')}`] : [`*${escaped.join('*')}*`]
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** An id that stays the same from one export to the next: version 8 of RFC 9562, whose digits are the maker's own. */
function uuidOf(name: string): string {
  const digits = [1, 2, 3, 4].map((seed) => hash(name, seed).toString(16).padStart(8, '0')).join('')
  const [a, b, c, d] = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(13, 16), digits.slice(17, 20)]
  return `${a}-${b}-8${c}-8${d}-${digits.slice(20)}`
}

/** FNV-1a, 32 bits, begun with a seed. */
function hash(text: string, seed: number): number {
  let state = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) as number), 0x01000193)
  return state >>> 0
}

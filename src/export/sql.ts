import type { ExportRule, LinePattern } from './export-rules.js'
import { commentLines, type Exporter } from './exporter.js'

/**
 * Portable SQL: the patterns as rows of a table, and a query that joins them with `LIKE`. No dialect reads `!` or a
 * lone `_` in a string differently; a backslash some do, so it becomes `_`, any one character.
 */
export const sql: Exporter = {
  name: 'sql',
  extension: 'sql',
  write(rules, header) {
    const rows = rules.flatMap((rule) => rule.patterns.flatMap((pattern) => likePatterns(pattern).map((like) => rowOf(rule, like))))
    return `${commentLines('-- ', header)}
CREATE TABLE acr_explain_patterns (code VARCHAR(100), severity VARCHAR(10), strength VARCHAR(10), pattern VARCHAR(1000));

${rows.join('\n')}

-- log_lines (line) is your table of records, one line of a log each.
SELECT DISTINCT l.line, p.code, p.severity, p.strength
FROM log_lines l JOIN acr_explain_patterns p ON LOWER(l.line) LIKE LOWER(p.pattern) ESCAPE '!'
ORDER BY p.code;
`
  },
}

function rowOf({ code, severity, strength }: ExportRule, like: string): string {
  return `INSERT INTO acr_explain_patterns VALUES (${[code, severity, strength, like].map(quoted).join(', ')});`
}

function likePatterns({ literals, isBareCode }: LinePattern): string[] {
  const escaped = literals.map(escapeLike)
  return isBareCode ? [...escaped, `%: ${escaped.join('')}`] : [`%${escaped.join('%')}%`]
}

function escapeLike(literal: string): string {
  return literal.replace(/[!%_]/g, '!$&').replaceAll('\\', '_')
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

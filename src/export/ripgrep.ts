import { longestLiteral } from './export-rules.js'
import type { Exporter } from './exporter.js'

/** A file of literals for `rg -i -F -f`, one of each signature. Every line of it is sought: there is no room for a comment. */
export const ripgrep: Exporter = {
  name: 'ripgrep',
  extension: 'txt',
  write(rules) {
    const literals = rules.flatMap(({ patterns }) => patterns.map(longestLiteral))
    return `${[...new Set(literals)].sort().join('\n')}\n`
  },
}

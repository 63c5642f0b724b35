/** Lines of a text in which something stands. */

export interface FoundLine {
  readonly line: string
  /** Where it begins in the text. */
  readonly at: number
}

/** Finds the lines in which any of some words, in lower case, stands; each line once, in order. */
export type LineFinder = (words: readonly string[]) => FoundLine[]

export function lineFinder(text: string): LineFinder {
  const lower = text.toLowerCase()
  // Some letters are longer in lower case: then every line is looked at.
  if (lower.length !== text.length) return () => [{ line: text, at: 0 }]
  const known = new Map<string, FoundLine[]>()
  return (words) => {
    const key = words.join('\n')
    const found = known.get(key) ?? linesWith(text, lower, words)
    known.set(key, found)
    return found
  }
}

function linesWith(text: string, lower: string, words: readonly string[]): FoundLine[] {
  const lines = new Map<number, FoundLine>()
  for (const word of words) {
    for (let at = lower.indexOf(word); at >= 0; ) {
      const start = lower.lastIndexOf('\n', at) + 1
      const next = lower.indexOf('\n', at)
      const end = next < 0 ? text.length : next
      lines.set(start, { line: text.slice(start, end), at: start })
      at = lower.indexOf(word, end)
    }
  }
  return words.length > 1 ? [...lines.values()].sort((a, b) => a.at - b.at) : [...lines.values()]
}

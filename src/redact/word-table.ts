/** Many words looked for in one pass over a text: an automaton after Aho and Corasick (1975). */

export interface WordTable {
  /**
   * Looks a text through, in any case of its ASCII letters.
   *
   * @returns what gives the beginnings of the lines that a word of the table stands on, ascending
   */
  linesIn(text: string): (word: string) => readonly number[]
}

/** @param words in lower case, of printable ASCII */
export function makeWordTable(words: Iterable<string>): WordTable {
  const list = [...new Set(words)]
  const idOf = new Map(list.map((word, id) => [word, id]))
  const { classes, width } = classesOf(list)
  const { next, found } = automatonOf(list, classes, width)
  return {
    linesIn(text) {
      const lines: number[][] = list.map(() => [])
      const last = new Int32Array(list.length).fill(-1)
      let step = 0
      let lineStart = 0
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at)
        if (unit === LINE_FEED) lineStart = at + 1
        step = unit < 128 ? (next[(step & STATE) * width + (classes[unit] as number)] as number) : 0
        if (step < ENDS_WORD) continue
        for (const id of found[step & STATE] ?? []) {
          if (last[id] === lineStart) continue
          last[id] = lineStart
          lines[id]?.push(lineStart)
        }
      }
      return (word) => lines[idOf.get(word) ?? -1] ?? []
    },
  }
}

const LINE_FEED = 0x0a
/** Set in a step that leads to a state in which a word ends: so that most characters cost one look. */
const ENDS_WORD = 0x8000
const STATE = 0x7fff

/** Characters that no word has are all alike: class 0. Letters are alike in both cases. */
function classesOf(words: readonly string[]): { readonly classes: Uint8Array; readonly width: number } {
  const classes = new Uint8Array(128)
  const characters = [...new Set(words.join(''))]
  characters.forEach((character, index) => {
    classes[character.charCodeAt(0)] = index + 1
    classes[character.toUpperCase().charCodeAt(0)] = index + 1
  })
  return { classes, width: characters.length + 1 }
}

interface Automaton {
  /** For each state and class the state that follows, with `ENDS_WORD` where a word ends there. */
  readonly next: Uint16Array
  /** For each state the words that end there; undefined where none does. */
  readonly found: readonly (readonly number[] | undefined)[]
}

function automatonOf(words: readonly string[], classes: Uint8Array, width: number): Automaton {
  const next = new Uint16Array((words.join('').length + 1) * width)
  const found: (number[] | undefined)[] = [undefined]
  words.forEach((word, id) => {
    let state = 0
    for (const character of word) {
      const step = state * width + (classes[character.charCodeAt(0)] as number)
      if (next[step] === 0) next[step] = found.push(undefined) - 1
      state = next[step] as number
    }
    found[state] = [...(found[state] ?? []), id]
  })
  linkFailures(next, found, width)
  for (let step = 0; step < next.length; step++) if (found[next[step] as number]) next[step] = (next[step] as number) | ENDS_WORD
  return { next, found }
}

/** Where no word goes on, the longest ending of what was read that begins one does: state by state, the shorter ones first. */
function linkFailures(next: Uint16Array, found: (number[] | undefined)[], width: number): void {
  const failures = new Uint16Array(found.length)
  const queue = [0]
  for (const state of queue) {
    const failure = failures[state] as number
    const inherited = state === 0 ? undefined : found[failure]
    if (inherited) found[state] = [...(found[state] ?? []), ...inherited]
    for (let kind = 0; kind < width; kind++) {
      const step = state * width + kind
      const child = next[step] as number
      const fallen = state === 0 ? 0 : (next[failure * width + kind] as number)
      if (child === 0) next[step] = fallen
      else {
        failures[child] = fallen
        queue.push(child)
      }
    }
  }
}

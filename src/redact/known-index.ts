/** Values that are replaced wherever they stand, found by their first word: as fast with ten thousand of them as with ten. */

/** Values of one length that have their first word at the same place. All in lower case. */
export interface KnownGroup {
  /** Where in the values the first word begins. */
  readonly offset: number
  readonly length: number
  readonly values: ReadonlySet<string>
}

interface OpenGroup extends KnownGroup {
  readonly values: Set<string>
}

/** Of a word of no characters. */
export const emptyHash = 17

/** @param unit of an ASCII letter, in any case, or a digit */
export function withUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ (unit | 0x20), 0x01000193)
}

const SLOTS = 1 << 16
const firstWord = /[a-z0-9]+|[^\0-\x7f]+/

export class KnownIndex {
  readonly #byWord = new Map<string, OpenGroup[]>()
  /** For each hash of a first word whether there may be one: most words of a log are told by it alone. */
  readonly #slots = new Uint8Array(SLOTS)

  /** @param value in lower case; one without a letter or a digit is left out */
  add(value: string): void {
    const found = firstWord.exec(value)
    if (!found) return
    const [word] = found
    const groups = this.#groupsOf(word)
    const group = groups.find(({ offset, length }) => offset === found.index && length === value.length)
    if (group) group.values.add(value)
    else groups.push({ offset: found.index, length: value.length, values: new Set([value]) })
  }

  #groupsOf(word: string): OpenGroup[] {
    const known = this.#byWord.get(word)
    if (known) return known
    const groups: OpenGroup[] = []
    this.#byWord.set(word, groups)
    let hash = emptyHash
    for (let at = 0; at < word.length; at++) hash = withUnit(hash, word.charCodeAt(at))
    this.#slots[slotOf(hash)] = 1
    return groups
  }

  /** Whether a word of ASCII letters and digits with this hash may be a first word. */
  mayHold(hash: number): boolean {
    return this.#slots[slotOf(hash)] === 1
  }

  /** @param word in lower case */
  beginningWith(word: string): readonly KnownGroup[] {
    return this.#byWord.get(word) ?? []
  }
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 16)) & (SLOTS - 1)
}

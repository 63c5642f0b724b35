/** The private values of a call and what stands for each of them. */

import { PRIVATE_KINDS, type PrivateKind, placeholderOf } from '../text/placeholder.js'
import { KnownIndex } from './known-index.js'
import { commonWords } from './public-names.js'

/** A value and what it was taken for. */
export interface PrivateValue {
  readonly kind: PrivateKind
  readonly value: string
}

export interface NamedValue extends PrivateValue {
  readonly placeholder: string
}

interface Known {
  kind: PrivateKind
  readonly value: string
  placeholder: string | null
}

/** A secret opens a door; a name only tells whose it is. */
export function isSecretKind(kind: PrivateKind): boolean {
  return secretKinds.has(kind)
}

const secretKinds = new Set<PrivateKind>(['password', 'token', 'key', 'signature', 'certificate'])
/** What says that these are names leaves no doubt, whatever the name is. */
const surelyNamed = new Set<PrivateKind>(['registry', 'subscription', 'tenant', 'resource-group', 'label'])
const LEAST_NAME = 5
const LEAST_SECRET = 6

export class PrivateValues {
  readonly #known = new Map<string, Known>()
  /** The values that are replaced wherever they stand. */
  readonly index = new KnownIndex()
  readonly #lastNumbers = new Map<PrivateKind, number>()
  readonly #isKept: (word: string) => boolean

  /** @param keptWords in lower case: words that a log says of itself, never replaced where nothing says that they are names */
  constructor(keptWords: ReadonlySet<string>) {
    this.#isKept = (word) => keptWords.has(word)
  }

  /** Whether a value that looks like somebody's is one: what logs say of themselves is not. */
  accepts({ kind, value }: PrivateValue): boolean {
    return isSecretKind(kind) || surelyNamed.has(kind) || !this.#isKept(value.toLowerCase())
  }

  /** Notes a value; of several kinds that it was seen as, the first in the list of kinds counts until it has its placeholder. */
  add({ kind, value }: PrivateValue): void {
    const key = value.toLowerCase()
    const known = this.#known.get(key)
    if (known === undefined) {
      const own = ownCopy(value)
      this.#known.set(own.toLowerCase(), { kind, value: own, placeholder: null })
      if (this.#isReplacedAnywhere(kind, key)) this.index.add(own.toLowerCase())
    } else if (known.placeholder === null && PRIVATE_KINDS.indexOf(kind) < PRIVATE_KINDS.indexOf(known.kind)) known.kind = kind
  }

  /** Takes a value with the placeholder that it had in an earlier call. */
  restore({ kind, value, placeholder }: NamedValue): void {
    this.add({ kind, value })
    const known = this.#known.get(value.toLowerCase()) as Known
    known.kind = kind
    known.placeholder = placeholder
    this.reserve(placeholder)
  }

  /** Sees to it that a placeholder which stands in a text already is given to nobody else. */
  reserve(placeholder: string): void {
    const found = /^<([a-z-]+)-(\d+)>$/.exec(placeholder)
    const kind = PRIVATE_KINDS.find((candidate) => candidate === found?.[1])
    if (kind) this.#lastNumbers.set(kind, Math.max(this.#lastNumbers.get(kind) ?? 0, Number(found?.[2])))
  }

  /** The placeholder of a value that was added; the same from now on. */
  placeholderFor(value: string): string {
    const known = this.#known.get(value.toLowerCase())
    if (known === undefined) throw new Error('a value was never noted')
    if (known.placeholder === null) {
      const number = (this.#lastNumbers.get(known.kind) ?? 0) + 1
      this.#lastNumbers.set(known.kind, number)
      known.placeholder = placeholderOf(known.kind, number)
    }
    return known.placeholder
  }

  has(value: string): boolean {
    return this.#known.has(value.toLowerCase())
  }

  /** Every value that has been replaced, in the order in which they came. */
  get named(): NamedValue[] {
    return [...this.#known.values()].flatMap(({ kind, value, placeholder }) => (placeholder === null ? [] : [{ kind, value, placeholder }]))
  }

  #isReplacedAnywhere(kind: PrivateKind, key: string): boolean {
    if (this.#isKept(key) || commonWords.has(key)) return false
    if (secretKinds.has(kind)) return key.length >= LEAST_SECRET && !/^\d{1,8}$/.test(key)
    return key.length >= LEAST_NAME && !/^[\d.]{1,8}$/.test(key)
  }
}

/** A part of a text holds the whole of it in memory for as long as it is kept. */
function ownCopy(part: string): string {
  return Array.from({ length: part.length }, (_, at) => part[at]).join('')
}

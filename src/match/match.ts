/** One place of a text under one signature. */
import type { ReadySignature } from './signature-table.js'

/** A stretch of the original text, offsets in UTF-16 units, `end` exclusive. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

export interface Match<Owner> {
  readonly signature: ReadySignature<Owner>
  /** From the first literal or gap to the last. */
  readonly stretch: Stretch
  /** Where the literals stand, in order. */
  readonly literals: readonly Stretch[]
  /** What the gaps held, by name, as the log writes it; placeholders are left out. */
  readonly facts: Readonly<Record<string, string>>
}

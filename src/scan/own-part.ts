/** A text may be scanned in parts, each by itself. How far a scanner has to look around its own part follows from how far it reads. */

/** The part of a text that a scanner answers for; what it is given before and behind is for looking around. */
export interface OwnPart {
  readonly from: number
  readonly to: number
}

export function isIn({ from, to }: OwnPart, offset: number): boolean {
  return offset >= from && offset < to
}

/** As large as parts are; failures are told by these parts, however the text is scanned. */
export const PART_BYTES = 1 << 24

/** As far around a hit as lines are read where they are long. */
export const FARTHEST = 8192
/** Bytes behind a hit that decide about it. */
export const LOOK_AHEAD = 512
/** As much as a scanner has to see before and behind its own part; a multiple of four. */
export const SURROUNDINGS = 32 * 1024

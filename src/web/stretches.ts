/** The parts of a log that are on the page; between them it is folded. */
import type { Stretch } from './worker/calls.js'

/** Adds lines to those shown; where both have a line, it is shown once. */
export function addStretch(shown: readonly Stretch[], added: Stretch): Stretch[] {
  const sorted = [...shown, added].filter(({ lines }) => lines.length > 0).sort((a, b) => a.first - b.first)
  const merged: Stretch[] = []
  for (const stretch of sorted) {
    const before = merged.at(-1)
    const overlap = before === undefined ? -1 : endOf(before) - stretch.first
    if (before === undefined || overlap < 0) merged.push(stretch)
    else merged[merged.length - 1] = { first: before.first, lines: [...before.lines, ...stretch.lines.slice(overlap)] }
  }
  return merged
}

/** The line behind the last one of a stretch. */
export function endOf({ first, lines }: Stretch): number {
  return first + lines.length
}

export function isShown(shown: readonly Stretch[], line: number): boolean {
  return shown.some((stretch) => stretch.first <= line && line < endOf(stretch))
}

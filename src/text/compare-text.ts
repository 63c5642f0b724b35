/** The same order on every machine, whatever its language: by UTF-16 units. For sorting. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

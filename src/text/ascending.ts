/**
 * How many places come first in a row of `length`, by halving it.
 *
 * @param isFirst holds for the places up to some one, and for none behind it
 */
export function countFirst(length: number, isFirst: (place: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isFirst(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** The place of the first number above a limit in an ascending list; its length where there is none. */
export function placeBehind(ascending: ArrayLike<number>, limit: number): number {
  return countFirst(ascending.length, (place) => (ascending[place] as number) <= limit)
}

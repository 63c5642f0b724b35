/** The order in which numeric dates have day and month: what one stamp leaves open, others of its input decide. */
import { type DateOrder, type TimeShape, yearFirst } from './time-shapes.js'

export interface DateParts {
  readonly year: number
  /** From 1. */
  readonly month: number
  readonly day: number
}

/** Azure Container Registry is of 2015: what is older is no time of such a log. Archives without times have 1970 or 1980. */
export const EARLIEST = Date.UTC(2014, 0)
const DAY = 86_400_000
/** Signs that stand before a stamp which begins its line. */
const lineBeginning = /(?:^|[\r\n])[^\p{L}\d\r\n]{0,4}$/u
const BEGINNING_LENGTH = 5
const MOST_COMPARED = 1000
const plainDate = new RegExp(yearFirst.pattern, 'gu')

type Groups = Readonly<Record<string, string | undefined>>

/**
 * The orders that no stamp of a shape speaks against.
 *
 * @param text with such stamps
 * @param latest the last moment possible, in milliseconds since 1970
 */
export function ordersIn(text: string, { pattern, orders = [] }: TimeShape, latest: number | undefined): readonly DateOrder[] {
  let left = orders
  const stamps: Groups[] = []
  for (const { index, groups = {} } of text.matchAll(new RegExp(pattern, 'gu'))) {
    // When its line was written; another stamp in it can be of any time.
    const isOwn = lineBeginning.test(text.slice(Math.max(0, index - BEGINNING_LENGTH), index))
    left = left.filter((order) => (isOwn ? isOfLog(partsIn(order, groups), latest) : isDate(partsIn(order, groups))))
    if (left.length === 0) return left
    if (stamps.length < MOST_COMPARED) stamps.push(groups)
  }
  return left.length > 1 ? sharingDays(left, stamps, text) : left
}

/** The order in which stamps are of days that other stamps of the text are of, in a shape that leaves nothing open. */
function sharingDays(orders: readonly DateOrder[], stamps: readonly Groups[], text: string): readonly DateOrder[] {
  const days = new Set<number>()
  for (const { groups: { year, month, day } = {} } of text.matchAll(plainDate))
    days.add(dayOf({ year: Number(year), month: Number(month), day: Number(day) }))
  const sharing = orders.filter((order) => stamps.some((groups) => days.has(dayOf(partsIn(order, groups)))))
  return sharing.length === 1 ? sharing : orders
}

function dayOf({ year, month, day }: DateParts): number {
  return Date.UTC(year, month - 1, day)
}

/** @param groups of a shape with orders */
export function partsIn(order: DateOrder, { first, second, third }: Groups): DateParts {
  const numbers = [first, second, third].map(Number)
  const [year, month, day] = ['Y', 'M', 'D'].map((letter) => numbers[order.indexOf(letter)] as number) as [number, number, number]
  return { year: fullYear(year), month, day }
}

export function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year
}

export function isDate({ month, day }: DateParts): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

function isOfLog(parts: DateParts, latest: number | undefined): boolean {
  const at = dayOf(parts)
  return isDate(parts) && at >= EARLIEST && (latest === undefined || at <= latest + DAY)
}

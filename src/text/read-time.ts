/** The time that a line says it was written at, in whatever shape its program writes it. */
import { type DateParts, EARLIEST, fullYear, isDate, ordersIn, partsIn } from './date-orders.js'
import { type DateOrder, datedShapes, monthOf, type TimeShape, yearlessShapes } from './time-shapes.js'
import { offsetOf, sharesName } from './zones.js'

export interface Moment {
  /** Milliseconds since 1970, UTC; a stamp without a zone is taken as UTC. */
  readonly at: number
  /** Whether the stamp says which zone it is in. */
  readonly hasZone: boolean
}

/** A stamp stands near a line's start, or, in a JSON line, near its end. */
const NEAR_START = 240
const NEAR_END = 120

const DAY = 86_400_000
const MINUTE = 60_000

/** Any stamp has one of these: a look that spares most lines the others. */
const anyStamp = /\d[:时時]\d|\d{6}/
const FIELD = '["\']?(?:@?timestamp|time|ts|t|date|epoch|_ts|__REALTIME_TIMESTAMP)\\\\?["\']?\\s?[:=]\\s?\\\\?["\']?'
/** Seconds, milliseconds, microseconds or nanoseconds since 1970: in a field, in an audit mark, in a .NET date, or where a line begins. */
const epoch = new RegExp(
  `(?:(?<![\\w.-])${FIELD}|\\baudit\\(|\\bDate\\(|^#(?=\\d{10}$)|^(?=\\d{10}\\.\\d{3}|1\\.)|\\[(?=\\d{10}\\.\\d{6}))(?:(?<seconds>1\\d{9})(?:\\.(?<fraction>\\d{1,9})|(?<more>\\d{3}|\\d{6}|\\d{9}))?(?![\\d.])|(?<power>1\\.\\d{6,16}[eE]\\+?0?9)\\b)`,
)

/** A time that a message speaks of, and that is not its own. */
const otherTime =
  /\b(?:issued|expire[sd]?|expiry|since|until|valid (?:from|to|until)|not ?(?:before|after)|renewed) ?(?:on|at)?[\s:="']{1,4}\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?[.\d]*(?:Z|[+-]\d\d:?\d\d)?/gi

type Groups = Readonly<Record<string, string | undefined>>

interface StampKind {
  readonly pattern: RegExp
  /** By how many columns it has to come before another stamp to be preferred. */
  readonly lateness: number
  toMoment(groups: Groups, text: string): Moment | undefined
}

/** Reads the time stamps of the lines of one input. */
export class TimeReader {
  readonly #text: string
  readonly #latest: number | undefined
  readonly #orders = new Map<TimeShape, readonly DateOrder[]>()
  readonly #offsets = new Map<string, number | undefined>()
  readonly #kinds: readonly StampKind[] = [
    ...datedShapes.map((shape) => ({ pattern: shape.pattern, lateness: 1, toMoment: (groups: Groups) => this.#dated(shape, groups) })),
    { pattern: epoch, lateness: 1, toMoment: epochMoment },
    ...yearlessShapes.map(({ pattern }) => ({
      pattern,
      lateness: NEAR_START,
      toMoment: (groups: Groups, text: string) => this.#yearless(groups, text),
    })),
  ]

  /**
   * @param text of the input, or as much of it as there is: it decides what a stamp alone leaves open, whether its month comes first
   *   and which of two zones its name means
   * @param latest the last moment that is possible, in milliseconds since 1970: a stamp without a year is put into the last year that
   *   does not lie behind it. Without it such stamps say nothing; nor where it is so early that it can be no log's.
   */
  constructor(text: string, latest?: number) {
    this.#text = text
    this.#latest = latest !== undefined && latest >= EARLIEST ? latest : undefined
  }

  /** @returns undefined where the line has no date and time of day, or nothing says which date it is */
  read(line: string): Moment | undefined {
    const head = line.slice(0, NEAR_START)
    const known = this.#readStamp(head)
    if (known || line.length <= NEAR_START) return known
    return this.#readStamp(line.slice(-NEAR_END))
  }

  /** The stamp with which the text begins; else the first one with a year; else the first one without. */
  #readStamp(text: string): Moment | undefined {
    if (!anyStamp.test(text)) return undefined
    const stamp = this.#bestStamp(text)
    if (stamp === undefined || stamp.rank === 0) return stamp?.moment
    const withoutOthers = text.replace(otherTime, (told) => ' '.repeat(told.length))
    return withoutOthers === text ? stamp.moment : this.#bestStamp(withoutOthers)?.moment
  }

  #bestStamp(text: string): { readonly moment: Moment; readonly rank: number } | undefined {
    const beginning = text.search(/[\p{L}\d]/u)
    let best: { readonly moment: Moment; readonly rank: number } | undefined
    for (const { pattern, lateness, toMoment } of this.#kinds) {
      const found = pattern.exec(text)
      if (!found) continue
      const rank = found.index <= beginning ? 0 : found.index + lateness
      if (best && best.rank <= rank) continue
      const moment = toMoment(found.groups ?? {}, text)
      // An expiry, or another date to come, is not when the line was written.
      if (moment && moment.at <= (this.#latest ?? moment.at) + DAY) best = { moment, rank }
      if (best?.rank === 0) break
    }
    return best
  }

  #dated(shape: TimeShape, groups: Groups): Moment | undefined {
    const dates = shape.orders ? this.#ordersOf(shape).map((order) => partsIn(order, groups)) : [namedDate(groups, Number(groups.year))]
    const [moment, ...others] = dates.map((date) => this.#momentOf(date, groups))
    return others.every((other) => other?.at === moment?.at) ? moment : undefined
  }

  #ordersOf(shape: TimeShape): readonly DateOrder[] {
    const known = this.#orders.get(shape) ?? ordersIn(this.#text, shape, this.#latest)
    this.#orders.set(shape, known)
    return known
  }

  /** What syslog passes on often has a stamp of its own, with the year: it was written within the same hours. */
  #yearless(groups: Groups, text: string): Moment | undefined {
    for (const { pattern, toMoment } of this.#kinds.filter(({ lateness }) => lateness === 1)) {
      const found = pattern.exec(text)
      const own = found && toMoment(found.groups ?? {}, text)
      const moment = own && this.#momentOf(namedDate(groups, new Date(own.at).getUTCFullYear()), groups)
      if (moment && Math.abs(moment.at - own.at) <= DAY) return moment
    }
    if (this.#latest === undefined) return undefined
    const year = new Date(this.#latest).getUTCFullYear()
    const moment = this.#momentOf(namedDate(groups, year), groups)
    return moment && moment.at > this.#latest + DAY ? this.#momentOf(namedDate(groups, year - 1), groups) : moment
  }

  #momentOf(date: DateParts, groups: Groups): Moment | undefined {
    if (!isDate(date)) return undefined
    const milliseconds = Math.trunc(Number(`0.${groups.fraction ?? 0}`) * 1000)
    const local = Date.UTC(
      date.year,
      date.month - 1,
      date.day,
      hourOf(groups),
      Number(groups.minute),
      Number(groups.sec ?? 0),
      milliseconds,
    )
    const offset = groups.zone === undefined ? undefined : this.#offsetOf(groups.zone)
    return { at: local - (offset ?? 0) * MINUTE, hasZone: offset !== undefined }
  }

  #offsetOf(zone: string): number | undefined {
    if (!this.#offsets.has(zone)) this.#offsets.set(zone, offsetOf(zone, this.#text))
    return this.#offsets.get(zone)
  }
}

/** Whoever stamps every line does so here. */
const SHOWN_IN = 1 << 13
const SAMPLE_LENGTH = 1 << 16

/** As much of a text as may decide how its stamps are meant, where they leave that open: to be read before pieces of that text. */
export function timeSample(text: string): string {
  const beginning = text.slice(0, SHOWN_IN)
  const isOpen = sharesName(beginning) || datedShapes.some(({ orders, pattern }) => orders && pattern.test(beginning))
  return isOpen ? text.slice(0, SAMPLE_LENGTH) : ''
}

function namedDate({ month, monthName, day }: Groups, year: number): DateParts {
  return { year: fullYear(year), month: monthName === undefined ? Number(month) : (monthOf(monthName) ?? 0), day: Number(day) }
}

function hourOf({ hour, half, halfBefore = half }: Groups): number {
  if (halfBefore === undefined) return Number(hour)
  return (Number(hour) % 12) + (/^[Pp]|下|後|후/.test(halfBefore) ? 12 : 0)
}

function epochMoment({ seconds, fraction = '', more = '', power }: Groups): Moment {
  if (power !== undefined) return { at: Math.trunc(Number(power) * 1000), hasZone: true }
  return { at: Number(seconds) * 1000 + Math.trunc(Number(`0.${fraction}${more}`) * 1000), hasZone: true }
}

/** ISO 8601, to the second where it is a whole one; a `Z` where the stamp gave its zone. */
export function toIso({ at, hasZone }: Moment): string {
  const iso = new Date(at).toISOString().replace('.000Z', 'Z')
  return hasZone ? iso : iso.slice(0, -1)
}

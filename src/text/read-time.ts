/** The time that a line says it was written at, in whatever shape its program writes it. */

export interface Moment {
  /** Milliseconds since 1970, UTC; a stamp without a zone is taken as UTC. */
  readonly at: number
  /** Whether the stamp says which zone it is in. */
  readonly hasZone: boolean
}

/** A stamp stands near a line's start, or, in a JSON line, near its end. */
const NEAR_START = 240
const NEAR_END = 120

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = '(?<monthName>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
const CLOCK = '(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d):(?<second>[0-5]\\d|60)(?:[.,](?<fraction>\\d{1,9}))?'
const ZONE = '(?:\\s{0,2}(?<zone>Z\\b|UTC\\b|GMT\\b|[+-]\\d\\d:?\\d\\d\\b))?'

/** Every shape, the most telling first. Each is of bounded length, so none can run on. */
const shapes: readonly RegExp[] = [
  // ISO 8601 and RFC 3339; Go's log package and nginx write slashes
  new RegExp(`(?<!\\d)(?<year>(?:19|20)\\d\\d)[-/](?<month>\\d\\d)[-/](?<day>\\d\\d)(?:[T _]|\\s-\\s)\\s?${CLOCK}${ZONE}`),
  new RegExp(
    `(?<![\\dA-Za-z])(?<year>(?:19|20)\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)T(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)(?<second>[0-5]\\d)(?:[.,](?<fraction>\\d{1,9}))?${ZONE}`,
  ),
  // Apache, nginx: 05/Nov/2024:11:10:12 +0000
  new RegExp(`(?<!\\d)(?<day>\\d\\d)/${MONTH}/(?<year>(?:19|20)\\d\\d):${CLOCK}${ZONE}`),
  // RFC 1123: Tue, 05 Nov 2024 11:10:12 GMT
  new RegExp(`(?<!\\d)(?<day>\\d{1,2})[ -]${MONTH}[ -](?<year>(?:19|20)\\d\\d) ${CLOCK}${ZONE}`),
  // ctime and date: Tue Nov  5 11:10:12 UTC 2024
  new RegExp(`\\b${MONTH} {1,2}(?<day>\\d{1,2}) ${CLOCK}(?: (?<zone>UTC|GMT))? (?<year>(?:19|20)\\d\\d)\\b`),
  // Windows in the United States: 11/5/2024 11:10:12 AM
  new RegExp(`(?<!\\d)(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>(?:19|20)\\d\\d),? ${CLOCK}(?: (?<half>[AP]M))?${ZONE}`),
  // syslog and journalctl give no year: Nov  5 11:10:12
  new RegExp(`\\b${MONTH} {1,2}(?<day>\\d{1,2}) ${CLOCK}`),
  // klog gives neither: E1105 11:10:12.123456
  new RegExp(`(?:^|\\s|")[IWEF](?<month>0[1-9]|1[0-2])(?<day>[0-3]\\d) ${CLOCK}`),
]

/** Seconds, milliseconds, microseconds or nanoseconds since 1970, in a field of a structured line or in an audit mark. */
const epoch = /(?:"(?:ts|time|timestamp|@timestamp|t)"\s?:\s?"?|\b(?:ts|time)=|\baudit\()(\d{10})(?:\.(\d{1,9})|(\d{3}|\d{6}|\d{9}))?(?!\d)/

/**
 * Reads the time stamp of a line.
 *
 * @param latest the last moment that is possible, in milliseconds: a stamp without a year is put into the last year
 *   that does not lie behind it. Without it such stamps say nothing.
 * @returns undefined where the line has no date and time of day.
 */
export function readTime(line: string, latest?: number): Moment | undefined {
  const head = line.slice(0, NEAR_START)
  const known = readStamp(head, latest)
  if (known || line.length <= NEAR_START) return known
  return readStamp(line.slice(-NEAR_END), latest)
}

function readStamp(text: string, latest: number | undefined): Moment | undefined {
  if (!/\d\d:?\d\d|\d{10}/.test(text)) return undefined
  for (const shape of shapes) {
    const moment = momentOf(shape.exec(text)?.groups, latest)
    if (moment) return moment
  }
  const [whole, seconds, fraction = '', more = ''] = epoch.exec(text) ?? []
  if (whole === undefined) return undefined
  return { at: Number(seconds) * 1000 + Math.trunc(Number(`0.${fraction}${more}`) * 1000), hasZone: true }
}

function momentOf(groups: Record<string, string | undefined> | undefined, latest: number | undefined): Moment | undefined {
  if (!groups) return undefined
  const month = groups.monthName ? MONTHS.indexOf(groups.monthName.toLowerCase()) : Number(groups.month) - 1
  const day = Number(groups.day)
  if (month < 0 || month > 11 || day < 1 || day > 31) return undefined
  const milliseconds = Math.trunc(Number(`0.${groups.fraction ?? 0}`) * 1000)
  const inYear = (year: number) =>
    Date.UTC(year, month, day, hourOf(groups), Number(groups.minute), Number(groups.second), milliseconds) - offsetOf(groups.zone)
  if (groups.year !== undefined) return { at: inYear(Number(groups.year)), hasZone: groups.zone !== undefined }
  if (latest === undefined) return undefined
  const year = new Date(latest).getUTCFullYear()
  return { at: inYear(year) <= latest + DAY ? inYear(year) : inYear(year - 1), hasZone: false }
}

const DAY = 86_400_000

function hourOf({ hour, half }: Record<string, string | undefined>): number {
  if (half === undefined) return Number(hour)
  return (Number(hour) % 12) + (half === 'PM' ? 12 : 0)
}

/** The offset of a zone from UTC in milliseconds; 0 where none is given. */
function offsetOf(zone: string | undefined): number {
  const found = /^([+-])(\d\d):?(\d\d)$/.exec(zone ?? '')
  if (!found) return 0
  const [, sign, hours, minutes] = found
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}

/** ISO 8601, to the second where it is a whole one; a `Z` where the stamp gave its zone. */
export function toIso({ at, hasZone }: Moment): string {
  const iso = new Date(at).toISOString().replace('.000Z', 'Z')
  return hasZone ? iso : iso.slice(0, -1)
}

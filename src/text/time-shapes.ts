/** The shapes in which programs write a date with a time of day. */
import { ZONE } from './zones.js'

/** In which order a date has its day, month and year. */
export type DateOrder = 'DMY' | 'MDY' | 'YMD'

export interface TimeShape {
  readonly example: string
  /**
   * Groups of the date: `day`, `month` or `monthName`, and `year` where it has one; or `first`, `second`, `third` where `orders` has
   * what they can be. Those of the time: `hour`, `minute`, and where it has them `sec`, `fraction`, `half`, `zone`.
   */
  readonly pattern: RegExp
  readonly orders?: readonly DateOrder[]
}

/** English, German, French and Spanish, short and long. */
const monthNames = [
  'jan|january|januar|janv|janvier|ene|enero',
  'feb|february|februar|févr|février|febrero',
  'mar|march|mär|mrz|märz|mars|marzo',
  'apr|april|avr|avril|abr|abril',
  'may|mai|mayo',
  'jun|june|juni|juin|junio',
  'jul|july|juli|juil|juillet|julio',
  'aug|august|août|ago|agosto',
  'sep|sept|september|septembre|septiembre',
  'oct|october|okt|oktober|octobre|octubre',
  'nov|november|novembre|noviembre',
  'dec|december|dez|dezember|déc|décembre|dic|diciembre',
]

const monthByName = new Map(monthNames.flatMap((names, index) => names.split('|').map((name) => [name, index + 1] as const)))

/** @returns 1 to 12; undefined for what is no month's name */
export function monthOf(name: string): number | undefined {
  return monthByName.get(name.toLowerCase())
}

const inEitherCase = (name: string) => `[${name.charAt(0).toUpperCase()}${name.charAt(0)}]${name.slice(1)}`
const MONTH_NAME = `(?<monthName>${[...monthByName.keys()].map(inEitherCase).join('|')})`

const NEW = '(?<!\\d|\\d[.,:/-])'
const YEAR = '(?<year>(?:19|20)\\d\\d)'
const MONTH = '(?<month>0?[1-9]|1[0-2])'
const DAY = '(?<day>0?[1-9]|[12]\\d|3[01])'
const GAP = '(?:[T_]|[,，]?\\s{1,3}(?:(?:-|at|um|à)\\s)?|[,，])'
/** As East Asia writes it. */
const WEEKDAY = '(?:\\s{0,2}\\(?(?:星期.|[周週].|.曜日|.요일|[月火水木金土日월화수목금토일])\\)?)?'
const HALF = '[AaPp]\\.?\\s?[Mm]\\b\\.?|[上下]午|午[前後]|오[전후]'
const SECONDS = ':(?<sec>[0-5]\\d|60)(?:(?:[.,]|:(?=\\d{3}\\b))(?<fraction>\\d{1,9}))?'
const CLOCK = '(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)'
const FULL_TIME = `${CLOCK}${SECONDS}${ZONE}`
const COMPACT_TIME = `(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)(?<sec>[0-5]\\d)(?:[.,](?<fraction>\\d{1,9}))?${ZONE}`
const HAN_TIME = '(?<hour>[01]?\\d|2[0-3])[时時](?<minute>[0-5]?\\d)分(?:(?<sec>[0-5]?\\d)秒)?'
const TIME = `(?:(?<halfBefore>${HALF})\\s?)?${CLOCK}(?:${SECONDS}|(?!:?\\d))(?:\\s?(?<half>${HALF}))?${ZONE}`

/** ISO 8601, RFC 3339; with slashes Go's log package, nginx and East Asia; with dots Hungary and Korea. */
export const yearFirst = shape(
  '2024-11-05T11:10:12',
  `${NEW}${YEAR}(?:[-/]|\\.\\s?)${MONTH}(?:[-/]|\\.\\s?)${DAY}\\.?${WEEKDAY}${GAP}${TIME}`,
)

/** Those with a year. Of two that begin at one place the first one counts. */
export const datedShapes: readonly TimeShape[] = [
  yearFirst,
  shape('20241105T111012', `(?<![\\p{L}\\d])${YEAR}(?<month>\\d\\d)(?<day>\\d\\d)T${COMPACT_TIME}`),
  // glog
  shape('I20241105 11:10:12.123456', `(?<![\\p{L}\\d])[IWEF]?${YEAR}(?<month>\\d\\d)(?<day>\\d\\d) ${FULL_TIME}`),
  // Apache, nginx; with a space Django
  shape('05/Nov/2024:11:10:12', `${NEW}${DAY}/${MONTH_NAME}/${YEAR}[: ]${FULL_TIME}`),
  // RFC 1123 and 850; PowerShell and date in most languages
  shape(
    '5. Nov. 2024 11:10:12',
    `${NEW}${DAY}\\.?(?:[- ]|\\sde\\s)${MONTH_NAME}\\.?(?:[- ]|\\sde\\s)(?<year>(?:19|20)?\\d\\d)${GAP}${TIME}`,
  ),
  // PowerShell, Java and JavaScript in the United States
  shape('November 5, 2024 11:10:12 AM', `(?<!\\p{L})${MONTH_NAME}\\.? {1,2}${DAY},? ${YEAR}${GAP}${TIME}`),
  // ctime, Git
  shape('Tue Nov  5 11:10:12 2024', `(?<!\\p{L})${MONTH_NAME} {1,2}${DAY} (?:${CLOCK}${SECONDS}) ${YEAR}${ZONE}`),
  // date, Java
  shape('Tue Nov  5 11:10:12 UTC 2024', `(?<!\\p{L})${MONTH_NAME} {1,2}${DAY} ${TIME} ${YEAR}\\b`),
  shape('Di 5. Nov 11:10:12 CET 2024', `${NEW}${DAY}\\.? ${MONTH_NAME}\\.? ${TIME} ${YEAR}\\b`),
  shape('2024年11月5日 上午11:10:12', `(?<!\\d)${YEAR}\\s?[年년]\\s?${MONTH}\\s?[月월]\\s?${DAY}\\s?[日일]${WEEKDAY}[,，]?\\s{0,3}${TIME}`),
  shape('2024年11月5日 11时10分12秒', `(?<!\\d)${YEAR}\\s?年\\s?${MONTH}\\s?月\\s?${DAY}\\s?日${WEEKDAY}[,，]?\\s{0,3}${HAN_TIME}`),
  // Germany and its neighbours
  shape('05.11.2024 11:10:12', `${NEW}${DAY}\\.\\s?${MONTH}\\.\\s?${YEAR}${GAP}${TIME}`),
  shape('11/5/2024 11:10:12 AM', `${NEW}${pair('[-/]')}(?<third>(?:19|20)\\d\\d)${WEEKDAY}${GAP}${TIME}`, ['DMY', 'MDY']),
  // WebSphere, Spark
  shape('24/11/05 11:10:12', `${NEW}${pair('[-/]')}(?<third>\\d\\d)${GAP}${TIME}`, ['YMD', 'DMY', 'MDY']),
  shape('05.11.24 11:10:12', `${NEW}${pair('\\.')}(?<third>\\d\\d)${GAP}${TIME}`, ['YMD', 'DMY']),
]

export const yearlessShapes: readonly TimeShape[] = [
  // syslog and journalctl
  shape('Nov  5 11:10:12', `(?<!\\p{L})${MONTH_NAME}\\.? {1,2}${DAY} ${FULL_TIME}`),
  shape('11月 05 11:10:12', `(?<!\\d)${MONTH}月\\s{0,2}${DAY}日? ${FULL_TIME}`),
  // klog
  shape('E1105 11:10:12.123456', `(?<![^\\s"])[IWEF](?<month>0[1-9]|1[0-2])(?<day>[0-3]\\d) ${FULL_TIME}`),
]

/** The first two numbers of a date whose order is open. */
function pair(separator: string): string {
  return `(?<first>\\d{1,2})${separator}(?<second>\\d{1,2})${separator}`
}

function shape(example: string, pattern: string, orders?: readonly DateOrder[]): TimeShape {
  return { example, pattern: new RegExp(pattern, 'u'), ...(orders && { orders }) }
}

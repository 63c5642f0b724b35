/** Time zones by the names that programs print. */

/**
 * Offsets from UTC in minutes, of names that mean one zone wherever they are printed.
 * tz database 2024b, the abbreviations of all zones in 2023 and 2024; PST and CDT as RFC 822 has them, though Manila and Havana print them too.
 */
const offsets: Readonly<Record<string, number>> = {
  ...{ Z: 0, UTC: 0, GMT: 0, UCT: 0, WET: 0 },
  ...{ EST: -300, EDT: -240, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420, AKST: -540, AKDT: -480, HST: -600 },
  ...{ AST: -240, ADT: -180, NST: -210, NDT: -150 },
  ...{ BST: 60, WEST: 60, CET: 60, CEST: 120, EET: 120, EEST: 180, MSK: 180, IDT: 180 },
  ...{ WAT: 60, CAT: 120, SAST: 120, EAT: 180, PKT: 300, WIB: 420, WITA: 480, HKT: 480, JST: 540, KST: 540 },
  ...{ AWST: 480, ACST: 570, ACDT: 630, AEST: 600, AEDT: 660, NZST: 720, NZDT: 780 },
}

/** A zone by which a name can be meant, in minutes from UTC, and what else in an input says that it is. */
interface Meaning {
  readonly offset: number
  readonly beside: RegExp
}

/** Names that several zones share. */
const sharedNames: Readonly<Record<string, readonly Meaning[]>> = {
  // China, central North America
  CST: [
    { offset: 480, beside: /:\d\d(?:[.,]\d{1,9})?\s?(?:UTC|GMT)?\+0?8(?::?00)?\b|\d年\s?\d{1,2}月/ },
    { offset: -360, beside: /:\d\d(?:[.,]\d{1,9})?\s?(?:UTC|GMT)?-0?[56](?::?00)?\b|:\d\d CDT\b/ },
  ],
  // India, Israel, Ireland in summer
  IST: [
    { offset: 330, beside: /:\d\d(?:[.,]\d{1,9})?\s?(?:UTC|GMT)?\+0?5:?30\b/ },
    { offset: 120, beside: /:\d\d(?:[.,]\d{1,9})?\s?(?:UTC|GMT)?\+0?[23](?::?00)?\b|:\d\d IDT\b/ },
    { offset: 60, beside: /:\d\d(?:[.,]\d{1,9})?\s?(?:UTC|GMT)?\+0?1(?::?00)?\b/ },
  ],
}

const names = [...Object.keys(offsets), ...Object.keys(sharedNames)].sort((a, b) => b.length - a.length).join('|')

/** A zone, if there is one, right behind a time of day; an hour alone only where nothing stands between. */
export const ZONE = `(?<zone>\\s{0,2}[[(]?(?:UTC|GMT)?[+-]\\d\\d:?\\d\\d(?![-:/.\\d])|\\s?(?:UTC|GMT)?[+-]\\d\\d?(?![-:/.\\w])|\\s{0,2}[[(]?(?:${names})(?![\\w+-]))?`

const FARTHEST = 14 * 60

/**
 * The offset of a zone as it is printed.
 *
 * @param zone as `ZONE` has found it
 * @param around what else its input says: it decides where zones share a name
 * @returns minutes east of UTC; undefined where nothing tells it
 */
export function offsetOf(zone: string, around: string): number | undefined {
  const name = zone.replace(/[\s[(:]/g, '')
  const [, sign, hours, minutes = '0'] = /([+-])(\d\d?)(\d\d)?$/.exec(name) ?? []
  if (sign === undefined) return offsets[name] ?? meantBy(name, around)
  const size = Number(hours) * 60 + Number(minutes)
  return size > FARTHEST ? undefined : sign === '-' ? -size : size
}

function meantBy(name: string, around: string): number | undefined {
  const [meant, ...others] = (sharedNames[name] ?? []).filter(({ beside }) => beside.test(around))
  return others.length === 0 ? meant?.offset : undefined
}

/** Whether a text has names that several zones share. */
export function sharesName(text: string): boolean {
  return sharedName.test(text)
}

const sharedName = new RegExp(`\\b(?:${Object.keys(sharedNames).join('|')})\\b`)

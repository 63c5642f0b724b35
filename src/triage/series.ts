/** Inputs that are one log, rotated or cut by day: what happened in one of them can be over in the next. */
import { groupBy } from '../diagnose/group-by.js'
import type { InputDigest } from './digest.js'

const PACKED = /\.(?:gz|zst|zstd|xz|bz2)$/i
/** Not the number of a build: a year, a month and a day, the time of day and a count of that day perhaps. */
const DATE =
  '(?:19|20)\\d\\d[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:0[1-9]|[12]\\d|3[01])(?:[-_.T]?[0-2]\\d[-_.:]?[0-5]\\d(?:[-_.:]?[0-5]\\d)?)?(?:[-_.]\\d{1,3}(?=\\.|$))?'
const dated = new RegExp(`[-_.]?(?<!\\d)${DATE}(?!\\d)`)
const dateAlone = new RegExp(`^${DATE}$`)
const numbered = /^(.+)\.\d{1,4}$/
const LOG_NAME = /\.(?:log|txt|out|err|json|jsonl|ndjson)$/i

export interface SeriesPart {
  /** Its id. */
  readonly input: number
  /** The same for inputs of which one goes on where the other was cut off; others are of the same machine alone. */
  readonly family: string
}

/**
 * Puts inputs together that are parts of one log. Assumed is that they are where they stand in one folder (or in folders that are
 * named for days alone), and their names differ in a date, or in the number and the packing that rotation gives them; or where they
 * stand in one folder and their lines name the same machine, and no other. Never where they name different machines.
 *
 * @returns each series of two at least
 */
export function findSeries(digests: readonly InputDigest[]): SeriesPart[][] {
  const names = new Set(digests.map(({ name }) => name.replace(PACKED, '')))
  const ids = digests.map((_, id) => id)
  const families = groupBy(ids, (id) => familyOf((digests[id] as InputDigest).name, names))
  const keys = new Map<number, string>()
  for (const [family, members] of families) {
    const hosts = new Set(members.flatMap((id) => (digests[id] as InputDigest).hosts))
    for (const id of members) keys.set(id, keyOf(digests[id] as InputDigest, id, family, [...hosts]))
  }
  const parts = [...families].flatMap(([family, members]) => members.map((input): SeriesPart => ({ input, family })))
  return [...groupBy(parts, ({ input }) => keys.get(input)).values()].filter(({ length }) => length > 1)
}

/** @param familyHosts machines that the inputs of the family name, all together */
function keyOf({ hosts }: InputDigest, id: number, family: string, familyHosts: readonly string[]): string {
  if (familyHosts.length === 0) return `family ${family}`
  const [host, ...others] = familyHosts.length === 1 ? familyHosts : hosts
  return host !== undefined && others.length === 0 ? `host ${host} in ${folderOf(family)}` : `input ${id}`
}

/** A name without what rotation adds to it. */
function familyOf(name: string, names: ReadonlySet<string>): string {
  const steps = name.split(/[\\/]/)
  const folder = steps.slice(0, -1).map((step) => (dateAlone.test(step) ? '' : step))
  const packedless = name.replace(PACKED, '')
  const stem = numbered.exec(packedless)?.[1]
  const isRotated = stem !== undefined && (LOG_NAME.test(stem) || names.has(stem))
  const file = (isRotated ? stem : packedless).split(/[\\/]/).at(-1) as string
  return [...folder, file.replace(dated, '')].join('/')
}

function folderOf(family: string): string {
  return family.slice(0, family.lastIndexOf('/') + 1)
}

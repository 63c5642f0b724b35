/** A plan as bytes, so that a scan begins at once: tables in the order of the machine, then a line of JSON for each string. */
import { joinBytes } from '../text/join-bytes.js'
import { ViewReader } from '../text/view-reader.js'
import { type FilterTables, HASH_BITS } from './filter-tables.js'
import { makeContext, type ScanPlan, type SoughtString, type WholeScanPlan, withLetters } from './scan-plan.js'

/** Read back on a machine of the other byte order it is another number: then the plan is made anew. */
const MARK = 0x53434e31
const HEADER_WORDS = 7

type StringLine = [letters: string, contexts: [letters: string, start: number, end: number, ...companions: string[]][], flags: number]

const FAILURE_WORD = 1
const SERVER = 2
const WIDE = 4
const ALIGNED = 8

export function compilePlan({ tables, strings }: WholeScanPlan): Uint8Array {
  const known = placesOf(tables.known)
  const near = placesOf(tables.near)
  const header = [MARK, known.length, near.length, tables.slotBits, tables.slots.length, tables.grams.length, tables.records.length]
  const knownBytes = known.map((place) => tables.known[place] as number)
  const words = Int32Array.from([...header, ...known, ...knownBytes, ...near, ...tables.slots, ...tables.grams])
  const lines = new TextEncoder().encode(strings.map(lineOf).join('\n'))
  return joinBytes([new Uint8Array(words.buffer), tables.records, lines])
}

/** Where a table that is mostly empty is not. */
function placesOf(table: Uint8Array): number[] {
  return [...table.keys()].filter((place) => table[place] !== 0)
}

function lineOf({ bytes, contexts, ...is }: SoughtString): string {
  const flags =
    (is.isFailureWord ? FAILURE_WORD : 0) | (is.isServerName ? SERVER : 0) | (is.isWide ? WIDE : 0) | (is.isAligned ? ALIGNED : 0)
  const line: StringLine = [
    String.fromCharCode(...bytes),
    contexts.map(({ letters, start, end, companions }) => [letters, start, end, ...companions]),
    flags,
  ]
  return JSON.stringify(line)
}

/** The plan of `compilePlan`, each string parsed when it is first met; undefined where a machine of the other byte order made it. */
export function openPlan(bytes: Uint8Array): ScanPlan | undefined {
  const reader = new ViewReader(bytes)
  const take = (length: number) => reader.take(Int32Array, length)
  const [mark, knownCount, nearCount, slotBits, slotCount, gramCount, recordBytes] = take(HEADER_WORDS) as unknown as HeaderWords
  if (mark !== MARK) return undefined
  const [known, near] = [new Uint8Array(1 << HASH_BITS), new Uint8Array(1 << HASH_BITS)]
  const knownPlaces = take(knownCount)
  take(knownCount).forEach((byte, index) => {
    known[knownPlaces[index] as number] = byte
  })
  for (const place of take(nearCount)) near[place] = 1
  const [slots, grams] = [take(slotCount), take(gramCount)]
  const records = reader.take(Uint8Array, recordBytes)
  const lines = new TextDecoder().decode(reader.rest()).split('\n')
  const tables: FilterTables = { known, near, slots, slotBits, grams, records }
  const strings: SoughtString[] = []
  return { tables, stringAt: (index) => (strings[index] ??= stringOf(lines[index] as string)) }
}

type HeaderWords = [number, number, number, number, number, number, number]

function stringOf(line: string): SoughtString {
  const [letters, contexts, flags] = JSON.parse(line) as StringLine
  return withLetters({
    bytes: Uint8Array.from(letters, (letter) => letter.charCodeAt(0)),
    contexts: contexts.map(([around, start, end, ...companions]) => makeContext(around, start, end, companions)),
    isFailureWord: (flags & FAILURE_WORD) !== 0,
    isServerName: (flags & SERVER) !== 0,
    isWide: (flags & WIDE) !== 0,
    isAligned: (flags & ALIGNED) !== 0,
  })
}

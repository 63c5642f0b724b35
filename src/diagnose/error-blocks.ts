/** The lines that belong to an error of the Azure CLI: what it printed below the code, up to the next thing that is known. */
import type { CatalogEntry } from '../catalog/entry.js'
import { beginsRecord } from '../log/debug-records.js'
import type { Match } from '../match/match.js'
import { lineContentText } from '../text/line-content.js'
import { lineIndexAt } from '../text/read-text.js'
import type { InputLog } from './diagnosis.js'
import { isBlank } from './failure-words.js'

const LONGEST_BLOCK = 12

/** 1-based lines below a match that begins with the CLI's error head; none for other matches. */
export function errorBlockLines(log: InputLog, match: Match<CatalogEntry>): number[] {
  const heads = headLines(log)
  const first = lineIndexAt(log.source, match.stretch.start) + 1
  if (!heads.has(first)) return []
  const known = knownLines(log)
  const lines: number[] = []
  for (let line = first + 1; line <= Math.min(first + LONGEST_BLOCK, log.source.lineStarts.length); line++) {
    const content = lineContentText(log.source, line - 1)
    if (known.has(line) || isBlank(content) || beginsRecord(content)) break
    lines.push(line)
  }
  return lines
}

const heads = new WeakMap<InputLog, Set<number>>()
const known = new WeakMap<InputLog, Set<number>>()

function headLines(log: InputLog): Set<number> {
  return remember(heads, log, () => sayingLines(log, (kind) => kind === 'error-head'))
}

function knownLines(log: InputLog): Set<number> {
  return remember(known, log, () => sayingLines(log, () => true))
}

function sayingLines(log: InputLog, isWanted: (kind: string) => boolean): Set<number> {
  const wanted = log.matches.sayings.filter((match) => isWanted(match.signature.owner.saying.kind))
  return new Set(wanted.map((match) => lineIndexAt(log.source, match.stretch.start) + 1))
}

function remember<Value>(cache: WeakMap<InputLog, Value>, log: InputLog, make: () => Value): Value {
  const value = cache.get(log) ?? make()
  cache.set(log, value)
  return value
}

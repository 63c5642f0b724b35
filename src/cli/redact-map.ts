/** The key to a redaction, kept at home: which value each placeholder stands for. */
import { randomUUID } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import type { NamedValue } from '../redact/private-values.js'
import { PRIVATE_KINDS } from '../text/placeholder.js'
import type { Messages } from './messages.js'
import { printable } from './printable.js'
import { codeOf } from './streams.js'
import { UsageError } from './usage-error.js'
import { writeFile } from './write-output.js'

export interface RedactMap {
  /** Tells which reports were redacted under this map. */
  readonly id: string
  readonly values: readonly NamedValue[]
}

/** Reads the map of earlier calls, or begins one where there is no such file. */
export function readRedactMap(file: string, messages: Messages): RedactMap {
  const text = readIfPresent(file, messages)
  if (text === null) return { id: randomUUID(), values: [] }
  const map = parseMap(text)
  if (map === null) throw new UsageError(messages.notARedactMap(printable(file)))
  return map
}

function readIfPresent(file: string, messages: Messages): string | null {
  try {
    // A device may have no end.
    if (!statSync(file).isFile()) throw new UsageError(messages.notARedactMap(printable(file)))
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    if (codeOf(error) === '') throw error
    throw new UsageError(messages.notReadable(printable(file), codeOf(error)))
  }
}

function parseMap(text: string): RedactMap | null {
  try {
    const map = JSON.parse(text) as { schemaVersion?: unknown; id?: unknown; values?: unknown }
    const isMap = map.schemaVersion === 1 && typeof map.id === 'string' && Array.isArray(map.values) && map.values.every(isNamedValue)
    return isMap ? { id: map.id as string, values: map.values as NamedValue[] } : null
  } catch {
    return null
  }
}

function isNamedValue(one: Partial<Record<keyof NamedValue, unknown>> | null): boolean {
  const isKind = PRIVATE_KINDS.some((kind) => kind === one?.kind)
  return isKind && typeof one?.value === 'string' && typeof one.placeholder === 'string' && /^<[a-z-]+-\d{1,9}>$/.test(one.placeholder)
}

const OWNER_ONLY = 0o600

/** Writes the map for nobody but its owner to read. */
export function writeRedactMap(file: string, { id, values }: RedactMap, messages: Messages): void {
  writeFile(file, `${JSON.stringify({ schemaVersion: 1, id, values }, null, 2)}\n`, messages, OWNER_ONLY)
}

/** How far a call is, in one line. */
import { columnsOf } from '../../render/typeset.js'
import type { Messages } from '../messages.js'

export interface HowFar {
  readonly bytesRead: number
  /** Null where the end is not known. */
  readonly totalBytes: number | null
  readonly bytesPerSecond: number
  readonly findings: number
}

export interface LineRoom {
  /** Columns of the terminal; the line is shorter, so that it never wraps. */
  readonly width: number
  /** Whether more than ASCII can be shown. */
  readonly unicode: boolean
}

const BAR = 20

/** As much as there is room for: the bar goes first, then the rate, then the time that is left. */
export function progressLine(howFar: HowFar, { width, unicode }: LineRoom, messages: Messages): string {
  const { bytesRead, totalBytes, bytesPerSecond, findings } = howFar
  const read = totalBytes === null ? size(bytesRead) : `${size(bytesRead)} / ${size(totalBytes)}`
  const rate = `${size(bytesPerSecond)}/s`
  const left = leftOf(howFar, messages)
  const found = messages.findingsSoFar(findings)
  const joined = (...parts: readonly string[]) => parts.join(unicode ? ' · ' : ', ')
  const bar = totalBytes === null ? [] : [`${barOf(bytesRead / Math.max(1, totalBytes))} ${joined(read, rate, ...left, found)}`]
  const lines = [...bar, joined(read, rate, ...left, found), joined(read, ...left, found), joined(read, found), size(bytesRead)]
  return lines.find((line) => columnsOf(line) < width) ?? ''
}

function leftOf({ bytesRead, totalBytes, bytesPerSecond }: HowFar, messages: Messages): string[] {
  if (totalBytes === null || bytesPerSecond <= 0) return []
  return [messages.timeLeft(Math.ceil(Math.max(0, totalBytes - bytesRead) / bytesPerSecond))]
}

function barOf(share: number): string {
  const filled = Math.round(Math.min(1, share) * BAR)
  return `[${'#'.repeat(filled)}${'-'.repeat(BAR - filled)}]`
}

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']

function size(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  const value = bytes / 1024 ** power
  return `${value >= 100 || power === 0 ? Math.round(value) : value.toFixed(1)} ${units[power]}`
}

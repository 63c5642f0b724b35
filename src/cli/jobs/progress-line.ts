/** How far a call is, in one line. */
import type { Messages } from '../messages.js'

export interface HowFar {
  readonly bytesRead: number
  /** Null where the end is not known. */
  readonly totalBytes: number | null
  /** Since the call began. */
  readonly milliseconds: number
  readonly findings: number
}

const BAR = 20
/** Below, there is no room for the bar. */
const LEAST_WIDTH = 70

/** @param width columns of the terminal; the line is shorter, so that it never wraps */
export function progressLine({ bytesRead, totalBytes, milliseconds, findings }: HowFar, width: number, messages: Messages): string {
  const rate = (bytesRead / Math.max(1, milliseconds)) * 1000
  const of = totalBytes === null ? '' : ` / ${size(totalBytes)}`
  const left = totalBytes === null || rate === 0 ? [] : [messages.timeLeft(Math.ceil(Math.max(0, totalBytes - bytesRead) / rate))]
  const parts = [`${size(bytesRead)}${of}`, `${size(rate)}/s`, ...left, messages.findingsSoFar(findings)]
  const bar = totalBytes === null || width < LEAST_WIDTH ? '' : `${barOf(bytesRead / Math.max(1, totalBytes))} `
  return `${bar}${parts.join(' · ')}`.slice(0, width - 1)
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

/** A line on the terminal that says how far a long call is; erased before anything else is written. */
import process from 'node:process'
import type { InputDigest } from '../../triage/digest.js'
import type { Messages } from '../messages.js'
import { writeStderrRaw } from '../streams.js'
import type { Control } from './control.js'
import { progressLine } from './progress-line.js'

/** A short call shows nothing. */
const FIRST_AFTER = 500
const EVERY = 100

export class Progress {
  private readonly control: Control
  private readonly totalBytes: number | null
  private readonly messages: Messages
  private readonly begun = performance.now()
  private readonly causes = new Set<string>()
  private timer: NodeJS.Timeout | undefined
  private isShown = false

  /** @param totalBytes of all files; null where the end is not known */
  constructor(control: Control, totalBytes: number | null, messages: Messages) {
    this.control = control
    this.totalBytes = totalBytes
    this.messages = messages
  }

  start(): void {
    this.timer = setInterval(() => this.show(), EVERY)
    this.timer.unref()
  }

  note({ findings }: InputDigest): void {
    for (const { code, registry } of findings) this.causes.add(`${code} ${registry ?? ''}`)
  }

  stop(): void {
    clearInterval(this.timer)
    if (this.isShown) writeStderrRaw('\r\x1b[2K')
    this.isShown = false
  }

  private show(): void {
    const milliseconds = performance.now() - this.begun
    if (milliseconds < FIRST_AFTER) return
    this.isShown = true
    const line = progressLine(
      { bytesRead: this.control.bytesRead, totalBytes: this.totalBytes, milliseconds, findings: this.causes.size },
      process.stderr.columns || 80,
      this.messages,
    )
    writeStderrRaw(`\r\x1b[2K${line}`)
  }
}
